import Papa from 'papaparse';

/** Rows of separated values (RFC 4180, also with `;`, tabs and `|`). Never throws; a quote left open ends with the text. */
export function delimitedRows(text: string, delimiter = ''): string[][] {
  const { data } = Papa.parse<string[]>(text, {
    delimiter,
    delimitersToGuess: [',', ';', '\t', '|'],
    skipEmptyLines: false,
  });
  return data;
}
