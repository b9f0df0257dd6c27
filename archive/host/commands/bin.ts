import type { RemovalSubject } from '../../contract/bin.ts';
import { readArguments, WrongUse, wholeNumber } from '../arguments.ts';
import type { Command } from '../command.ts';
import { Refused } from '../refused.ts';
import { follow } from './job.ts';

/** Lays articles into the bin. */
export const removeCommand: Command = {
  usage: 'remove ID… | --source S | --import JOB [--archive DIR] [--json]',
  prepare(args) {
    const { values, positionals } = readArguments(args, { source: { type: 'string' }, import: { type: 'string' } });
    const subject = subjectOf(positionals, values.source, values.import);
    return {
      folder: values.archive,
      async run({ client, terminal }) {
        const figures = await client.bin.put(subject);
        if (figures.articles === 0)
          throw new Refused('NOT_FOUND', values.source ?? values.import ?? positionals.join(', '));
        if (values.json) return terminal.out(JSON.stringify(figures));
        terminal.out(`В корзине статей: ${figures.articles}, заметок на них: ${figures.annotations}`);
      },
    };
  },
};

function subjectOf(ids: readonly string[], source: string | undefined, job: string | undefined): RemovalSubject {
  const given = [ids.length > 0, source !== undefined, job !== undefined].filter(Boolean).length;
  if (given !== 1) throw new WrongUse('Нужно одно из трёх: номера статей, --source или --import');
  if (source !== undefined) return { by: 'source', source };
  if (job !== undefined) return { by: 'import', job };
  return { by: 'articles', ids: ids.map((id) => wholeNumber(id, 'ID')) };
}

/** Lists the bin, puts articles back, or empties it. */
export const binCommand: Command = {
  usage: 'bin [QUERY] | --put-back A,B | --empty --yes [--archive DIR] [--json]',
  prepare(args) {
    const { values, positionals } = readArguments(args, {
      'put-back': { type: 'string' },
      empty: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
    });
    if ([positionals.length > 0, values['put-back'] !== undefined, values.empty].filter(Boolean).length > 1)
      throw new WrongUse('Нужно что-то одно: слова поиска, --put-back или --empty');
    const back = values['put-back']?.split(',').map((id) => wholeNumber(id.trim(), 'put-back'));
    return {
      folder: values.archive,
      async run({ client, terminal }) {
        if (back !== undefined) {
          const figures = await client.bin.putBack({ ids: back });
          return terminal.out(values.json ? JSON.stringify(figures) : `Возвращено статей: ${figures.articles}`);
        }
        const contents = await client.bin.contents();
        if (values.empty && !values.yes) {
          throw new WrongUse(
            `Будут удалены навсегда статьи (${contents.articles}) и заметки на них (${contents.annotations}). Если так и нужно, добавьте --yes`,
          );
        }
        if (values.empty) {
          await follow(client, (await client.bin.empty()).job, terminal);
          return terminal.out(
            values.json
              ? JSON.stringify(contents)
              : `Удалено: статей ${contents.articles}, заметок ${contents.annotations}`,
          );
        }
        const { total, entries } = await client.bin.list({ query: positionals.join(' '), limit: 1000 });
        if (values.json) return terminal.out(JSON.stringify({ total, entries }));
        terminal.out(`В корзине: ${total}`);
        for (const { id, title, source, date } of entries) {
          terminal.out(`${String(id).padStart(7)}  ${title}  ${[source, date].filter(Boolean).join(', ')}`);
        }
      },
    };
  },
};
