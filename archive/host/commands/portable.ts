import { resolve } from 'node:path';
import type { MergeReport } from '../../contract/portable.ts';
import { readArguments, readOptions, WrongUse } from '../arguments.ts';
import type { Command } from '../command.ts';
import { follow } from './job.ts';

/** Packs the whole archive into one file. */
export const packCommand: Command = {
  usage: 'pack --out FILE.podshivka [--archive DIR] [--json]',
  prepare(args) {
    const { values } = readOptions(args, { out: { type: 'string' } });
    if (values.out === undefined) throw new WrongUse('Нужен --out с именем файла');
    const path = resolve(values.out);
    return {
      folder: values.archive,
      async run({ client, terminal }) {
        await follow(client, (await client.portable.write({ path })).job, terminal);
        terminal.out(values.json ? JSON.stringify({ file: path }) : `Архив вынесен: ${path}`);
      },
    };
  },
};

/** Merges such a file, or says what that would add. */
export const mergeCommand: Command = {
  founds: true,
  usage: 'merge FILE.podshivka [--preview] [--archive DIR] [--json]',
  prepare(args) {
    const { values, positionals } = readArguments(args, { preview: { type: 'boolean', default: false } });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw new WrongUse('Нужен один файл .podshivka');
    return {
      folder: values.archive,
      async run({ client, terminal }) {
        const { job } = await client.portable.look({ path: resolve(file) });
        await follow(client, job, terminal);
        if (!values.preview) await follow(client, (await client.portable.merge({ job })).job, terminal);
        const report = await client.portable.report({ job });
        terminal.out(values.json ? JSON.stringify(report) : sentences(report));
      },
    };
  },
};

function sentences({ name, articles, annotations, selections, curation, done }: MergeReport): string {
  const added = done ? 'добавлено' : 'добавится';
  return [
    `Архив «${name}»`,
    `Статьи: ${added} ${articles.fresh}, есть ${articles.known}, здесь в другой редакции ${articles.other}, здесь в корзине ${articles.inBin}`,
    `Заметки: ${added} ${annotations.fresh}, есть ${annotations.known}, без места ${annotations.unplaced}`,
    `Подборки: ${added} ${selections.fresh}, дополнено ${selections.known}`,
    `Решения об именах: ${added} ${curation}`,
  ].join('\n');
}
