import { z } from 'zod';
import { searchRequest } from './search.ts';
import { id } from './values.ts';

/**
 * Which articles: by id, a selection with its comments, all that name a person or organization (the newest first), or the
 * first `limit` of a search.
 */
export const exportSubject = z.discriminatedUnion('by', [
  z.object({ by: z.literal('ids'), ids: z.array(id).min(1) }),
  z.object({ by: z.literal('selection'), selection: id }),
  z.object({ by: z.literal('entity'), entity: id, limit: z.int().positive().max(100_000) }),
  z.object({ by: z.literal('search'), request: searchRequest, limit: z.int().positive().max(100_000) }),
]);
export type ExportSubject = z.infer<typeof exportSubject>;

export const exportFormat = z.enum([
  'pdf',
  'docx',
  'html',
  'markdown',
  'csv',
  'xlsx',
  'jsonl',
  'ris',
  'bibtex',
  'csl', // CSL-JSON
  'annotations', // W3C Web Annotations
]);
export type ExportFormat = z.infer<typeof exportFormat>;

/** The columns a table can have, in the order they are written. */
export const tableColumn = z.enum([
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
]);
export type TableColumn = z.infer<typeof tableColumn>;

/** What holds until the person chooses otherwise. */
export const firstSetup = {
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
  tableColumns: ['date', 'source', 'title', 'author', 'url', 'persons', 'organizations', 'reference'] as TableColumn[],
} as const;

/** What a document is made of besides the articles. */
export const exportParts = z.object({
  cover: z.boolean().default(firstSetup.parts.cover),
  contents: z.boolean().default(firstSetup.parts.contents),
  highlights: z.boolean().default(firstSetup.parts.highlights),
  notes: z.boolean().default(firstSetup.parts.notes),
  comments: z.boolean().default(firstSetup.parts.comments),
  references: z.boolean().default(firstSetup.parts.references),
  /** The indexes of persons and organizations. */
  names: z.boolean().default(firstSetup.parts.names),
  /** A chart of the articles over time. */
  chart: z.boolean().default(firstSetup.parts.chart),
});
export type ExportParts = z.infer<typeof exportParts>;

/** A picture for the cover, as a data URL: PNG, JPEG or SVG of at most about 1 MB. */
const emblem = z
  .string()
  .max(1_500_000)
  .regex(/^data:image\/(png|jpeg|svg\+xml);base64,[A-Za-z0-9+/]+=*$/);

/**
 * `digest`: cover, contents, articles, lists; `dossier`: of a person or organization, with roles, time line and quotations;
 * `articles`: only the articles, each on its own page; `quotes`: only the highlighted passages with their references.
 */
export const documentTemplate = z.enum(['digest', 'dossier', 'articles', 'quotes']);

/** How an export looks: what a saved template keeps. */
export const exportSetup = z.object({
  format: exportFormat.default(firstSetup.format),
  template: documentTemplate.default(firstSetup.template),
  page: z.enum(['A4', 'A5', 'Letter']).default(firstSetup.page),
  columns: z.union([z.literal(1), z.literal(2)]).default(firstSetup.columns),
  /** `pdf-a` is PDF/A-2a, `pdf-ua` PDF/UA-1. */
  standard: z.enum(['plain', 'pdf-a', 'pdf-ua']).default(firstSetup.standard),
  citation: z.enum(['gost-7.0.5', 'gost-7.0.100']).default(firstSetup.citation),
  parts: exportParts.prefault({}),
  /** Who made it: on the cover and in the file's properties. */
  author: z.string().max(300).default(firstSetup.author),
  emblem: emblem.nullable().default(firstSetup.emblem),
  tableColumns: z.array(tableColumn).min(1).default(firstSetup.tableColumns),
});
export type ExportSetup = z.infer<typeof exportSetup>;

export const exportRequest = exportSetup.extend({
  subject: exportSubject,
  /** The title on the cover; empty: made from the selection, the name or the query. */
  title: z.string().max(300).default(''),
  /** Of whom a dossier is; null: of the one the subject names, else of the one that most of the articles name. */
  about: id.nullable().default(null),
  /** The period on the cover; empty: from the first article to the last. */
  period: z.string().max(200).default(''),
  /**
   * Where the file goes: a path chosen in a dialog or on the command line; null: into the archive's own `exports`
   * folder, from where a browser downloads it by the job's id.
   */
  path: z.string().nullable().default(null),
});
export type ExportRequest = z.infer<typeof exportRequest>;

/** Pages of an export as they will look: one SVG drawing with the pages one under another. Lengths in its own units. */
export const exportPreview = z.object({
  svg: z.string(),
  pages: z.int().positive(),
  width: z.number().positive(),
  /** The height of one page. */
  height: z.number().positive(),
  /** How many of the articles are shown, and of how many: long digests are shown by their beginning. */
  shown: z.int().nonnegative(),
  articles: z.int().nonnegative(),
});

/** An export that was finished, as the archive remembers it: with the path it went to. */
export const finishedExport = z.object({ request: exportRequest, file: z.string() });
export type FinishedExport = z.infer<typeof finishedExport>;

/** The last export that was finished: what it was, and the name of its file. */
export const lastExport = finishedExport.extend({ request: exportRequest.omit({ path: true }) });
export type LastExport = z.infer<typeof lastExport>;

/** A way of exporting that the person keeps by name. */
export const exportTemplate = z.object({ name: z.string().min(1).max(100), setup: exportSetup });
export type ExportTemplate = z.infer<typeof exportTemplate>;

export const keptTemplates = z.array(exportTemplate);
