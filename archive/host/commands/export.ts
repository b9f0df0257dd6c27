import { readFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import type { ArchiveClient } from '../../contract/client.ts';
import {
  type ExportFormat,
  type ExportParts,
  type ExportRequest,
  type ExportSetup,
  exportFormat,
  exportParts,
  exportRequest,
  exportSetup,
  tableColumn,
} from '../../contract/exports.ts';
import { searchRequest } from '../../contract/search.ts';
import { oneOf, readOptions, WrongUse, wholeNumber } from '../arguments.ts';
import type { Command } from '../command.ts';
import { Refused } from '../refused.ts';
import { follow } from './job.ts';

const options = {
  query: { type: 'string' },
  ids: { type: 'string' },
  selection: { type: 'string' },
  name: { type: 'string' },
  limit: { type: 'string', default: '100' },
  format: { type: 'string' },
  template: { type: 'string' },
  saved: { type: 'string' },
  page: { type: 'string' },
  columns: { type: 'string' },
  standard: { type: 'string' },
  citation: { type: 'string' },
  with: { type: 'string', default: '' },
  without: { type: 'string', default: '' },
  fields: { type: 'string' },
  title: { type: 'string' },
  period: { type: 'string' },
  author: { type: 'string' },
  emblem: { type: 'string' },
  repeat: { type: 'boolean', default: false },
  out: { type: 'string' },
} as const;

export const exportCommand: Command = {
  searches: true,
  usage:
    'export --query Q | --ids A,B | --selection NAME | --name PERSON [--limit N] [--format pdf|docx|html|markdown|csv|xlsx|' +
    'jsonl|ris|bibtex|csl|annotations] [--template digest|dossier|articles|quotes] [--saved TEMPLATE] [--page A4|A5|Letter] ' +
    '[--columns 1|2] [--standard plain|pdf-a|pdf-ua] [--citation gost-7.0.5|gost-7.0.100] [--with chart] [--without cover,names] ' +
    '[--fields date,title] [--title T] [--period P] [--author A] [--emblem FILE] --out FILE-OR-FOLDER | export --repeat',
  prepare(args) {
    const { values } = readOptions(args, options);
    const { out } = values;
    if (values.repeat) {
      return {
        folder: values.archive,
        run: async ({ client, terminal }) => {
          const { job } = await client.exports.repeat();
          const { done, file } = await follow(client, job, terminal);
          terminal.out(values.json ? JSON.stringify({ file, articles: done }) : `Сохранено: ${file}`);
        },
      };
    }
    if (out === undefined) throw new WrongUse('Нужен --out с именем файла или папки');
    const given = setupOf(values, out);
    const subject = subjectOf(values);
    return {
      folder: values.archive,
      async run({ client, terminal }) {
        const request = exportRequest.parse({
          ...(values.saved === undefined ? {} : await savedSetup(client, values.saved)),
          ...given,
          ...(values.emblem === undefined ? {} : { emblem: await pictureOf(values.emblem) }),
          title: values.title?.slice(0, 300) ?? '',
          period: values.period?.slice(0, 200) ?? '',
          subject: await subject(client),
        });
        const path = resolve(out.endsWith('/') ? join(out, (await client.exports.name(request)).name) : out);
        const { job } = await client.exports.start({ ...request, path });
        const { done } = await follow(client, job, terminal);
        terminal.out(values.json ? JSON.stringify({ file: path, articles: done }) : `Сохранено: ${path}`);
      },
    };
  },
};

type Values = Readonly<Partial<Record<Exclude<keyof typeof options, 'repeat'>, string>>>;

/** What the arguments say of the look; the rest comes from the saved template or the defaults. */
function setupOf(values: Values, out: string): Partial<ExportSetup> {
  const { template, page, standard, citation } = exportSetup.shape;
  const choice = <Word extends string>(name: keyof Values, words: readonly Word[]): Word | undefined => {
    const text = values[name];
    return text === undefined ? undefined : oneOf(text, name, words);
  };
  const columns = choice('columns', ['1', '2']);
  const parts = partsOf(values);
  const fields = values.fields?.split(',').map((one) => oneOf(one.trim(), 'fields', tableColumn.options));
  const setup = {
    format: choice('format', exportFormat.options) ?? (values.saved === undefined ? byEnding(out) : undefined),
    template: choice('template', template.unwrap().options),
    page: choice('page', page.unwrap().options),
    standard: choice('standard', standard.unwrap().options),
    citation: choice('citation', citation.unwrap().options),
    columns: columns === undefined ? undefined : columns === '1' ? (1 as const) : (2 as const),
    author: values.author?.slice(0, 300),
    tableColumns: fields,
    parts,
  };
  return Object.fromEntries(Object.entries(setup).filter(([, value]) => value !== undefined));
}

function partsOf(values: Values): ExportParts | undefined {
  const named = (name: 'with' | 'without') =>
    (values[name] ?? '')
      .split(',')
      .filter((part) => part !== '')
      .map((part) => oneOf(part.trim(), name, exportParts.keyof().options));
  const [on, off] = [named('with'), named('without')];
  if (on.length + off.length === 0) return undefined;
  const choices = [...on.map((part) => [part, true] as const), ...off.map((part) => [part, false] as const)];
  return exportParts.parse(Object.fromEntries(choices));
}

const endings: Readonly<Record<string, ExportFormat>> = {
  '.docx': 'docx',
  '.html': 'html',
  '.md': 'markdown',
  '.csv': 'csv',
  '.xlsx': 'xlsx',
  '.jsonl': 'jsonl',
  '.ris': 'ris',
  '.bib': 'bibtex',
};

/** Without `--format` the ending of the file decides. */
const byEnding = (out: string): ExportFormat => endings[extname(out).toLowerCase()] ?? 'pdf';

function subjectOf(values: Values): (client: ArchiveClient) => Promise<ExportRequest['subject']> {
  const given = (['query', 'ids', 'selection', 'name'] as const).filter((one) => values[one] !== undefined);
  if (given.length !== 1) throw new WrongUse('Нужно одно из: --query, --ids, --selection, --name');
  const { query, ids, selection, name } = values;
  const limit = wholeNumber(values.limit ?? '100', 'limit');
  if (query !== undefined) return async () => ({ by: 'search', request: searchRequest.parse({ query }), limit });
  if (ids !== undefined) {
    const numbers = ids.split(',').map((one) => wholeNumber(one.trim(), 'ids'));
    return async () => ({ by: 'ids', ids: numbers });
  }
  if (selection !== undefined) {
    return async (client) => {
      const found = (await client.selections.list()).find((one) => one.name === selection);
      if (found === undefined) throw new Refused('NOT_FOUND', selection);
      return { by: 'selection', selection: found.id };
    };
  }
  return async (client) => {
    const { entities } = await client.entities.list({ filter: name ?? '', limit: 1 });
    if (entities[0] === undefined) throw new Refused('NOT_FOUND', name);
    return { by: 'entity', entity: entities[0].id, limit };
  };
}

async function savedSetup(client: ArchiveClient, name: string): Promise<ExportSetup> {
  const found = (await client.exports.templates()).find((one) => one.name === name);
  if (found === undefined) throw new Refused('NOT_FOUND', name);
  return found.setup;
}

const types: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.svg': 'image/svg+xml',
};

async function pictureOf(file: string): Promise<string> {
  const type = types[extname(file).toLowerCase()];
  if (type === undefined) throw new WrongUse('--emblem: нужен PNG, JPEG или SVG');
  const bytes = await readFile(file).catch(() => {
    throw new Refused('FOLDER_MISSING', file);
  });
  if (bytes.length > 1_000_000) throw new WrongUse('--emblem: файл больше 1 МБ');
  return `data:${type};base64,${bytes.toString('base64')}`;
}
