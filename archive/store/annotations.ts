import type { Annotation, Pencil, Placement, QuoteSelector } from '../contract/annotations.ts';
import type { ArticleField, Span } from '../contract/values.ts';
import type { Database, Row } from './database.ts';
import type { Editor } from './history.ts';

interface AnnotationRow extends Row {
  id: number;
  article: number;
  field: ArticleField;
  exact: string;
  prefix: string;
  suffix: string;
  start: number | null;
  end: number | null;
  placement: Placement;
  pencil: Pencil;
  bookmark: number;
  note: string;
  tags: string;
  created_at: number;
  changed_at: number;
}

function annotationOf(row: AnnotationRow): Annotation {
  return {
    id: row.id,
    article: row.article,
    field: row.field,
    quote: { exact: row.exact, prefix: row.prefix, suffix: row.suffix },
    span: row.start === null || row.end === null ? null : { start: row.start, end: row.end },
    placement: row.placement,
    pencil: row.pencil,
    bookmark: row.bookmark === 1,
    note: row.note,
    tags: JSON.parse(row.tags) as string[],
    createdAt: new Date(row.created_at).toISOString(),
    changedAt: new Date(row.changed_at).toISOString(),
  };
}

// Asked of each annotation's own article: a list of all living ones would be made anew for each that is read.
const living = 'EXISTS (SELECT 1 FROM article a WHERE a.id = annotation.article AND a.removed_at IS NULL)';

export function annotation(database: Database, id: number): Annotation | undefined {
  const row = database.first<AnnotationRow>(`SELECT * FROM annotation WHERE id = ? AND ${living}`, id);
  return row && annotationOf(row);
}

/** In the order of the text; those without a place come last. */
export function annotationsOf(database: Database, article: number): Annotation[] {
  return database
    .all<AnnotationRow>(
      `SELECT * FROM annotation WHERE article = ? ORDER BY field = 'body', start IS NULL, start, "end", id`,
      article,
    )
    .map(annotationOf);
}

/** All annotations of articles that are not in the bin, the last changed first. */
export function allAnnotations(database: Database): Annotation[] {
  return database
    .all<AnnotationRow>(`SELECT * FROM annotation WHERE ${living} ORDER BY changed_at DESC, id DESC`)
    .map(annotationOf);
}

/** What lists and filters need of an annotation, without its texts. */
export interface AnnotationRecord extends Row {
  id: number;
  article: number;
  pencil: Pencil;
  bookmark: number;
  noted: number;
  placed: number;
  /** Where it stands in its article, for sorting. */
  place: number;
  tags: string;
  created_at: number;
  changed_at: number;
}

/** The records of the annotations of living articles whose ids lie beyond `after` and reach `upTo`. */
export function annotationRecords(database: Database, after: number, upTo: number): AnnotationRecord[] {
  return database.all<AnnotationRecord>(
    `SELECT id, article, pencil, bookmark, note <> '' AS noted, start IS NOT NULL AS placed,
     CASE WHEN start IS NULL THEN 9e15 WHEN field = 'title' THEN start - 1e9 ELSE start END AS place,
     tags, created_at, changed_at FROM annotation WHERE ${living} AND article > ? AND article <= ?`,
    after,
    Math.min(upTo, Number.MAX_SAFE_INTEGER),
  );
}

/** The last article, by its id, that has an annotation; 0 when none has. */
export function lastAnnotated(database: Database): number {
  return Number(database.first('SELECT max(article) AS last FROM annotation')?.last ?? 0);
}

export function annotationCount(database: Database): number {
  return Number(database.first(`SELECT count(*) AS n FROM annotation WHERE ${living}`)?.n);
}

/** How many annotations wait for a place. */
export function unplacedCount(database: Database): number {
  return Number(database.first(`SELECT count(*) AS n FROM annotation WHERE ${living} AND placement = 'unplaced'`)?.n);
}

/** How many annotations an article has. */
export function annotationsOn(database: Database, article: number): number {
  return Number(database.first('SELECT count(*) AS n FROM annotation WHERE article = ?', article)?.n);
}

/** All annotations as rows, those of articles in the bin too. */
export const annotationRows = (database: Database): Row[] => database.all('SELECT * FROM annotation');

/** What is written of an annotation besides its moments. */
export interface AnnotationDraft {
  readonly article: number;
  readonly field: ArticleField;
  readonly quote: QuoteSelector;
  readonly span: Span | null;
  readonly placement: Placement;
  readonly pencil: Pencil;
  readonly bookmark: boolean;
  readonly note: string;
  readonly tags: readonly string[];
}

export function addAnnotation(edit: Editor, draft: AnnotationDraft, createdAt: number, changedAt = createdAt): number {
  return edit.insert('annotation', {
    article: draft.article,
    field: draft.field,
    exact: draft.quote.exact,
    prefix: draft.quote.prefix,
    suffix: draft.quote.suffix,
    start: draft.span?.start ?? null,
    end: draft.span?.end ?? null,
    placement: draft.placement,
    pencil: draft.pencil,
    bookmark: Number(draft.bookmark),
    note: draft.note,
    tags: JSON.stringify([...new Set(draft.tags)]),
    created_at: createdAt,
    changed_at: changedAt,
  });
}

/** The columns that a placing sets: used by edits, and without a step of undo when a text has changed. */
export function placingCells(placed: { quote?: QuoteSelector; span: Span | null; placement: Placement }): Row {
  return {
    ...(placed.quote && { exact: placed.quote.exact, prefix: placed.quote.prefix, suffix: placed.quote.suffix }),
    start: placed.span?.start ?? null,
    end: placed.span?.end ?? null,
    placement: placed.placement,
  };
}

/** Writes where an annotation was found in a text that has changed. Not a step of the person's, so not undone. */
export function placeAgain(database: Database, id: number, span: Span | null, placement: Placement): void {
  database.run(
    'UPDATE annotation SET start = ?, "end" = ?, placement = ? WHERE id = ?',
    span?.start ?? null,
    span?.end ?? null,
    placement,
    id,
  );
}
