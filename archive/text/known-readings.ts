import type { Dictionary } from './dictionary.ts';
import { NAME, PATRONYMIC, type Reading, SURNAME, sorted } from './readings.ts';
import { type Reduction, reduced } from './reductions.ts';

/**
 * The readings that words of one set of places share: words of one declension end alike, so that which ways lead to equal
 * base forms is the same for all of them.
 */
interface ReadingSet {
  /** The ways to base forms, distinct by base form and grammemes. */
  readonly reductions: readonly Reduction[];
  /** How many places each has. */
  readonly counts: readonly number[];
  /** For each the first that leads to the same base form. */
  readonly same: readonly number[];
  /** Whether all lead to one base form: then nothing needs weighing, and what most places have comes first. */
  readonly single: boolean;
}

/** Readings of folded words of а–я that stand in the dictionary. */
export class KnownReadings {
  readonly #dictionary: Dictionary;
  /** By what the dictionary's graph has below the word; undefined where a prefix makes every word a case of its own. */
  readonly #sets = new Map<number, ReadingSet | undefined>();
  readonly #nodes: number[] = [];

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
  }

  /** The likeliest first; none when the word does not stand in the dictionary. */
  of(word: string): Reading[] {
    const spellings = this.#dictionary.readingNodes(word, 0, this.#nodes);
    if (spellings === 0) return [];
    if (spellings === 1) {
      const set = this.#set(this.#nodes[0]!, word);
      if (set?.single || (set && !this.#dictionary.isCounted(word))) return readingsOf(this.#dictionary, set, word);
    }
    return weighedReadings(this.#dictionary, word);
  }

  #set(node: number, word: string): ReadingSet | undefined {
    const key = this.#dictionary.sharedReadings(node);
    const known = this.#sets.get(key);
    if (known !== undefined || this.#sets.has(key)) return known;
    const made = setOf(this.#dictionary, node, word);
    this.#sets.set(key, made);
    return made;
  }
}

/** What every word of the node's set has in common, found by one of them. */
function setOf(dictionary: Dictionary, node: number, word: string): ReadingSet | undefined {
  const found: { readonly reduction: Reduction; readonly lemma: string; count: number }[] = [];
  for (const { paradigm, form } of dictionary.placesBelow(node)) {
    const reduction = dictionary.reduction(paradigm, form);
    if (reduction.prefix > 0 || reduction.before !== '') return undefined;
    const lemma = reduced(word, reduction);
    const same = found.find((other) => other.lemma === lemma && other.reduction.bits === reduction.bits);
    if (same === undefined) found.push({ reduction, lemma, count: 1 });
    else same.count++;
  }
  const single = found.every(({ lemma }) => lemma === found[0]!.lemma);
  if (single) found.sort((a, b) => b.count - a.count);
  return {
    reductions: found.map(({ reduction }) => reduction),
    counts: found.map(({ count }) => count),
    same: found.map(({ lemma }) => found.findIndex((other) => other.lemma === lemma)),
    single,
  };
}

function readingsOf(dictionary: Dictionary, { reductions, counts, same, single }: ReadingSet, word: string): Reading[] {
  const readings: Reading[] = [];
  for (let i = 0; i < reductions.length; i++) {
    const first = same[i]!;
    const lemma = first < i ? readings[first]!.lemma : reduced(word, reductions[i]!);
    const weight = single ? counts[i]! : counts[i]! * likelihood(dictionary, lemma, word, reductions[i]!.bits);
    readings.push({ lemma, grammemes: reductions[i]!.bits, weight, known: true });
  }
  return single ? readings : sorted(readings);
}

/**
 * How likely a base form is where the corpus does not say how likely the readings of the word are: a word is oftener in
 * its base form than in another word's («урок» is no «урка»), and a base form that the corpus has is oftener met. Of 2,194
 * ambiguous words that the corpus does weigh, the likeliest base form comes first for .67; by the number of places alone,
 * for .61.
 */
function likelihood(dictionary: Dictionary, lemma: string, word: string, grammemes: number): number {
  // Names are for capitals to tell; and every woman's surname is a case of a man's.
  if ((grammemes & (NAME | SURNAME | PATRONYMIC)) !== 0) return 1;
  return (lemma === word ? 2 : 1) * (dictionary.isCounted(lemma) ? 3 : 1);
}

type Mutable = Reading & { weight: number };

/** The readings of one word by itself: of several spellings, or weighed by how often the corpus has each. */
export function weighedReadings(dictionary: Dictionary, word: string): Reading[] {
  const places = dictionary.places(word);
  const reductions = places.map(({ paradigm, form }) => dictionary.reduction(paradigm, form));
  const lemmas = reductions.map((reduction) => reduced(word, reduction));
  // Weights decide between lemmas alone, and most words have one.
  const single = lemmas.every((lemma) => lemma === lemmas[0]);
  if (!single) dictionary.weigh(places);
  const counted = places.some(({ weight }) => weight > 0);
  const readings: Mutable[] = [];
  for (const [i, { weight }] of places.entries()) {
    const lemma = lemmas[i]!;
    const grammemes = reductions[i]!.bits;
    const share = counted ? weight : single ? 1 : likelihood(dictionary, lemma, word, grammemes);
    const same = readings.find((reading) => reading.lemma === lemma && reading.grammemes === grammemes);
    if (same === undefined) readings.push({ lemma, grammemes, weight: share, known: true });
    else same.weight += share;
  }
  return sorted(readings);
}
