import type { CheckName, Finding } from '../../contract/keeping.ts';
import { readOptions } from '../arguments.ts';
import type { Command } from '../command.ts';
import { Refused } from '../refused.ts';
import { follow } from './job.ts';

type Sentences = Record<Finding['state'], (finding: Finding) => string>;

const same = (sentence: (finding: Finding) => string): Sentences => ({ ok: sentence, mended: sentence, bad: sentence });

/** What each finding is called on the terminal. */
const sentences: Record<CheckName, Sentences> = {
  database: {
    ...same(() => 'Основа цела'),
    bad: ({ count }) => `Основа повреждена, мест: ${count}. Верните копию: podshivka restore --latest`,
  },
  schema: {
    ...same(({ count }) => `Версия основы: ${count}`),
    bad: () => 'Программа установлена не полностью: нет словаря',
  },
  originals: {
    ...same(({ of }) => `Исходные файлы на месте: ${of}`),
    bad: ({ count, of, names }) =>
      `Исходных файлов нет или они изменились: ${count} из ${of}. Статьи целы. Примите эти файлы ещё раз: ${names.join(', ')}`,
  },
  ledger: {
    ok: () => 'Записи о пополнениях согласованы',
    mended: ({ count }) => `Записи о пополнениях исправлены: ${count}`,
    bad: ({ count }) => `Записи о пополнениях не согласованы: ${count}`,
  },
  recognition: {
    ok: ({ of }) => `Имена прочитаны во всех статьях: ${of}`,
    mended: ({ count }) => `Имена прочитаны заново, статей: ${count}`,
    bad: ({ count }) => `Имена не прочитаны, статей: ${count}`,
  },
  index: {
    ...same(({ of }) => `Указатель полон, статей: ${of}`),
    mended: ({ count }) => `Указатель достраивается, статей: ${count}. Читать и искать можно`,
  },
  leftovers: {
    ok: () => 'Незаконченных файлов нет',
    mended: ({ count }) => `Незаконченные файлы убраны: ${count}`,
    bad: ({ count }) => `Есть незаконченные файлы: ${count}`,
  },
  backups: {
    ...same(({ of }) => `Копии читаются: ${of}`),
    bad: ({ count, of }) => `Копии не читаются: ${count} из ${of}`,
  },
  space: {
    ...same(({ count }) => `Свободно на диске: ${new Intl.NumberFormat('ru').format(count)} МБ`),
    bad: ({ count }) => `На диске мало места: ${count} МБ`,
  },
};

const signs: Record<Finding['state'], string> = { ok: '✓', mended: '+', bad: '✗' };

export const doctorCommand: Command = {
  usage: 'doctor [--look] [--archive DIR] [--json]',
  prepare(args) {
    const { values } = readOptions(args, { look: { type: 'boolean', default: false } });
    return {
      folder: values.archive,
      async run({ client, terminal }) {
        const { job } = await client.archive.check({ mend: !values.look });
        await follow(client, job, terminal);
        const [checkUp, info] = [await client.archive.findings({ job }), await client.archive.info()];
        if (values.json) terminal.out(JSON.stringify({ ...checkUp, archive: info }));
        else {
          for (const finding of checkUp.findings)
            terminal.out(`${signs[finding.state]} ${sentences[finding.check][finding.state](finding)}`);
        }
        if (!checkUp.ok) throw new Refused('С архивом не всё в порядке');
      },
    };
  },
};
