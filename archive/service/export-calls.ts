import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ExportRequest, ExportSubject } from '../contract/exports.ts';
import { refuse } from '../contract/refuse.ts';
import { type DigestItem, digestInput } from '../export/digest.ts';
import { makeDigest } from '../export/pdf.ts';
import { annotationsOf } from '../store/annotations.ts';
import { refuseSystemError } from '../store/archive-folder.ts';
import { itemsOf, selection } from '../store/selections.ts';
import type { Archive } from './archive.ts';
import { wholeArticle } from './article-calls.ts';
import { calls } from './calls.ts';
import type { JobWork } from './jobs.ts';
import { idsOf } from './search.ts';

export function exportCalls(archive: Archive) {
  return {
    start: calls.exports.start.handler(async ({ input }) => {
      const subject = await subjectOf(archive, input.subject);
      if (subject.items.length === 0) refuse('NOTHING_TO_EXPORT');
      return { job: archive.jobs.start('export', (job) => exporting(archive, input, subject, job)) };
    }),
  };
}

/** What is exported: the articles by id with the person's comments, and what the export is called by default. */
interface Subject {
  readonly title: string;
  readonly subtitle: string;
  readonly items: readonly { readonly article: number; readonly comment: string }[];
}

async function subjectOf(archive: Archive, subject: ExportSubject): Promise<Subject> {
  switch (subject.by) {
    case 'ids':
      return { title: '', subtitle: '', items: subject.ids.map((article) => ({ article, comment: '' })) };
    case 'selection':
      return {
        title: selection(archive.database, subject.selection).name,
        subtitle: '',
        items: itemsOf(archive.database, subject.selection),
      };
    case 'search': {
      const ids = await idsOf(archive, subject.request, subject.limit);
      return { title: '', subtitle: subject.request.query, items: ids.map((article) => ({ article, comment: '' })) };
    }
  }
}

async function exporting(archive: Archive, request: ExportRequest, subject: Subject, job: JobWork): Promise<void> {
  const items = subject.items.map(
    ({ article, comment }): DigestItem => ({
      article: wholeArticle(archive, article),
      annotations: annotationsOf(archive.database, article),
      comment,
    }),
  );
  const heading = {
    title: request.title || subject.title,
    subtitle: subject.subtitle,
    today: new Date().toISOString().slice(0, 10),
  };
  const input = digestInput(heading, items);
  const path = request.path ?? join(archive.folder.exports, job.id, fileName(input.title));
  job.report({ done: 0, total: items.length });
  const bytes = await makeDigest(
    input,
    { page: request.page, annotations: request.annotations },
    { fonts: [join(archive.parts.resources, 'fonts')] },
    { signal: job.signal, onProgress: (done, total) => job.report({ done, total }) },
  );
  await writeWhole(path, bytes, request.path === null);
  job.report({ done: items.length, file: basename(path) });
}

/** A name every file system takes. Two exports of one title lie in folders of their own. */
function fileName(title: string): string {
  const plain = title
    .replace(/[^\p{L}\p{N} .,()-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
  return `${plain || 'export'}.pdf`;
}

/** Writes aside and renames, so that a file with its name is whole, and an older one stays until then. */
async function writeWhole(path: string, bytes: Uint8Array, makeFolder: boolean): Promise<void> {
  const aside = `${path}.part`;
  try {
    if (makeFolder) await mkdir(dirname(path), { recursive: true });
    const file = await open(aside, 'w');
    try {
      await file.writeFile(bytes);
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
