import { resolve } from 'node:path';
import type { RejectionReason } from '../../contract/jobs.ts';
import { readArguments, WrongUse } from '../arguments.ts';
import type { Command } from '../command.ts';
import { follow } from './job.ts';

const reasons: Record<RejectionReason, string> = {
  empty: 'пустой',
  binary: 'не текст',
  unreadable: 'не читается: не хватает прав или ошибка диска',
  missing: 'такого файла нет',
  'too-large': 'слишком велик для одной статьи',
  broken: 'испорчен',
  truncated: 'обрывается на середине',
  'no-text': 'в нём нет текста статьи',
  'unknown-format': 'неизвестный вид файла',
  encoding: 'не удалось понять кодировку',
  encrypted: 'закрыт паролем',
  scanned: 'в нём снимки страниц без текста',
  bomb: 'распаковывается в неправдоподобно много данных',
};

/** So many rejected files are named on the terminal; the JSON names all. */
const named = 20;

export const importCommand: Command = {
  founds: true,
  usage: 'import PATH… [--archive DIR] [--json]',
  prepare(args) {
    const { values, positionals } = readArguments(args, {});
    if (positionals.length === 0) throw new WrongUse('Что принять? Назовите файлы или папки');
    const paths = positionals.map((path) => resolve(path));
    return {
      folder: values.archive,
      async run({ client, terminal }) {
        const { job } = await client.imports.start({ paths });
        await follow(client, job, terminal);
        const { added, known, updated, rejected, seconds } = await client.imports.report({ job });
        const { total: digests } = await client.imports.files({ job, digests: true, limit: 1 });
        if (values.json) return terminal.out(JSON.stringify({ added, known, updated, rejected, digests, seconds }));
        terminal.out(
          `Принято ${added}, уже было ${known}, обновлено ${updated}, не принято ${rejected.length}; ${seconds.toFixed(1)} с`,
        );
        if (digests > 0)
          terminal.out(`Похожи на сводки и взяты одной статьёй каждая: ${digests}. Разделить их можно в окне`);
        for (const { file, record, reason } of rejected.slice(0, named)) {
          terminal.out(`  ${file}${record === null ? '' : `, запись ${record}`}: ${reasons[reason]}`);
        }
        if (rejected.length > named) terminal.out(`  и ещё ${rejected.length - named}; все: с ключом --json`);
      },
    };
  },
};
