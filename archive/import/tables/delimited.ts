import Papa from 'papaparse';

const GUESSED = [',', ';', '\t', '|'];

/** Rows of separated values (RFC 4180, also with `;`, tabs and `|`). Never throws; a quote left open ends with the text. */
export function delimitedRows(text: string, delimiter = ''): string[][] {
  return Papa.parse<string[]>(text, { delimiter, delimitersToGuess: GUESSED, skipEmptyLines: false }).data;
}

/** The sign that separates the values of a text. */
export function delimiterOf(text: string): string {
  return Papa.parse<string[]>(text, { delimitersToGuess: GUESSED, preview: 50 }).meta.delimiter;
}
