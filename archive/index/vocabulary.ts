import { walkPattern } from './expansion.ts';
import { IdSet } from './id-set.ts';
import { encodeWord } from './letter-code.ts';
import { PostingsReader } from './postings.ts';
import type { WordOffer } from './search-types.ts';
import type { SurfacePlace } from './segment.ts';
import type { SegmentView, Snapshot } from './snapshot.ts';
import { fuzzyPattern } from './word-automaton.ts';
import { entriesFrom } from './word-surfaces.ts';
import { seekWord } from './word-table.ts';

/** Forms looked at for one completion; beyond that the prefix is too short for the rest to matter. */
const MOST_FORMS = 20_000;

/** Forms that begin with a prefix, by the number of living articles that have them, the most first. */
export function completions(snapshot: Snapshot, prefix: string, limit: number): WordOffer[] {
  const counts = new Map<string, number>();
  if (prefix === '') return [];
  for (const { segment } of snapshot.views) {
    const cursor = segment.surfaces();
    let left = MOST_FORMS;
    for (const _ of entriesFrom(cursor, encodeWord(prefix))) {
      if (left-- === 0) break;
      counts.set(cursor.word, (counts.get(cursor.word) ?? 0) + cursor.record.documents);
    }
  }
  return offers(snapshot, counts, limit);
}

/** Whether some living article has a form that begins so. */
export function anyBegins(snapshot: Snapshot, prefix: string): boolean {
  const bytes = encodeWord(prefix);
  return snapshot.views.some((view) => {
    const cursor = view.segment.surfaces();
    for (const _ of entriesFrom(cursor, bytes)) if (anyLiving(view, cursor.record)) return true;
    return false;
  });
}

/** Whether some living article has a form. */
export function anyHas(snapshot: Snapshot, form: string): boolean {
  return snapshot.views.some((view) => {
    const cursor = view.segment.surfaces();
    for (let more = seekWord(cursor, form); more && cursor.word === form; more = cursor.next()) {
      if (anyLiving(view, cursor.record)) return true;
    }
    return false;
  });
}

function anyLiving({ segment, removed }: SegmentView, record: SurfacePlace): boolean {
  if (removed.size === 0) return true;
  const reader = new PostingsReader(segment.header.fields.length);
  reader.begin(segment.postings(record), record.gaps);
  while (reader.next()) if (!removed.has(reader.article)) return true;
  return false;
}

/** Words shorter than this have too many neighbours one letter away to guess which was meant. */
const SHORTEST_TO_CORRECT = 4;
/** From this length two letters may be wrong. */
const LONG = 8;

/** Forms like a word that the archive does not have: nearer ones first, then the more frequent. */
export function similarForms(snapshot: Snapshot, form: string, limit: number): WordOffer[] {
  if (form.length < SHORTEST_TO_CORRECT) return [];
  for (let distance = 1; distance <= (form.length >= LONG ? 2 : 1); distance++) {
    const counts = new Map<string, number>();
    const pattern = fuzzyPattern(form, distance);
    for (const { segment } of snapshot.views) {
      const cursor = segment.surfaces();
      const take = () => {
        if (cursor.word !== form) counts.set(cursor.word, (counts.get(cursor.word) ?? 0) + cursor.record.documents);
      };
      for (const _ of walkPattern(cursor, segment.surfaceIndex, pattern, take));
    }
    const found = offers(snapshot, counts, limit);
    if (found.length > 0) return found;
  }
  return [];
}

/** The most frequent forms with the number of articles that still have them; those that none has are left out. */
function offers(snapshot: Snapshot, counts: ReadonlyMap<string, number>, limit: number): WordOffer[] {
  const found: WordOffer[] = [];
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  for (const [text] of sorted) {
    if (found.length === limit) break;
    const count = livingArticles(snapshot, text);
    if (count > 0) found.push({ text, count });
  }
  return found.sort((a, b) => b.count - a.count);
}

/** Living articles that have a form. */
function livingArticles(snapshot: Snapshot, form: string): number {
  let count = 0;
  for (const { segment, removed } of snapshot.views) {
    const articles = new IdSet(segment.header.articles);
    const cursor = segment.surfaces();
    const reader = new PostingsReader(segment.header.fields.length);
    for (let more = seekWord(cursor, form); more && cursor.word === form; more = cursor.next()) {
      reader.begin(segment.postings(cursor.record), cursor.record.gaps);
      while (reader.next()) if (!removed.has(reader.article)) articles.add(reader.article);
    }
    count += articles.size;
  }
  return count;
}
