import Papa from 'papaparse';

const GUESSED = [',', ';', '\t', '|'];

/** What is wider than any spreadsheet is no table, and ten million empty values take hundreds of megabytes. */
const MOST_COLUMNS = 1 << 14;

/** Rows of separated values (RFC 4180, also with `;`, tabs and `|`). Never throws; a quote left open ends with the text. */
export function delimitedRows(text: string, delimiter = ''): string[][] {
  return Papa.parse<string[]>(text, { delimiter, delimitersToGuess: GUESSED, skipEmptyLines: false }).data;
}

/**
 * Whether a line of the text has more columns than any table. What stands in quotes is a value; a stray quote mark may hide
 * columns, but never adds a line's to the next.
 */
export function isTooWide(text: string, delimiter: string): boolean {
  let columns = 1;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (sign === '"') quoted = !quoted;
    else if (sign === '\n' || sign === '\r') columns = 1;
    else if (sign === delimiter && !quoted && ++columns > MOST_COLUMNS) return true;
  }
  return false;
}

/** The sign that separates the values of a text. */
export function delimiterOf(text: string): string {
  return Papa.parse<string[]>(text, { delimitersToGuess: GUESSED, preview: 50 }).meta.delimiter;
}
