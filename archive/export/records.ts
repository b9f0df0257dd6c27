import type { ExportFormat, TableColumn } from '../contract/exports.ts';
import { bibtex, cslItem, ris } from './bibliography.ts';
import { csvHead, csvRow } from './csv.ts';
import type { DigestItem } from './digest.ts';
import type { Standard } from './gost.ts';
import { jsonLine } from './json-lines.ts';
import { cell } from './table.ts';

/** Formats that are written article by article. */
export type RecordFormat = Extract<ExportFormat, 'csv' | 'jsonl' | 'ris' | 'bibtex' | 'csl'>;

export interface RecordOptions {
  columns: readonly TableColumn[];
  citation: Standard;
  /** ISO date of the making. */
  today: string;
}

/** What stands before, between and after the records of a file, and a record. */
export interface RecordWriter {
  before: string;
  record(item: DigestItem): string;
  between: string;
  after: string;
}

export function recordWriter(format: RecordFormat, { columns, citation, today }: RecordOptions): RecordWriter {
  const plain = { before: '', between: '', after: '' };
  switch (format) {
    case 'csv':
      return {
        ...plain,
        before: csvHead(columns),
        record: (item) => csvRow(columns.map((column) => cell(item, column, today, citation))),
      };
    case 'jsonl':
      return { ...plain, record: jsonLine };
    case 'ris':
      return { ...plain, record: ({ article }) => ris(article, today) };
    case 'bibtex':
      return { ...plain, record: ({ article }) => bibtex(article, today) };
    case 'csl':
      return {
        before: '[\n',
        record: ({ article }) => JSON.stringify(cslItem(article, today), null, 2),
        between: ',\n',
        after: '\n]\n',
      };
  }
}
