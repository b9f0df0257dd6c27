import { type Pencil, pencil, type QuoteSelector } from '../contract/annotations.ts';
import type { ArticleField, Span } from '../contract/values.ts';

/** An annotation from a file. Which article it belongs to is for the archive to find by what is told of it. */
export interface Incoming {
  article: { hash: string | null; key: string | null; title: string | null; url: string | null };
  field: ArticleField;
  quote: QuoteSelector;
  /** In code points, as the standard counts; null when the file gives none. */
  position: Span | null;
  pencil: Pencil;
  bookmark: boolean;
  note: string;
  tags: string[];
  /** ISO 8601 in UTC; null when the file gives none. */
  createdAt: string | null;
  changedAt: string | null;
}

/** Why an annotation, or the whole file (`record` null), was not taken. */
export interface Rejected {
  /** From 1. */
  record: number | null;
  reason: 'not-json' | 'no-annotations' | 'no-quotation';
}

type Loose = Record<string, unknown>;

/**
 * Reads W3C Web Annotation JSON-LD (one annotation, a page, a collection with its pages inside, a bare list) and what
 * Hypothesis exports (`annotations`, or `rows` of its service). Never throws: what cannot be read is told.
 */
export function readAnnotations(json: string): { annotations: Incoming[]; rejected: Rejected[] } {
  let data: unknown;
  try {
    data = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch {
    return { annotations: [], rejected: [{ record: null, reason: 'not-json' }] };
  }
  const records = recordsOf(data);
  if (records === undefined) return { annotations: [], rejected: [{ record: null, reason: 'no-annotations' }] };
  const annotations: Incoming[] = [];
  const rejected: Rejected[] = [];
  for (const [index, record] of records.entries()) {
    const read = annotationOf(record);
    if (read) annotations.push(read);
    else rejected.push({ record: index + 1, reason: 'no-quotation' });
  }
  return { annotations, rejected };
}

function recordsOf(data: unknown): unknown[] | undefined {
  if (Array.isArray(data)) return data;
  if (!isLoose(data)) return undefined;
  for (const key of ['items', 'annotations', 'rows']) if (Array.isArray(data[key])) return data[key];
  if (isLoose(data.first)) return recordsOf(data.first);
  return data.target === undefined ? undefined : [data];
}

function annotationOf(record: unknown): Incoming | undefined {
  if (!isLoose(record)) return undefined;
  const target = list(record.target).find(isLoose);
  const selectors = list(target?.selector).filter(isLoose);
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  const exact = text(quote?.exact);
  if (target === undefined || exact === null || exact === '') return undefined;
  const bodies = list(record.body).filter(isLoose);
  // Hypothesis keeps note and tags beside the target, the standard in bodies with a purpose.
  const notes = bodies.filter((body) => body.purpose !== 'tagging').map((body) => text(body.value) ?? '');
  const tags = [...bodies.filter((body) => body.purpose === 'tagging').map((body) => body.value), ...list(record.tags)];
  return {
    article: {
      hash: contentHash(target['podshivka:hash']),
      key: text(target['podshivka:key']),
      title: text(target['podshivka:title']) ?? documentTitle(record.document),
      url: webAddress(target.source) ?? webAddress(record.uri),
    },
    field: target['podshivka:field'] === 'title' ? 'title' : 'body',
    quote: { exact, prefix: text(quote?.prefix) ?? '', suffix: text(quote?.suffix) ?? '' },
    position: positionOf(selectors.find((selector) => selector.type === 'TextPositionSelector')),
    pencil: pencil.safeParse(text(target.styleClass)?.replace(/^pencil-/, '')).data ?? 'ochre',
    bookmark: list(record.motivation).includes('bookmarking'),
    note: [...notes, text(record.text) ?? ''].filter(Boolean).join('\n\n'),
    tags: [...new Set(tags.map(text).filter((tag): tag is string => tag !== null && tag !== ''))],
    createdAt: moment(record.created),
    changedAt: moment(record.modified ?? record.updated),
  };
}

const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const contentHash = (value: unknown) => (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? value : null);
const webAddress = (value: unknown) => (typeof value === 'string' && /^https?:/i.test(value) ? value : null);
const documentTitle = (value: unknown) => (isLoose(value) ? text(list(value.title)[0]) : null);

function positionOf(selector: Loose | undefined): Span | null {
  const { start, end } = selector ?? {};
  if (typeof start !== 'number' || typeof end !== 'number') return null;
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end >= start ? { start, end } : null;
}

function moment(value: unknown): string | null {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
