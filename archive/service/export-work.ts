import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ExportRequest } from '../contract/exports.ts';
import { refuse } from '../contract/refuse.ts';
import { type DigestInput, type DigestItem, digestInput } from '../export/digest.ts';
import { drawPages, makeDocument, makeTable } from '../export/document-thread.ts';
import { exportName } from '../export/file-name.ts';
import { type RecordFormat, recordWriter } from '../export/records.ts';
import { cell } from '../export/table.ts';
import { IdSet } from '../index/id-set.ts';
import { annotationsOn } from '../store/annotations.ts';
import { refuseSystemError } from '../store/archive-folder.ts';
import { writeLastExport } from '../store/export-memory.ts';
import { readSettings } from '../store/settings.ts';
import { annotationsToJson } from './annotation-exchange.ts';
import type { Archive } from './archive.ts';
import { chartOf } from './chart-counts.ts';
import { entityPage } from './entity-page.ts';
import { dossierOf, readItems, type Subject } from './export-subject.ts';
import type { JobWork } from './jobs.ts';

type Asked = Omit<ExportRequest, 'path'>;

const today = (): string => new Date().toISOString().slice(0, 10);

/** The name proposed for an export's file. */
export const nameOf = (request: Asked, subject: Subject): string =>
  exportName(request, request.title.trim() || subject.title || subject.subtitle, today());

/**
 * Makes the file of an export. Its progress counts the articles that are read; what is then made of all of them at once
 * (pages, a workbook) has no part that could be counted, and no total.
 */
export async function exporting(
  archive: Archive,
  request: ExportRequest,
  subject: Subject,
  job: JobWork,
): Promise<void> {
  const path = request.path ?? join(archive.folder.exports, job.id, nameOf(request, subject));
  job.report({ done: 0, total: subject.items.length });
  await writeWhole(path, contentOf(archive, request, subject, job), request.path === null);
  writeLastExport(archive.database, request, basename(path));
  job.report({ done: subject.items.length, total: subject.items.length, file: basename(path) });
}

/** The file's content, in pieces. */
async function* contentOf(
  archive: Archive,
  request: ExportRequest,
  subject: Subject,
  job: JobWork,
): AsyncGenerator<Uint8Array | string, void> {
  const { format } = request;
  const { signal } = job;
  switch (format) {
    case 'annotations':
      yield annotationsToJson(archive, { articles: new Set(subject.items.map(({ article }) => article)) });
      return;
    case 'csv':
    case 'jsonl':
    case 'ris':
    case 'bibtex':
    case 'csl':
      yield* records(archive, { ...request, format }, subject, job);
      return;
    case 'xlsx': {
      const rows = [];
      for await (const item of readItems(archive, subject, signal)) {
        rows.push(request.tableColumns.map((column) => cell(item, column, today(), request.citation)));
        job.report({ done: rows.length });
      }
      job.report({ total: null });
      yield await makeTable({ columns: request.tableColumns, rows }, {}, signal);
      return;
    }
    default: {
      const input = await inputOf(archive, request, subject, job);
      job.report({ total: null });
      yield await withEmblem(request, makeDocument(format, input, request, resourcesOf(archive), signal));
    }
  }
}

async function* records(
  archive: Archive,
  request: ExportRequest & { format: RecordFormat },
  subject: Subject,
  job: JobWork,
): AsyncGenerator<string, void> {
  const writer = recordWriter(request.format, {
    columns: request.tableColumns,
    citation: request.citation,
    today: today(),
  });
  yield writer.before;
  let done = 0;
  for await (const item of readItems(archive, subject, job.signal)) {
    yield (done === 0 ? '' : writer.between) + writer.record(item);
    job.report({ done: ++done });
  }
  yield writer.after;
}

const resourcesOf = (archive: Archive) => ({ fonts: [join(archive.parts.resources, 'fonts')] });

/** What is made of a document; a picture that the typesetter cannot read is the person's to change. */
async function withEmblem<T>({ emblem }: Asked, making: Promise<T>): Promise<T> {
  try {
    return await making;
  } catch (error) {
    if (emblem !== null && error instanceof Error && /(?:decode|parse) (?:image|SVG)/i.test(error.message))
      refuse('PICTURE_UNREADABLE');
    throw error;
  }
}

/** A document's text, its heading and what the archive knows of the one the dossier is of. */
async function inputOf(
  archive: Archive,
  request: Asked,
  subject: Subject,
  job: Pick<JobWork, 'signal' | 'report'> | undefined,
): Promise<DigestInput> {
  const items: DigestItem[] = [];
  for await (const item of readItems(archive, subject, job?.signal)) {
    items.push(item);
    job?.report({ done: items.length });
  }
  const entity = request.template === 'dossier' ? dossierOf(request, items) : null;
  const about = entity === null ? null : entityPage(archive, entity);
  const title = request.title.trim() || subject.title || about?.name || '';
  const heading = {
    title,
    subtitle: subject.subtitle,
    period: request.period,
    author: request.author,
    emblem: request.emblem,
    today: today(),
    pencils: readSettings(archive.database).pencils,
    about,
    chart: request.parts.chart ? chartOfItems(archive, items, about?.name ?? title) : null,
  };
  return digestInput(heading, items);
}

function chartOfItems(archive: Archive, items: readonly DigestItem[], label: string) {
  const ids = IdSet.of(items.map(({ article }) => article.id));
  return chartOf(archive, [{ label, kind: 'search', ids }], { step: null, from: null, to: null });
}

/** Whether anything is marked in the articles of a subject. */
export const hasMarks = (archive: Archive, { items }: Subject): boolean =>
  items.some(({ article }) => annotationsOn(archive.database, article) > 0);

/** Articles that a preview sets: enough for a look, few enough for a moment. */
const previewed = 6;

/** The first pages of a document as one drawing. */
export async function previewOf(archive: Archive, request: Asked, subject: Subject, signal: AbortSignal | undefined) {
  const all =
    request.template === 'quotes'
      ? subject.items.filter(({ article }) => annotationsOn(archive.database, article) > 0)
      : subject.items;
  const items = all.slice(0, previewed);
  const job = { report: () => {}, signal: signal ?? new AbortController().signal };
  const input = await inputOf(archive, request, { ...subject, items }, job);
  const { svg, pages } = await withEmblem(request, drawPages(input, request, resourcesOf(archive), signal));
  const [, width = 595, height = 842] = (/viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []).map(Number);
  return { svg, pages, width, height: height / pages, shown: items.length, articles: all.length };
}

/** Writes aside and renames, so that a file with its name is whole, and an older one stays until then. */
async function writeWhole(
  path: string,
  pieces: AsyncIterable<Uint8Array | string>,
  makeFolder: boolean,
): Promise<void> {
  const aside = `${path}.part`;
  try {
    if (makeFolder) await mkdir(dirname(path), { recursive: true });
    const file = await open(aside, 'w');
    try {
      for await (const piece of pieces) await file.writeFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    refuseSystemError(error, basename(dirname(path)));
  }
}
