import type { Frequencies } from './frequencies.ts';
import { nearPlaces } from './nearness.ts';
import { PlaceReader, type Places, POSITIONS } from './phrase-places.ts';
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
  const reader = new PlaceReader(view.segment);
  if (clause.sentence || clause.slop > 0) {
    const places: Places[] = [];
    let before: Places | undefined;
    for (const slot of order) {
      before = reader.read(slots[slot]!, before);
      places[slot] = before;
      yield;
    }
    addNear(places, before!, clause, view, into, factors);
    return;
  }
  // Of a phrase as written: places of its rarest word, of which ever fewer have the others beside them.
  const [rarest, ...others] = order as [number, ...number[]];
  let places = reader.read(slots[rarest]!);
  for (const slot of others) {
    if (places.places.length === 0) return;
    yield;
    places = reader.followed(places, slots[slot]!, slot - rarest);
  }
  addRuns(places, view, into, factors);
}

const documents = (surfaces: readonly FoundSurface[]): number =>
  surfaces.reduce((sum, surface) => sum + surface.documents, 0);

/** Counts every place once. */
function addRuns(
  { articles, starts, places }: Places,
  { segment, removed, base }: SegmentView,
  into: Frequencies,
  factors: readonly number[],
): void {
  for (const [i, ordinal] of articles.entries()) {
    if (removed.has(ordinal)) continue;
    const first = starts[i]!;
    const end = starts[i + 1]!;
    for (let at = first; at < end; at++) {
      if (at > first && places[at] === places[at - 1]) continue;
      const field = segment.positional[Math.floor(places[at]! / POSITIONS)]!;
      into.add(base + ordinal, field, factors[field]!);
    }
  }
}

/** Counts what stands near, article by article. @param last places of the word that was read last: the others are there too */
function addNear(
  slots: readonly Places[],
  { articles }: Places,
  clause: PhraseClause,
  { segment, removed, base }: SegmentView,
  into: Frequencies,
  factors: readonly number[],
): void {
  const { positional } = segment;
  for (const ordinal of articles) {
    if (removed.has(ordinal)) continue;
    const sentences = clause.sentence ? segment.sentences(ordinal) : [];
    for (let text = 0; text < positional.length; text++) {
      const positions = slots.map((slot) => positionsIn(slot, ordinal, text));
      const found = nearPlaces(positions, clause, sentences[text] ?? []);
      const field = positional[text]!;
      if (found.length > 0) into.add(base + ordinal, field, found.length * factors[field]!);
    }
  }
}

/** The positions of one text, ascending. */
function positionsIn({ numbers, starts, places }: Places, ordinal: number, text: number): number[] {
  const positions = new Set<number>();
  const number = numbers[ordinal]!;
  for (let at = starts[number - 1]!; at < starts[number]!; at++) {
    const position = places[at]! - text * POSITIONS;
    if (position >= 0 && position < POSITIONS) positions.add(position);
  }
  return [...positions];
}
