import type { Analyzer } from '../text/analysis.ts';
import { bytesAtMost, encodeInto } from './letter-code.ts';
import { WordNumbers } from './word-numbers.ts';

/** The term of every surface in which a ё is written. Lemmas are folded, so no word is searched under it. */
export const SPELT_WITH_YO = 'ё';

/**
 * What a builder knows of the analyzer's surfaces: the form as bytes and the terms as numbers. Each surface is asked
 * for once in the builder's life, however many segments it makes.
 */
export class SurfaceBook {
  readonly #analyzer: Analyzer;
  readonly terms = new WordNumbers();
  /** Distinct terms of each surface plus one, by the analyzer's number; 0: not met yet. */
  counts = new Uint8Array(1 << 12);
  /** Number of each surface in the columns below. */
  #places = new Uint32Array(1 << 12);
  #met = 0;
  #forms = new Uint8Array(1 << 14);
  #formEnds = new Uint32Array(1 << 11);
  /** Terms of all surfaces met, as numbers in {@link terms}, one list after another. */
  termLists = new Uint32Array(1 << 12);
  /** Where the list of each surface ends, and the next begins, by {@link placeOf} plus one. */
  termEnds = new Uint32Array(1 << 11);

  constructor(analyzer: Analyzer) {
    this.#analyzer = analyzer;
  }

  /** Makes room for every surface that the analyzer has numbered. */
  reserve(): void {
    const { surfaces } = this.#analyzer;
    if (surfaces <= this.counts.length) return;
    const length = Math.max(surfaces, this.counts.length * 2);
    const counts = new Uint8Array(length);
    counts.set(this.counts);
    this.counts = counts;
    this.#places = wider(this.#places, length);
  }

  /** Takes in a surface that was not met yet; answers how many distinct terms it has. There must be room for it. */
  meet(surface: number): number {
    const { form, yo, terms } = this.#analyzer.surface(surface);
    const at = this.#met++;
    this.#places[surface] = at;
    if (at + 2 > this.#formEnds.length) {
      this.#formEnds = wider(this.#formEnds, this.#formEnds.length * 2);
      this.termEnds = wider(this.termEnds, this.termEnds.length * 2);
    }
    const start = this.#formEnds[at]!;
    while (start + bytesAtMost(form.length) > this.#forms.length) {
      const forms = new Uint8Array(this.#forms.length * 2);
      forms.set(this.#forms);
      this.#forms = forms;
    }
    this.#formEnds[at + 1] = encodeInto(form, this.#forms, start);
    const first = this.termEnds[at]!;
    let end = first;
    while (end + terms.length >= this.termLists.length)
      this.termLists = wider(this.termLists, this.termLists.length * 2);
    for (const term of terms) {
      const number = this.terms.intern(term);
      let known = first;
      while (known < end && this.termLists[known] !== number) known++;
      // A term named twice counts once.
      if (known === end) this.termLists[end++] = number;
    }
    const count = end - first;
    // It is no word, and does not make a text longer.
    if (yo) this.termLists[end++] = this.terms.intern(SPELT_WITH_YO);
    this.termEnds[at + 1] = end;
    this.counts[surface] = count + 1;
    return count;
  }

  /** The forms of all surfaces met, by {@link placeOf}. */
  get forms() {
    return { bytes: this.#forms, offsets: this.#formEnds };
  }

  /** Surfaces met. */
  get size(): number {
    return this.#met;
  }

  /** The number of a surface that was met, dense from 0. */
  placeOf(surface: number): number {
    return this.#places[surface]!;
  }
}

function wider(from: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  const to = new Uint32Array(length);
  to.set(from);
  return to;
}
