import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { BinContents, BinEntry, RemovalFigures, RemovalSubject } from '../contract/bin.ts';
import { refuse } from '../contract/refuse.ts';
import { originalsNeededByBackups } from '../store/backups.ts';
import {
  deleteForGood,
  doomedOriginals,
  figuresOf,
  forgetDoomed,
  inBin,
  living,
  livingOfImport,
  livingOfSource,
  removedArticles,
} from '../store/bin.ts';
import { takeStep } from '../store/history.ts';
import { originalPath } from '../store/originals.ts';
import type { Archive } from './archive.ts';
import type { JobWork } from './jobs.ts';
import { idsOf } from './search.ts';
import { summary } from './summaries.ts';

/** Lays articles into the bin: one step that can be undone. Counts, facets, names and words follow before the answer. */
export async function putInBin(archive: Archive, subject: RemovalSubject): Promise<RemovalFigures> {
  const { database } = archive;
  const ids = await subjectIds(archive, subject);
  if (ids.length === 0) return { articles: 0, annotations: 0, bound: 0 };
  const figures = figuresOf(database, ids);
  takeStep(database, 'removal', (edit) =>
    edit.updateAll('article', ids, { removed_at: null }, { removed_at: Date.now() }),
  );
  archive.refresh(ids);
  await archive.index.apply({ remove: ids });
  published(archive);
  return figures;
}

/** Puts articles back where they were: one step that can be undone. */
export async function putBack(archive: Archive, ids: readonly number[]): Promise<RemovalFigures> {
  const { database } = archive;
  const present = inBin(database, ids);
  if (present.length === 0) refuse('NOT_FOUND');
  takeStep(database, 'removal', (edit) => {
    // Each article has the moment it was removed, which an undo gives back.
    const wanted = new Set(present);
    const rows = removedArticles(database).filter(({ id }) => wanted.has(id));
    for (const [at, group] of Map.groupBy(rows, (row) => row.at)) {
      const these = group.map(({ id }) => id);
      edit.updateAll('article', these, { removed_at: at }, { removed_at: null });
    }
  });
  archive.refresh(present);
  await archive.index.catchUp();
  published(archive);
  return figuresOf(database, present);
}

/** What lies in the bin, narrowed by words of headlines and sources. */
export function binEntries(
  archive: Archive,
  { query, offset, limit }: { query: string; offset: number; limit: number },
): { total: number; entries: BinEntry[] } {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const found = removedArticles(archive.database).filter(({ title, source }) => {
    const text = folded(`${title} ${source}`);
    return words.every((word) => text.includes(word));
  });
  const entries = found.slice(offset, offset + limit).flatMap(({ id, at }): BinEntry[] => {
    const article = archive.articles.inBin(id);
    return article === undefined ? [] : [{ ...summary(archive, article), removedAt: new Date(at).toISOString() }];
  });
  return { total: found.length, entries };
}

/** What emptying the bin would delete. */
export function binContents(archive: Archive): BinContents {
  const ids = removedArticles(archive.database).map(({ id }) => id);
  return { ...figuresOf(archive.database, ids), backups: archive.backups.list().length };
}

/** Articles deleted in one transaction: a cancelled or killed job leaves the rest in the bin, whole. */
const batch = 200;

/** Empties the bin, as the work of a job. What came into the bin after it began stays there. */
export async function emptyBin(archive: Archive, { signal, report }: JobWork): Promise<void> {
  const ids = removedArticles(archive.database).map(({ id }) => id);
  report({ done: 0, total: ids.length });
  for (let at = 0; at < ids.length; at += batch) {
    signal.throwIfAborted();
    deleteForGood(archive.database, ids.slice(at, at + batch));
    report({ done: Math.min(ids.length, at + batch) });
    await new Promise((resolve) => setImmediate(resolve));
  }
  await sweepOriginals(archive);
  published(archive);
}

/**
 * Deletes the files that neither the archive nor any of its backups needs. What a kill left undone is done the next time.
 */
export async function sweepOriginals(archive: Archive): Promise<void> {
  const doomed = doomedOriginals(archive.database);
  if (doomed.length === 0) return;
  const needed = originalsNeededByBackups(archive.folder);
  for (const hash of doomed) {
    const path = originalPath(archive.folder, hash);
    if (!needed.has(hash) && existsSync(path)) await rm(path, { force: true });
  }
  // What a backup needs goes with the last backup that does, see `backups.ts`.
  forgetDoomed(archive.database, doomed);
}

async function subjectIds(archive: Archive, subject: RemovalSubject): Promise<number[]> {
  const { database } = archive;
  switch (subject.by) {
    case 'articles': {
      const ids = living(database, subject.ids);
      return ids.length > 0 ? ids : refuse('NOT_FOUND');
    }
    case 'import':
      return livingOfImport(database, subject.job) ?? refuse('NOT_FOUND');
    case 'search':
      return living(database, await idsOf(archive, subject.request, archive.articles.count));
    case 'source':
      return livingOfSource(database, subject.source);
  }
}

function published({ changes }: Archive): void {
  changes.publish('articles', 'annotations', 'selections', 'entities');
}

const folded = (text: string) => text.toLowerCase().replaceAll('ё', 'е');
