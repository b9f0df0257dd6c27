import type { ReprintFamily } from '../contract/articles.ts';
import { likeness, reprintLikelihood, SHORTEST } from '../import/reprints.ts';
import { shinglesOf, sketchOf } from '../import/shingles.ts';
import {
  countUnfiled,
  familyOf,
  fileReprint,
  membersOf,
  sharingHashes,
  unfiledArticles,
  unfileReprint,
} from '../store/reprints.ts';
import type { Archive } from './archive.ts';
import { summary } from './summaries.ts';

/** Texts that an article is compared with word by word. */
const compared = 8;
/** Articles that a backlog is looked through by at once. */
const portion = 10;

/**
 * Files an article under the family of the text most like it, or under one of its own. Nothing is removed or hidden by
 * that. Part of the caller's transaction.
 *
 * @param shingles of its body
 */
export function fileAmongReprints({ database, articles }: Archive, id: number, shingles: Uint32Array): void {
  const sketch = shingles.length < SHORTEST ? [] : sketchOf(shingles);
  let best = 0;
  let family = id;
  for (const other of sharingHashes(database, sketch, compared)) {
    const text = other === id ? undefined : articles.text(other);
    const likely = text === undefined ? 0 : reprintLikelihood(shingles, shinglesOf(text.body));
    if (likely <= best) continue;
    best = likely;
    family = familyOf(database, other) ?? other;
  }
  fileReprint(database, id, family, sketch);
}

/** Takes an article out of its family before it gets another text. Part of the caller's transaction. */
export function takeFromReprints({ database, articles }: Archive, id: number): void {
  const text = articles.text(id);
  if (text !== undefined) unfileReprint(database, id, sketchOf(shinglesOf(text.body)));
}

/** Compares the articles that came before reprints were looked for, as a job. @returns its id, or undefined */
export function fileBacklog(archive: Archive): string | undefined {
  const total = countUnfiled(archive.database);
  if (total === 0) return undefined;
  return archive.jobs.start('reprints', async ({ signal, report }) => {
    for (let done = 0; ; ) {
      const ids = unfiledArticles(archive.database, portion);
      if (ids.length === 0) break;
      await archive.quiet();
      signal.throwIfAborted();
      archive.database.transaction(() => {
        for (const id of ids) fileAmongReprints(archive, id, shinglesOf(archive.articles.text(id)?.body ?? ''));
      });
      archive.families.read(ids);
      done += ids.length;
      report({ done, total: Math.max(done, total) });
    }
    archive.changes.publish('articles');
  });
}

/** The prints of an article's story, the earliest first, and what each kept of it. */
export function reprintsOf(archive: Archive, id: number): ReprintFamily {
  const family = familyOf(archive.database, id);
  const members = family === undefined ? [] : membersOf(archive.database, family);
  if (members.length < 2) return { first: null, articles: [] };
  const ordered = archive.families.byAge(members);
  const shingles = (article: number) => shinglesOf(archive.articles.text(article)?.body ?? '');
  const original = shingles(ordered[0]!);
  return {
    first: ordered[0]!,
    articles: ordered.flatMap((article) => {
      const stored = archive.articles.get(article);
      return stored === undefined ? [] : { ...summary(archive, stored), ...likeness(original, shingles(article)) };
    }),
  };
}
