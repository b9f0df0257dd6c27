import type { Place, Read } from './article-record.ts';
import { citation, isCitation } from './exports/csl.ts';
import { htmlText } from './html-text.ts';
import { jsonValue } from './json-value.ts';
import { unmarked } from './markdown.ts';
import { article, type Draft, type FileReading, refused, type SourceFile } from './reading.ts';
import { draftOf } from './record-fields.ts';
import { decodeText } from './text-bytes.ts';

type Fields = Readonly<Record<string, unknown>>;

/** One record of JSON, as {@link draftOf} understands its keys. */
export function readRecord(value: unknown, place: Place): Read {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { place, reason: 'broken' };
  const draft = draftOfRecord(value as Fields);
  const made = article(draft, place.file, false);
  return made === undefined ? { place, reason: 'no-text' } : { place, article: made };
}

function draftOfRecord(value: Fields): Draft {
  if (isMessage(value)) return message(value);
  return isCitation(value) ? citation(value) : withoutMarkup(draftOf(value));
}

/** Text that was exported with its HTML. */
export function withoutMarkup(draft: Draft): Draft {
  return /<(?:p|br|div|h[1-6]|li)\b[^<>]*>/i.test(draft.body) ? { ...draft, body: htmlText(draft.body) } : draft;
}

/** A post of a Telegram channel, as clients and scrapers save it. */
const isMessage = (value: Fields) => 'message_id' in value || ('id' in value && 'text_entities' in value);

function message(value: Fields): Draft {
  const draft = draftOf(value);
  const channel = draft.source ?? (typeof value.from === 'string' ? value.from : undefined);
  // Numbers of posts repeat from channel to channel.
  const key = [value.sender_id ?? channel, value.message_id ?? value.id].filter((part) => part !== undefined).join('/');
  return { ...draft, key, body: unmarked(richText(value.text)), title: draft.title, source: channel };
}

/** Telegram writes a formatted text as a list of strings and of objects with a `text`. */
function richText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(richText).join('');
  return typeof value === 'object' && value !== null && 'text' in value ? richText(value.text) : '';
}

/** The lines of JSON Lines, numbered from `first`. An empty line is no record. */
export function readLines(text: string, file: string, first: number): Read[] {
  const reads: Read[] = [];
  text.split('\n').forEach((line, i) => {
    if (line.trim() === '') return;
    const place = { file, record: first + i };
    const value = jsonValue(line);
    reads.push(value === undefined ? { place, reason: 'broken' } : readRecord(value, place));
  });
  return reads;
}

/** A whole .json file: a list of records, an object that holds such a list, or one record. */
export function readJsonFile(source: SourceFile): FileReading {
  const decoded = decodeText(source.bytes, undefined, source.choices?.encoding);
  if ('reason' in decoded) return refused(source.file, 'json', decoded.reason);
  const value = jsonValue(decoded.text);
  if (value === undefined) return linesOrBroken(source, decoded.text, decoded.encoding);
  const { records, many, source: outlet } = recordsOf(value);
  if (records.length === 0) return { ...refused(source.file, 'json', 'no-text'), encoding: decoded.encoding };
  const reads = records.map((record, i): Read => {
    const read = readRecord(record, { file: source.file, record: many ? i + 1 : null });
    return 'article' in read && outlet !== undefined && read.article.source === null
      ? { ...read, article: { ...read.article, source: outlet } }
      : read;
  });
  return { format: 'json', encoding: decoded.encoding, reads };
}

/** Not JSON as a whole: JSON Lines under the wrong name, a file that ends in the middle, or rubbish. */
function linesOrBroken(source: SourceFile, text: string, encoding: string): FileReading {
  if (jsonValue(text.trimStart().split('\n', 1)[0]!) !== undefined) {
    return { format: 'jsonl', encoding, reads: readLines(text, source.file, 1) };
  }
  const start = /^\s*[[{]/.test(text);
  const end = /[\]}]\s*$/.test(text);
  return { ...refused(source.file, 'json', start && !end ? 'truncated' : 'broken'), encoding };
}

/** Keys under which exports hold their list of records. */
const LISTS = ['items', 'articles', 'messages', 'posts', 'results', 'data', 'records', 'news'];

function recordsOf(value: unknown): { records: readonly unknown[]; many: boolean; source?: string | undefined } {
  if (Array.isArray(value)) return { records: value, many: true };
  if (typeof value !== 'object' || value === null) return { records: [], many: false };
  const fields = value as Fields;
  const list = LISTS.map((name) => fields[name]).find(Array.isArray);
  if (list === undefined) return { records: [value], many: false };
  // A feed or a channel export names its outlet above the list.
  const name = fields.title ?? fields.name;
  return { records: list, many: true, source: typeof name === 'string' ? name : undefined };
}
