import {
  type ExportFormat,
  type ExportParts,
  type ExportSetup,
  type TableColumn,
  tableColumn,
} from '../../archive/contract/exports.ts';

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
  const next = tableColumn.options.filter((one) => (one === column ? on : columns.includes(one)));
  return next.length === 0 ? [...columns] : next;
}
