import { sentenceAt } from './sentences.ts';

/** How the words of a phrase must stand. */
export interface NearnessRule {
  /** Words that may stand between, in any order; 0: exactly as written. */
  readonly slop: number;
  /** Anywhere in one sentence, in any order. */
  readonly sentence: boolean;
}

/**
 * The places in one text where words stand as a rule wants them.
 *
 * @param slots      positions of each word, ascending
 * @param beginnings positions at which sentences after the first begin
 * @returns for each place the positions of its words, ascending
 */
export function nearPlaces(
  slots: readonly (readonly number[])[],
  rule: NearnessRule,
  beginnings: readonly number[],
): number[][] {
  if (slots.some((positions) => positions.length === 0)) return [];
  if (rule.sentence) return sentencePlaces(slots, beginnings);
  return rule.slop === 0 ? runs(slots) : windows(slots, slots.length - 1 + rule.slop);
}

/** Runs of successive positions. */
function runs(slots: readonly (readonly number[])[]): number[][] {
  const rest = slots.slice(1).map((positions) => new Set(positions));
  return slots[0]!
    .filter((first) => rest.every((positions, i) => positions.has(first + i + 1)))
    .map((first) => slots.map((_, i) => first + i));
}

/** The smallest windows, one from each last word, that have every word and are at most `span` wide. */
function windows(slots: readonly (readonly number[])[], span: number): number[][] {
  const all = slots
    .flatMap((positions, slot) => positions.map((position) => ({ position, slot })))
    .sort((a, b) => a.position - b.position);
  const held = new Array<number>(slots.length).fill(0);
  let missing = slots.length;
  let first = 0;
  const places: number[][] = [];
  for (let last = 0; last < all.length; last++) {
    if (held[all[last]!.slot]!++ === 0) missing--;
    let shrunk = false;
    while (missing === 0 && (held[all[first]!.slot]! > 1 || all[last]!.position - all[first]!.position > span)) {
      if (--held[all[first++]!.slot]! === 0) missing++;
      shrunk = true;
    }
    if (missing > 0 || (!shrunk && places.length > 0 && held[all[last]!.slot]! > 1)) continue;
    places.push([...new Set(all.slice(first, last + 1).map(({ position }) => position))]);
  }
  return places;
}

function sentencePlaces(slots: readonly (readonly number[])[], beginnings: readonly number[]): number[][] {
  const bySentence = new Map<number, { slots: Set<number>; positions: Set<number> }>();
  slots.forEach((positions, slot) => {
    for (const position of positions) {
      const sentence = sentenceAt(beginnings, position);
      const held = bySentence.get(sentence) ?? { slots: new Set<number>(), positions: new Set<number>() };
      held.slots.add(slot);
      held.positions.add(position);
      bySentence.set(sentence, held);
    }
  });
  return [...bySentence]
    .filter(([, held]) => held.slots.size === slots.length)
    .sort(([a], [b]) => a - b)
    .map(([, held]) => [...held.positions].sort((a, b) => a - b));
}
