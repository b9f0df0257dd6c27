import { parseDate } from '../text/dates.ts';
import type { QueryFilter, TextField } from './search-types.ts';

/** What a field of the query narrows: the texts, the date, or a facet. */
export type FieldTarget =
  | { readonly text: TextField }
  | { readonly date: true }
  | { readonly facet: Extract<QueryFilter, { kind: 'value' }>['facet'] };

const TARGETS: readonly (readonly [FieldTarget, string])[] = [
  [{ text: 'title' }, 'заголовок заглавие title headline'],
  [{ text: 'body' }, 'текст body text'],
  [{ date: true }, 'дата date'],
  [{ facet: 'author' }, 'автор author by'],
  [{ facet: 'source' }, 'источник издание source'],
  [{ facet: 'person' }, 'персона человек person'],
  [{ facet: 'organization' }, 'организация organization organisation org'],
  [{ facet: 'rubric' }, 'рубрика rubric section'],
  [{ facet: 'tag' }, 'метка тег tag'],
  [{ facet: 'selection' }, 'подборка selection'],
  [{ facet: 'readState' }, 'прочитано состояние read'],
  [{ facet: 'format' }, 'формат format'],
];

/** Names of fields as they are typed before a colon. */
export const QUERY_FIELDS: ReadonlyMap<string, FieldTarget> = new Map(
  TARGETS.flatMap(([target, names]) => names.split(' ').map((name) => [name, target] as const)),
);

const ISO = /^\d{4}(-\d{2}(-\d{2})?)?$/;
/** Words for «without a date». */
const UNDATED = new Set(['нет', 'без', 'none']);

/** `2024-08..2024-09`, `2024`, `..2024`, `12.08.2024`, `12 августа 2024`, `1990-е`, `нет`; undefined: no date. */
export function dateRange(text: string): { from: string | null; to: string | null } | undefined {
  if (UNDATED.has(text.toLowerCase())) return { from: null, to: null };
  const decade = /^(\d{3})0-?(?:е|ые|х|ых)$/.exec(text);
  if (decade !== null) return { from: `${decade[1]}0`, to: `${decade[1]}9` };
  const [first, last] = text.includes('..') ? text.split('..', 2) : [text, text];
  const from = isoDate(first ?? '');
  const to = isoDate(last ?? '');
  if (from === undefined || to === undefined || (from === null && to === null)) return undefined;
  return { from, to };
}

/** Null: left open; undefined: not a date. */
function isoDate(text: string): string | null | undefined {
  if (text.trim() === '') return null;
  const month = /^(\d{1,2})\.(\d{4})$/.exec(text);
  if (month !== null) return `${month[2]}-${month[1]!.padStart(2, '0')}`;
  return ISO.test(text) ? text : parseDate(text)?.iso;
}
