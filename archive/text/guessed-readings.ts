import type { Dictionary } from './dictionary.ts';
import type { EndingPlace } from './dictionary-entries.ts';
import { FORM_PREFIXES } from './dictionary-format.ts';
import { ENDING_TRUST, LONGEST_ENDING } from './ending-trust.ts';
import type { Reading } from './readings.ts';
import { type Reduction, reduced } from './reductions.ts';

/** The ways to base forms that an ending suggests, the likeliest first. */
interface Guesses {
  readonly reductions: readonly Reduction[];
  readonly weights: readonly number[];
}

const NO_GUESSES: Guesses = { reductions: [], weights: [] };

/** An ending, among the words whose forms begin with a prefix (by its number). */
type Ending = readonly [prefix: number, ending: string];

/**
 * Readings of folded words by their endings: {@link Dictionary.guesses} cut down to the ways to base forms. Unknown words
 * share their endings, so what an ending says is kept.
 */
export class GuessedReadings {
  readonly #dictionary: Dictionary;
  /** By the last letters of a word. */
  readonly #guesses = new Map<string, Guesses>();
  /** By number of the form's prefix, then by ending. */
  readonly #places = FORM_PREFIXES.map(() => new Map<string, readonly EndingPlace[]>());

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
  }

  /** The likeliest first. */
  of(word: string): Reading[] {
    const { reductions, weights } = MAY_HAVE_PREFIX.test(word)
      ? this.#merged(this.#endingsOf(word))
      : this.#guessesOf(word.slice(-Math.min(LONGEST_ENDING, word.length - 1)));
    const readings: Reading[] = [];
    for (let i = 0; i < reductions.length; i++) {
      const reduction = reductions[i]!;
      readings.push({ lemma: reduced(word, reduction), grammemes: reduction.bits, weight: weights[i]!, known: false });
    }
    return readings;
  }

  /** What the longest known of the endings of `ending` says. */
  #guessesOf(ending: string): Guesses {
    const kept = this.#guesses.get(ending);
    if (kept !== undefined) return kept;
    if (ending === '') return NO_GUESSES;
    const known = this.#placesOf(0, ending).length > 0;
    const guesses = known ? this.#merged([[0, ending]]) : this.#guessesOf(ending.slice(1));
    if (this.#guesses.size >= MOST_ENDINGS) this.#guesses.clear();
    this.#guesses.set(ending, guesses);
    return guesses;
  }

  /** The longest known ending of a word for each prefix that it may have. */
  #endingsOf(word: string): Ending[] {
    return FORM_PREFIXES.flatMap((text, prefix): Ending[] => {
      if (!word.startsWith(text)) return [];
      let ending = word.slice(Math.max(text.length + 1, word.length - LONGEST_ENDING));
      while (ending !== '' && this.#placesOf(prefix, ending).length === 0) ending = ending.slice(1);
      return [[prefix, ending]];
    });
  }

  /** An ending and the shorter ones within it say something, each place once: by the longest that has it. */
  #merged(endings: readonly Ending[]): Guesses {
    const reductions: Reduction[] = [];
    const weights: number[] = [];
    const met: number[] = [];
    for (const [prefix, longest] of endings) {
      for (let ending = longest; ending !== ''; ending = ending.slice(1)) {
        const places = this.#placesOf(prefix, ending);
        if (places.length === 0) break;
        const most = places.reduce((sofar, { count }) => Math.max(sofar, count), 1);
        for (const { place, count, reduction } of places) {
          if (met.includes(place)) continue;
          met.push(place);
          const weight = (count * ENDING_TRUST[ending.length]!) / most;
          const known = reductions.indexOf(reduction);
          if (known >= 0) weights[known]! += weight;
          else weights[reductions.push(reduction) - 1] = weight;
        }
      }
    }
    const order = weights.map((_, i) => i).sort((a, b) => weights[b]! - weights[a]!);
    return { reductions: order.map((i) => reductions[i]!), weights: order.map((i) => weights[i]!) };
  }

  #placesOf(prefix: number, ending: string): readonly EndingPlace[] {
    const kept = this.#places[prefix]!;
    const known = kept.get(ending);
    if (known !== undefined) return known;
    if (kept.size >= MOST_ENDINGS) kept.clear();
    const found = this.#dictionary.endingPlaces(prefix, ending);
    kept.set(ending, found.length === 0 ? NO_PLACES : found);
    return found;
  }
}

const NO_PLACES: readonly EndingPlace[] = [];

const MAY_HAVE_PREFIX = new RegExp(`^(?:${FORM_PREFIXES.slice(1).join('|')})`);

/** Endings kept; forgotten together when there are so many, so that endless new words cost no memory. */
const MOST_ENDINGS = 20_000;
