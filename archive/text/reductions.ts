import { fold } from './letters.ts';

/**
 * How a place of a paradigm is brought to its base form: `prefix` letters are dropped at the beginning and `cut` at the
 * end, and `before` and `after` (folded) put in their place.
 */
export interface Reduction {
  readonly prefix: number;
  readonly cut: number;
  readonly before: string;
  readonly after: string;
  /** The grammemes of the place, see `readings.ts`. */
  readonly bits: number;
}

/** The base form of a folded word. */
export function reduced(word: string, { prefix, cut, before, after }: Reduction): string {
  if (prefix === 0 && before === '') {
    if (cut > 0) return word.slice(0, word.length - cut) + after;
    return after === '' ? word : word + after;
  }
  return before + word.slice(prefix, word.length - cut) + after;
}

/** What a place and its base form begin with (numbers of prefixes) and end with (numbers of suffixes), and its grammemes. */
export interface Shape {
  readonly prefix: number;
  readonly suffix: number;
  readonly basePrefix: number;
  readonly baseSuffix: number;
  readonly bits: number;
}

/** Numbers the reductions; equal ways have one number. */
export class Reductions {
  /** By number. */
  readonly list: Reduction[] = [];
  readonly #prefixes: readonly string[];
  readonly #suffixes: readonly string[];
  /** Folded base suffixes met, by number of suffix: equal ones are one object, with a number of its own. */
  readonly #folded: ({ readonly text: string; readonly number: number } | undefined)[] = [];
  readonly #byText = new Map<string, { readonly text: string; readonly number: number }>();
  readonly #numbers = new Map<number, number>();

  constructor(prefixes: readonly string[], suffixes: readonly string[]) {
    this.#prefixes = prefixes;
    this.#suffixes = suffixes;
  }

  number({ prefix, suffix, basePrefix, baseSuffix, bits }: Shape): number {
    const cut = this.#suffixes[suffix]!.length;
    const after = this.#foldedSuffix(baseSuffix);
    // One number of all that tells reductions apart: below 2 ** 50.
    const ends = (bits * 64 + cut) * this.#suffixes.length + after.number;
    const key = (ends * this.#prefixes.length + prefix) * this.#prefixes.length + basePrefix;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const before = this.#prefixes[basePrefix]!;
    const length = this.#prefixes[prefix]!.length;
    const number = this.list.push({ prefix: length, cut, before, after: after.text, bits }) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  #foldedSuffix(number: number) {
    const known = this.#folded[number];
    if (known !== undefined) return known;
    const text = fold(this.#suffixes[number]!);
    const made = this.#byText.get(text) ?? { text, number: this.#byText.size };
    this.#byText.set(text, made);
    this.#folded[number] = made;
    return made;
  }
}
