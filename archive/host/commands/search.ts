import { readFile } from 'node:fs/promises';
import type { ArchiveClient } from '../../contract/client.ts';
import { type FacetChoice, type SearchRequest, searchRequest } from '../../contract/search.ts';
import type { EntityKind } from '../../contract/values.ts';
import { isoDate } from '../../contract/values.ts';
import { oneOf, readArguments, WrongUse, wholeNumber } from '../arguments.ts';
import type { Command } from '../command.ts';
import { Refused } from '../refused.ts';

const options = {
  person: { type: 'string', multiple: true },
  organization: { type: 'string', multiple: true },
  source: { type: 'string', multiple: true },
  from: { type: 'string' },
  to: { type: 'string' },
  limit: { type: 'string', default: '20' },
  sort: { type: 'string', default: 'relevance' },
  fields: { type: 'string', default: '' },
  batch: { type: 'string' },
} as const;

export const searchCommand: Command = {
  searches: true,
  usage:
    'search QUERY | --batch FILE [--person NAME] [--organization NAME] [--source S] [--from D] [--to D] [--limit N] ' +
    '[--sort relevance|date] [--fields title,body] [--archive DIR] [--json]',
  prepare(args) {
    const { values, positionals } = readArguments(args, options);
    if ((positionals.length === 0) === (values.batch === undefined)) {
      throw new WrongUse('Нужен или запрос, или --batch с файлом запросов');
    }
    const request: SearchRequest = searchRequest.parse({
      query: positionals.join(' ').slice(0, longest),
      from: date(values.from, 'from'),
      to: date(values.to, 'to'),
      limit: Math.min(1000, wholeNumber(values.limit, 'limit', 0)),
      sort: oneOf(values.sort, 'sort', ['relevance', 'date']) === 'date' ? 'newest' : 'relevance',
      fields: values.fields
        .split(',')
        .filter((field) => field !== '')
        .map((field) => oneOf(field, 'fields', ['title', 'body'])),
    });
    return {
      folder: values.archive,
      async run({ client, terminal }) {
        const { person = [], organization = [], source = [] } = values;
        const choices = await choicesOf(client, { person, organization, source });
        if (values.batch !== undefined) {
          for (const query of await queries(values.batch)) {
            terminal.out(JSON.stringify(await found(client, { ...request, choices, query })));
          }
          return;
        }
        const answer = await found(client, { ...request, choices });
        if (values.json) return terminal.out(JSON.stringify(answer));
        terminal.out(`Найдено: ${answer.total}`);
        for (const note of answer.notes) terminal.say(note.text);
        for (const { id, title, date, source, snippet } of answer.hits) {
          terminal.out(`\n${id}  ${title}\n    ${[date, source].filter((part) => part !== null).join(', ')}`);
          terminal.out(`    ${snippet.text.replaceAll(/\s+/g, ' ')}`);
        }
      },
    };
  },
};

/** The contract's limit of a query, in UTF-16 units. */
const longest = 20_000;

function date(text: string | undefined, name: string): string | null {
  if (text === undefined) return null;
  if (!isoDate.safeParse(text).success) throw new WrongUse(`--${name}: дата пишется 2024, 2024-08 или 2024-08-12`);
  return text;
}

/** One query a line, without the empty line that a file may end with. */
async function queries(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refused('FOLDER_MISSING', file);
  });
  const lines = text.split(/\r?\n/);
  return (lines.at(-1) === '' ? lines.slice(0, -1) : lines).map((line) => line.slice(0, longest));
}

/** The choices of facets: sources by their name, persons and organizations by the entity that the name belongs to. */
async function choicesOf(
  client: ArchiveClient,
  named: { person: string[]; organization: string[]; source: string[] },
): Promise<FacetChoice[]> {
  const one = (facet: FacetChoice['facet'], include: string[]): FacetChoice => ({
    facet,
    include,
    exclude: [],
    match: 'any',
  });
  const entities = async (kind: EntityKind, names: string[]) =>
    (await Promise.all(names.map((name) => entitiesNamed(client, kind, name)))).map((ids) => one(kind, ids));
  return [
    ...(await entities('person', named.person)),
    ...(await entities('organization', named.organization)),
    ...(named.source.length > 0 ? [one('source', named.source)] : []),
  ];
}

const folded = (name: string) => name.toLowerCase().replaceAll('ё', 'е').trim();

/**
 * The entities with this name; else those that the archive's own filter finds by it (another spelling of theirs).
 *
 * @throws Refused when the archive has none
 */
async function entitiesNamed(client: ArchiveClient, kind: EntityKind, name: string): Promise<string[]> {
  const { entities } = await client.entities.list({ kind, filter: name, limit: 1000 });
  const exact = entities.filter((entity) => folded(entity.name) === folded(name));
  const chosen = exact.length > 0 ? exact : entities;
  if (chosen.length === 0) throw new Refused('NOT_FOUND', name);
  return chosen.map((entity) => String(entity.id));
}

/** The answer as the command gives it: the contract's records, without what only a window needs. */
async function found(client: ArchiveClient, request: SearchRequest) {
  const { total, hits, facets, notes, took } = await client.search.run(request);
  return {
    total,
    hits: hits.map(({ id, key, title, date, source, score, snippet }) => ({
      id,
      key,
      title,
      date,
      source,
      score,
      snippet,
    })),
    facets,
    notes,
    took,
  };
}
