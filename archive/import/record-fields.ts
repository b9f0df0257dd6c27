import { pressDate } from './press-date.ts';
import type { Draft } from './reading.ts';

/** The names under which exports and front matter keep a field: folded to small letters without blanks, `_` and `-`. */
const NAMES = {
  title: ['title', 'headline', 'заголовок', 'название', 'header', 'name'],
  body: [
    'body',
    'text',
    'content',
    'articlebody',
    'текст',
    'contenttext',
    'fulltext',
    'контент',
    'contenthtml',
    'html',
  ],
  lead: ['lead', 'summary', 'description', 'subtitle', 'лид', 'подзаголовок', 'анонс', 'annotation'],
  author: ['author', 'authors', 'byline', 'автор', 'авторы', 'creator'],
  source: [
    'source',
    'outlet',
    'publisher',
    'источник',
    'издание',
    'сми',
    'sitename',
    'publication',
    'channel',
    'media',
  ],
  date: [
    ...['date', 'datepublished', 'published', 'publishedat', 'datetime', 'pubdate', 'publicationdate', 'publishdate'],
    ...['дата', 'датапубликации', 'datemodified', 'datedoc', 'time', 'timestamp', 'createdat', 'created'],
  ],
  url: ['url', 'link', 'href', 'ссылка', 'адрес', 'permalink', 'canonicalurl'],
  rubric: ['rubric', 'section', 'category', 'рубрика', 'раздел', 'категория', 'topic', 'articlesection'],
  tags: ['tags', 'keywords', 'теги', 'метки', 'ключевыеслова'],
  key: ['id', 'key', 'guid', 'uid', 'messageid', 'docsid', 'ид'],
} as const;

/** A field of an article as a column or a key of an export names it. */
export type Field = keyof typeof NAMES;
const fieldOf = new Map<string, { field: Field; rank: number }>();
for (const [field, names] of Object.entries(NAMES)) {
  names.forEach((name, rank) => {
    fieldOf.set(name, { field: field as Field, rank });
  });
}

/** Which field of an article a column or a key holds; undefined for none. */
export function fieldNamed(name: string): Field | undefined {
  return fieldOf.get(folded(name))?.field;
}

const folded = (name: string) => name.toLowerCase().replace(/[\s_\-:]/g, '');

/** The draft that an object of named values stands for. Where two names hold one field, the first of our list wins. */
export function draftOf(record: Readonly<Record<string, unknown>>): Draft {
  const values: Partial<Record<Field, unknown>> = {};
  const ranks: Partial<Record<Field, number>> = {};
  for (const [name, value] of Object.entries(record)) {
    const known = fieldOf.get(folded(name));
    if (known === undefined || value === null || value === '') continue;
    if ((ranks[known.field] ?? Number.POSITIVE_INFINITY) <= known.rank) continue;
    values[known.field] = value;
    ranks[known.field] = known.rank;
  }
  return {
    key: text(values.key),
    title: text(values.title),
    lead: text(values.lead),
    body: text(values.body) ?? '',
    author: text(values.author),
    source: text(values.source),
    date: pressDate(values.date),
    url: text(values.url),
    rubric: text(values.rubric),
    tags: list(values.tags),
  };
}

/** A value as text: lists are joined, objects (JSON-LD) go by their name or address. */
function text(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.slice(0, 20).map(text).filter(Boolean).join(', ') || undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const named = value as Readonly<Record<string, unknown>>;
  return [named.name, named.Name, named.title, named['@id'], named.url].find((one) => typeof one === 'string') as
    | string
    | undefined;
}

function list(value: unknown): string[] {
  if (Array.isArray(value)) return value.slice(0, 100).flatMap((one) => text(one) ?? []);
  return typeof value === 'string' ? value.split(/[,;]/) : [];
}
