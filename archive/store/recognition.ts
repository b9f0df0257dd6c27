import type { ArticleField, EntityKind } from '../contract/values.ts';
import type { Database } from './database.ts';

/** A person or an organization of one article. */
export interface StoredName {
  /** The entity it was linked to automatically. */
  readonly entity: number;
  readonly kind: EntityKind;
  /** Its forms in the nominative as they are met in the article. */
  readonly spellings: readonly string[];
}

/** A place where a name stands: offsets are UTF-16 units into the field. */
export interface StoredMention {
  readonly field: ArticleField;
  readonly start: number;
  readonly end: number;
  /** Which of the article's names, and which of its spellings. */
  readonly name: number;
  readonly spelling: number;
}

export interface StoredRecognition {
  /** Version of the recogniser. */
  readonly version: string;
  readonly names: readonly StoredName[];
  /** In reading order: the title first. */
  readonly mentions: readonly StoredMention[];
}

/** Version of the packed form, its first byte. */
const format = 1;

/**
 * Packs names and mentions: a mention takes about five bytes, since the text itself is in the article. Numbers are varints
 * (seven bits a byte, the lowest first); the start of a mention counts from the start of the one before in its field.
 */
export function pack({ names, mentions }: Pick<StoredRecognition, 'names' | 'mentions'>): Uint8Array {
  const bytes: number[] = [format];
  const number = (value: number) => {
    let rest = value;
    for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest & 0x7f) | 0x80);
    bytes.push(rest);
  };
  number(names.length);
  for (const name of names) {
    number(name.entity * 2 + (name.kind === 'organization' ? 1 : 0));
    number(name.spellings.length);
    for (const spelling of name.spellings) {
      const text = Buffer.from(spelling);
      number(text.length);
      for (const byte of text) bytes.push(byte);
    }
  }
  number(mentions.length);
  let last = 0;
  let field: ArticleField = 'title';
  for (const mention of mentions) {
    if (mention.field !== field) last = 0;
    field = mention.field;
    number((mention.start - last) * 2 + (field === 'body' ? 1 : 0));
    number(mention.end - mention.start);
    number(mention.name);
    number(mention.spelling);
    last = mention.start;
  }
  return Uint8Array.from(bytes);
}

/** Reads what {@link pack} wrote. */
export function unpack(bytes: Uint8Array): Pick<StoredRecognition, 'names' | 'mentions'> {
  let at = 1;
  const number = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  };
  const decoder = new TextDecoder();
  const text = () => {
    const length = number();
    at += length;
    return decoder.decode(bytes.subarray(at - length, at));
  };
  const list = <T>(read: () => T) => Array.from({ length: number() }, read);
  const names = list<StoredName>(() => {
    const packed = number();
    return {
      entity: Math.floor(packed / 2),
      kind: packed % 2 === 1 ? 'organization' : 'person',
      spellings: list(text),
    };
  });
  let last = 0;
  let before: ArticleField = 'title';
  const mentions = list<StoredMention>(() => {
    const packed = number();
    const field = packed % 2 === 1 ? 'body' : 'title';
    const start = Math.floor(packed / 2) + (field === before ? last : 0);
    before = field;
    last = start;
    return { field, start, end: start + number(), name: number(), spelling: number() };
  });
  return { names, mentions };
}

export function writeRecognition(database: Database, article: number, recognition: StoredRecognition): void {
  const order = (field: ArticleField) => (field === 'title' ? 0 : 1);
  const mentions = recognition.mentions.toSorted((a, b) => order(a.field) - order(b.field) || a.start - b.start);
  const entities = Uint32Array.from(new Set(recognition.names.map((name) => name.entity)));
  database.run(
    'INSERT OR REPLACE INTO recognition (article, version, entities, mentions) VALUES (?, ?, ?, ?)',
    article,
    recognition.version,
    new Uint8Array(entities.buffer),
    pack({ names: recognition.names, mentions }),
  );
}

export function recognitionOf(
  database: Database,
  article: number,
): Pick<StoredRecognition, 'names' | 'mentions'> | undefined {
  const row = database.first<{ mentions: Uint8Array }>('SELECT mentions FROM recognition WHERE article = ?', article);
  return row && unpack(row.mentions);
}

/** The entities of articles behind `after`, up to `last`, as they were linked automatically, for the columns of the facets. */
export const entitiesOfArticles = (database: Database, after: number, last: number) =>
  database
    .all<{ article: number; entities: Uint8Array }>(
      'SELECT article, entities FROM recognition WHERE article > ? AND article <= ?',
      after,
      last,
    )
    .map(({ article, entities }) => ({ article, entities: entityIds(entities) }));

function entityIds(packed: Uint8Array): number[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const ids: number[] = [];
  for (let at = 0; at < packed.byteLength; at += 4) ids.push(view.getUint32(at, true));
  return ids;
}
