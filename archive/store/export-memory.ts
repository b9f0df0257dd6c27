import {
  type ExportRequest,
  type ExportTemplate,
  type FinishedExport,
  finishedExport,
  keptTemplates,
} from '../contract/exports.ts';
import type { Database } from './database.ts';

/** The last export that was finished, with where it went; what this version does not understand is forgotten. */
export function readLastExport(database: Database): FinishedExport | null {
  return read(database, 'lastExport', finishedExport) ?? null;
}

export function writeLastExport(database: Database, request: ExportRequest, file: string): void {
  write(database, 'lastExport', { request, file });
}

/** The templates that the person keeps, in the order of their names. */
export function readTemplates(database: Database): ExportTemplate[] {
  return read(database, 'exportTemplates', keptTemplates) ?? [];
}

export function writeTemplates(database: Database, kept: readonly ExportTemplate[]): ExportTemplate[] {
  const order = new Intl.Collator('ru');
  const sorted = [...kept].sort((a, b) => order.compare(a.name, b.name));
  write(database, 'exportTemplates', sorted);
  return sorted;
}

function read<T>(
  database: Database,
  name: string,
  schema: { safeParse(value: unknown): { data?: T | undefined } },
): T | undefined {
  const row = database.first<{ value: string }>('SELECT value FROM setting WHERE name = ?', name);
  return row === undefined ? undefined : schema.safeParse(JSON.parse(row.value)).data;
}

function write(database: Database, name: string, value: unknown): void {
  database.run(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    name,
    JSON.stringify(value),
  );
}
