import type { Frequencies } from './frequencies.ts';
import { IdSet } from './id-set.ts';
import { nearPlaces } from './nearness.ts';
import { PhrasePositions, POSITIONS } from './phrase-positions.ts';
import type { PhraseClause } from './query-node.ts';
import type { Ranking } from './ranking.ts';
import type { SegmentView } from './snapshot.ts';
import { type FoundSurface, surfacesOf } from './word-surfaces.ts';

/**
 * Counts the places of a phrase in every article of a segment. Words are taken from the rarest on, and of each only the
 * articles that the words before it have left. Yields between words.
 */
export function* countPhrase(
  clause: PhraseClause,
  view: SegmentView,
  ranking: Ranking,
  into: Frequencies,
): Generator<void, void> {
  const slots: FoundSurface[][] = [];
  for (const words of clause.slots) {
    const surfaces: FoundSurface[] = [];
    for (const word of words) surfaces.push(...(yield* surfacesOf(word, view.segment, ranking)));
    if (surfaces.length === 0) return;
    slots.push(surfaces);
  }
  const order = slots.map((_, slot) => slot).sort((a, b) => documents(slots[a]!) - documents(slots[b]!));
  const reader = new PhrasePositions(view.segment);
  const places: Float64Array[] = [];
  let articles: IdSet | undefined;
  // Of a phrase as written: places of its first word from which it still may begin.
  let beginnings: Float64Array | undefined;
  const run = !clause.sentence && clause.slop === 0;
  for (const slot of order) {
    const own = reader.read(slots[slot]!, articles);
    if (run) {
      beginnings = beginnings === undefined ? beginningsOf(own, slot) : common(beginnings, own, slot);
      articles = articlesOf(beginnings, view);
    } else {
      places[slot] = own;
      articles = articlesOf(own, view);
    }
    if (articles.size === 0) return;
    yield;
  }
  if (run) addRuns(beginnings!, articles!, view, into);
  else addNear(places, articles!, clause, view, into);
}

const documents = (surfaces: readonly FoundSurface[]): number =>
  surfaces.reduce((sum, surface) => sum + surface.documents, 0);

/** Where a phrase begins whose word number `slot` stands at `own`; not before its text does. */
function beginningsOf(own: Float64Array, slot: number): Float64Array {
  let kept = 0;
  for (let i = 0; i < own.length; i++) if (own[i]! % POSITIONS >= slot) own[kept++] = own[i]! - slot;
  return own.subarray(0, kept);
}

/** The members of `beginnings` that have `own` so many words further on. Both ascend. */
function common(beginnings: Float64Array, own: Float64Array, further: number): Float64Array {
  let kept = 0;
  let at = 0;
  for (let i = 0; i < beginnings.length; i++) {
    const wanted = beginnings[i]! + further;
    while (at < own.length && own[at]! < wanted) at++;
    if (own[at] === wanted) beginnings[kept++] = beginnings[i]!;
  }
  return beginnings.subarray(0, kept);
}

const textAt = (place: number): number => Math.floor(place / POSITIONS);

/** The living articles of some places. */
function articlesOf(places: Float64Array, { segment, removed }: SegmentView): IdSet {
  const articles = new IdSet(segment.header.articles);
  const texts = segment.positional.length;
  for (let i = 0; i < places.length; i++) articles.add(Math.floor(textAt(places[i]!) / texts));
  return articles.subtract(removed);
}

function addRuns(beginnings: Float64Array, articles: IdSet, { segment, base }: SegmentView, into: Frequencies): void {
  const { positional } = segment;
  for (let i = 0; i < beginnings.length; i++) {
    const place = textAt(beginnings[i]!);
    const ordinal = Math.floor(place / positional.length);
    const text = place - ordinal * positional.length;
    if (articles.has(ordinal)) into.add(base + ordinal, positional[text]!, 1);
  }
}

/** Counts what stands near, article by article. @param slots places of each word, ascending */
function addNear(
  slots: readonly Float64Array[],
  articles: IdSet,
  clause: PhraseClause,
  { segment, base }: SegmentView,
  into: Frequencies,
): void {
  const { positional } = segment;
  const ats = slots.map(() => 0);
  articles.forEach((ordinal) => {
    const sentences = clause.sentence ? segment.sentences(ordinal) : [];
    for (let text = 0; text < positional.length; text++) {
      const first = (ordinal * positional.length + text) * POSITIONS;
      const positions = slots.map((places, slot) => {
        let at = ats[slot]!;
        while (at < places.length && places[at]! < first) at++;
        const own: number[] = [];
        for (; at < places.length && places[at]! < first + POSITIONS; at++) own.push(places[at]! - first);
        ats[slot] = at;
        return own;
      });
      const found = nearPlaces(positions, clause, sentences[text] ?? []);
      if (found.length > 0) into.add(base + ordinal, positional[text]!, found.length);
    }
  });
}
