import { pressDate } from '../press-date.ts';
import type { Draft } from '../reading.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Whether a record is an item of CSL-JSON, in which Zotero and others export their libraries. */
export function isCitation(value: Fields): boolean {
  return typeof value.type === 'string' && ('container-title' in value || isRecord(value.issued));
}

/** An item of CSL-JSON: its text is the abstract and the note, for the format holds no other. */
export function citation(value: Fields): Draft {
  const text = (name: string) => (typeof value[name] === 'string' ? value[name] : undefined);
  return {
    key: text('id'),
    title: text('title'),
    body: [text('abstract'), text('note')].filter(Boolean).join('\n\n'),
    author: people(value.author),
    source: text('container-title') ?? text('publisher'),
    date: pressDate(issued(value.issued)),
    url: text('URL'),
    rubric: text('section'),
    tags: text('keyword')?.split(/[,;]/),
  };
}

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function people(value: unknown): string | undefined {
  if (!Array.isArray(value)) return undefined;
  const names = value
    .filter(isRecord)
    .map(({ given, family, literal }) => literal ?? [given, family].filter(Boolean).join(' '));
  return names.filter((name) => typeof name === 'string' && name !== '').join(', ');
}

/** `{"date-parts": [[2024, 8, 12]]}`, or a date as text. */
function issued(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  const parts: unknown = Array.isArray(value['date-parts']) ? value['date-parts'][0] : undefined;
  if (Array.isArray(parts))
    return parts
      .slice(0, 3)
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  return typeof value.raw === 'string' ? value.raw : undefined;
}
