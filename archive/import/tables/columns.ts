import { pressDate } from '../press-date.ts';
import { type Field, fieldNamed } from '../record-fields.ts';

/** Which field of an article each column of a table holds. Plain data: it can be shown, changed and remembered. */
export interface ColumnMapping {
  /** Whether the first row names the columns. */
  readonly header: boolean;
  /** For each column its field; null for one that is not taken. */
  readonly fields: readonly (Field | null)[];
}

/** Rows that are looked at to guess. */
const SAMPLE = 50;

/**
 * A guess at what the columns hold: by their names where the first row names any; a column of long texts is the body, one
 * of dates the date, one of addresses the address, one of short texts before the body the headline.
 */
export function guessColumns(rows: readonly (readonly string[])[]): ColumnMapping {
  const width = Math.max(0, ...rows.slice(0, SAMPLE).map((row) => row.length));
  const names = rows[0] ?? [];
  const header =
    names.filter((name) => fieldNamed(name) !== undefined).length >= Math.min(2, width) || looksLikeHeader(rows);
  const named = Array.from({ length: width }, (_, i) => (header ? (fieldNamed(names[i] ?? '') ?? null) : null));
  const fields = named.map((field, i) => (field !== null && named.indexOf(field) < i ? null : field));
  const data = rows.slice(header ? 1 : 0, SAMPLE);
  const column = (i: number) => data.map((row) => row[i]?.trim() ?? '').filter((cell) => cell !== '');
  const free = () => fields.flatMap((field, i) => (field === null ? [i] : []));
  const claim = (field: Field, index: number | undefined) => {
    if (index !== undefined && !fields.includes(field)) fields[index] = field;
  };
  const mean = (i: number) => column(i).reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, column(i).length);
  const share = (i: number, test: (cell: string) => boolean) =>
    column(i).filter(test).length / Math.max(1, column(i).length);
  claim(
    'url',
    free().find((i) => share(i, (cell) => /^https?:\/\//.test(cell)) > 0.8),
  );
  claim(
    'date',
    free().find((i) => share(i, (cell) => pressDate(cell) !== undefined) > 0.8),
  );
  claim(
    'body',
    free()
      .filter((i) => mean(i) > 60)
      .sort((a, b) => mean(b) - mean(a))[0],
  );
  const body = fields.indexOf('body');
  claim(
    'title',
    free()
      .filter((i) => mean(i) > 12 && mean(i) < 250)
      .sort((a, b) => Math.abs(a - body) - Math.abs(b - body))[0],
  );
  return { header, fields };
}

/** A first row of short words over rows that hold something long. */
function looksLikeHeader(rows: readonly (readonly string[])[]): boolean {
  const [first, ...rest] = rows.slice(0, SAMPLE);
  if (first === undefined || rest.length === 0) return false;
  const short = first.every((cell) => cell.trim().length <= 40 && !/\d{3}/.test(cell) && !/^https?:/.test(cell));
  return (
    short &&
    first.some((cell) => fieldNamed(cell) !== undefined) &&
    rest.some((row) => row.some((cell) => cell.length > 60))
  );
}

/** The values of a row by field. */
export function fieldsOf(row: readonly string[], { fields }: ColumnMapping): Partial<Record<Field, string>> {
  const values: Partial<Record<Field, string>> = {};
  fields.forEach((field, i) => {
    const cell = row[i]?.trim();
    if (field !== null && cell) values[field] ??= cell;
  });
  return values;
}
