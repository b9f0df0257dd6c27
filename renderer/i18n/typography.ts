const nbsp = '\u00a0';

/** A word of one or two letters that must not end a line: в, с, на, не, и… */
const shortWord = /(^|[\s«„(—–\u00a0])([\p{L}]{1,2}) (?=\S)/gu;

/**
 * The text with U+00A0 after words of one or two letters. The length stays the same, so that offsets hold; used for
 * display only, never on stored text.
 */
export function bindShortWords(text: string): string {
  // Twice: of two short words in a row («и в Астане») the first match eats the second's left side.
  const once = text.replace(shortWord, `$1$2${nbsp}`);
  return once.replace(shortWord, `$1$2${nbsp}`);
}

/** A sentence of the interface set by the rules of Russian typography: only spaces and joiners change, never letters. */
export function typeset(text: string): string {
  return (
    bindShortWords(text)
      .replace(/ (?=—)/g, nbsp)
      // «по-русски», «6-й»: a hyphen after one or two letters does not end a line.
      .replace(/(?<![\p{L}\d])([\p{L}\d]{1,2})-(?=[\p{L}])/gu, '$1\u2060-\u2060')
      .replace(/№ (?=\d)/g, `№${nbsp}`)
      .replace(/(\d) (?=[\p{L}%₸₽])/gu, `$1${nbsp}`)
  );
}

/** A table of sentences and makers of sentences, every one of them typeset. */
export function typesetTable<T extends object>(table: T): T {
  if (Array.isArray(table)) return table.map(typesetEntry) as unknown as T;
  const entries = Object.entries(table).map(([key, value]) => [key, typesetEntry(value)]);
  return Object.fromEntries(entries) as T;
}

function typesetEntry(value: unknown): unknown {
  if (typeof value === 'string') return typeset(value);
  if (typeof value === 'function') return (...values: unknown[]) => typesetEntry(value(...values));
  return value !== null && typeof value === 'object' ? typesetTable(value) : value;
}
