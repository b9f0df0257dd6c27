import type { ExportFormat, ExportParts, ExportSetup, TableColumn } from '../../archive/contract/exports.ts';

/** What holds until the person chooses otherwise; the contract's own defaults. */
export const firstSetup: ExportSetup = {
  format: 'pdf',
  template: 'digest',
  page: 'A4',
  columns: 1,
  standard: 'plain',
  citation: 'gost-7.0.5',
  parts: {
    cover: true,
    contents: true,
    highlights: true,
    notes: true,
    comments: true,
    references: true,
    names: true,
    chart: false,
  },
  author: '',
  emblem: null,
  tableColumns: ['date', 'source', 'title', 'author', 'url', 'persons', 'organizations', 'reference'],
};

export const documents = ['pdf', 'docx', 'html', 'markdown'] as const satisfies readonly ExportFormat[];
export const others = [
  'xlsx',
  'csv',
  'jsonl',
  'ris',
  'bibtex',
  'csl',
  'annotations',
] as const satisfies readonly ExportFormat[];
export const templates = [
  'digest',
  'dossier',
  'articles',
  'quotes',
] as const satisfies readonly ExportSetup['template'][];
export const tableColumns: readonly TableColumn[] = [
  'id',
  'date',
  'source',
  'title',
  'author',
  'rubric',
  'url',
  'tags',
  'persons',
  'organizations',
  'rating',
  'readState',
  'comment',
  'notes',
  'reference',
  'lead',
  'text',
];

export const isDocument = (format: ExportFormat): boolean => (documents as readonly ExportFormat[]).includes(format);
export const isTable = (format: ExportFormat): boolean => format === 'csv' || format === 'xlsx';

/** The parts that can be chosen for a template: what it never has is not offered. */
export function partsOf({ template, format }: Pick<ExportSetup, 'template' | 'format'>): (keyof ExportParts)[] {
  const bound: (keyof ExportParts)[] = template === 'articles' ? [] : ['cover', 'contents'];
  const marks: (keyof ExportParts)[] = template === 'quotes' ? ['notes'] : ['highlights', 'notes'];
  const lists: (keyof ExportParts)[] =
    template === 'articles' ? [] : template === 'quotes' ? ['chart'] : ['names', 'chart'];
  return [...bound, ...marks, 'comments', 'references', ...lists].filter(
    (part) => part !== 'chart' || format !== 'markdown',
  ) as (keyof ExportParts)[];
}

/** A setup as it was kept, without what belongs to one export. */
export function setupOf(request: ExportSetup): ExportSetup {
  const { format, template, page, columns, standard, citation, parts, author, emblem, tableColumns: table } = request;
  return { format, template, page, columns, standard, citation, parts, author, emblem, tableColumns: table };
}

/** The order of the table's columns is the archive's, whatever order they were ticked in. */
export function withColumn(columns: readonly TableColumn[], column: TableColumn, on: boolean): TableColumn[] {
  const next = tableColumns.filter((one) => (one === column ? on : columns.includes(one)));
  return next.length === 0 ? [...columns] : next;
}
