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
  factors: readonly number[],
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
  if (clause.sentence || clause.slop > 0) {
    const places: Float64Array[] = [];
    let articles: IdSet | undefined;
    for (const slot of order) {
      places[slot] = reader.read(slots[slot]!, articles);
      articles = articlesOf(places[slot], view);
      if (articles.size === 0) return;
      yield;
    }
    addNear(places, articles!, clause, view, into, factors);
    return;
  }
  // Of a phrase as written: places of its rarest word, of which ever fewer have the others beside them.
  const [rarest, ...others] = order as [number, ...number[]];
  let places = reader.read(slots[rarest]!);
  for (const slot of others) {
    yield;
    const articles = articlesOf(places, view);
    if (articles.size === 0) return;
    places = reader.followed(places, slots[slot]!, slot - rarest, articles);
  }
  addRuns(places, view, into, factors);
}

const documents = (surfaces: readonly FoundSurface[]): number =>
  surfaces.reduce((sum, surface) => sum + surface.documents, 0);

/** The living articles of some places. */
function articlesOf(places: Float64Array, { segment, removed }: SegmentView): IdSet {
  const articles = new IdSet(segment.header.articles);
  const width = segment.positional.length * POSITIONS;
  for (let i = 0, end = 0; i < places.length; i++) {
    if (places[i]! < end) continue;
    const ordinal = Math.floor(places[i]! / width);
    articles.add(ordinal);
    end = (ordinal + 1) * width;
  }
  return articles.subtract(removed);
}

/** Counts every place. */
function addRuns(
  places: Float64Array,
  { segment, removed, base }: SegmentView,
  into: Frequencies,
  factors: readonly number[],
): void {
  const { positional } = segment;
  for (let i = 0; i < places.length; ) {
    const place = Math.floor(places[i]! / POSITIONS);
    const end = (place + 1) * POSITIONS;
    const first = i;
    while (i < places.length && places[i]! < end) i++;
    const ordinal = Math.floor(place / positional.length);
    const field = positional[place - ordinal * positional.length]!;
    if (!removed.has(ordinal)) into.add(base + ordinal, field, (i - first) * factors[field]!);
  }
}

/** Counts what stands near, article by article. @param slots places of each word, ascending */
function addNear(
  slots: readonly Float64Array[],
  articles: IdSet,
  clause: PhraseClause,
  { segment, base }: SegmentView,
  into: Frequencies,
  factors: readonly number[],
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
      const field = positional[text]!;
      if (found.length > 0) into.add(base + ordinal, field, found.length * factors[field]!);
    }
  });
}
