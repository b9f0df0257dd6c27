import { Dawg, MISSING, ROOT } from './dawg.ts';
import type { EndingPlaces, Entry, Reduction, Tag, WeighedEntry } from './dictionary-entries.ts';
import {
  FORM_PREFIXES,
  numberAt,
  SECTIONS,
  SEPARATOR,
  type SectionName,
  SIGNATURE,
  VERSION,
} from './dictionary-format.ts';
import { fold } from './letters.ts';
import { grammemeBits } from './readings.ts';
import { openSections, words16, words32 } from './section-file.ts';

/**
 * The OpenCorpora dictionary in the compact form that `build/dictionary.ts` makes, read in place: opening makes no
 * objects per word.
 */
export class Dictionary {
  readonly #words: Dawg;
  readonly #probabilities: Dawg;
  readonly #endings: readonly Dawg[];
  readonly #starts: Uint32Array;
  readonly #paradigms: Uint16Array;
  /** By paradigm and form: one more than the number of its base form, 0 while nobody asked. */
  readonly #bases: Uint16Array;
  readonly #suffixes: readonly string[];
  readonly #tagTexts: readonly string[];
  readonly #tags: Tag[] = [];
  /** By paradigm and form: one more than the number of its reduction, 0 while nobody asked. */
  readonly #reductionOf: Uint16Array;
  readonly #reductions: Reduction[] = [];
  readonly #numberOfReduction = new Map<string, number>();
  /** By ending: unknown words share theirs. */
  readonly #endingPlaces = new Map<string, EndingPlaces>();

  constructor(section: (name: SectionName) => Uint8Array) {
    const lines = (name: SectionName) => new TextDecoder().decode(section(name)).split('\n');
    const graph = (units: SectionName, guide: SectionName) => new Dawg(words32(section(units)), section(guide));
    this.#words = graph('wordUnits', 'wordGuide');
    this.#probabilities = new Dawg(words32(section('probabilityUnits')), new Uint8Array());
    this.#endings = [
      graph('endingUnits', 'endingGuide'),
      graph('moreEndingUnits', 'moreEndingGuide'),
      graph('mostEndingUnits', 'mostEndingGuide'),
    ];
    this.#starts = words32(section('paradigmStarts'));
    this.#paradigms = words16(section('paradigms'));
    this.#bases = new Uint16Array(this.#paradigms.length);
    this.#reductionOf = new Uint16Array(this.#paradigms.length);
    this.#suffixes = lines('suffixes');
    this.#tagTexts = lines('tags');
  }

  /** Whether a small-letter word stands in the dictionary, «е» standing for «ё». */
  has(word: string): boolean {
    let found = false;
    this.#words.spellings(word, (_, node) => {
      found ||= this.#words.follow(node, SEPARATOR) !== MISSING;
    });
    return found;
  }

  /** Entries of a small-letter word, weighed by how often the tag was met with the word in the OpenCorpora corpus. */
  entries(word: string): Entry[] {
    const entries = this.places(word);
    // A single reading needs no weight.
    if (entries.length > 1) this.weigh(entries);
    return entries;
  }

  /** The same, not weighed yet. */
  places(word: string): WeighedEntry[] {
    const entries: WeighedEntry[] = [];
    this.#words.spellings(word, (spelled, node) => {
      const separator = this.#words.follow(node, SEPARATOR);
      if (separator === MISSING) return;
      this.#words.below(separator, (key) => {
        entries.push({ word: spelled, paradigm: numberAt(key, 0), form: numberAt(key, 1), weight: 0 });
      });
    });
    return entries;
  }

  weigh(entries: readonly WeighedEntry[]): void {
    let word = '';
    let counted = MISSING;
    for (const entry of entries) {
      if (entry.word !== word) {
        word = entry.word;
        counted = this.#probabilities.followString(ROOT, `${word}:`);
      }
      if (counted !== MISSING) entry.weight = this.#probability(counted, this.tag(entry.paradigm, entry.form).text);
    }
  }

  #probability(word: number, tag: string): number {
    const node = this.#probabilities.followString(word, tag);
    return node === MISSING ? 0 : (this.#probabilities.value(node) ?? 0) / 1e6;
  }

  /**
   * Entries that words of the dictionary with the same last letters have, weighed by how many such words there are, as
   * pymorphy2 guesses: the longest ending of at most 5 letters that is known, and the one a letter shorter.
   */
  guesses(word: string): Entry[] {
    const guesses = new Map<string, Entry>();
    for (const [i, prefix] of FORM_PREFIXES.entries()) {
      if (!word.startsWith(prefix)) continue;
      const base = word.slice(prefix.length);
      let shortest = 1;
      for (let length = Math.min(5, base.length - 1); length >= shortest; length--) {
        const found = this.#endingEntries(this.#endings[i]!, prefix, base, length);
        for (const [key, entry] of found) if (!guesses.has(key)) guesses.set(key, entry);
        if (found.size > 0) shortest = Math.max(length - 1, 1);
      }
    }
    return [...guesses.values()];
  }

  /** What {@link guesses} says of a folded word, cut down to the ways to its base forms and their weights. */
  guessedReductions(word: string): Map<Reduction, number> {
    const weights = new Map<Reduction, number>();
    const met = new Set<number>();
    for (const [i, prefix] of FORM_PREFIXES.entries()) {
      if (!word.startsWith(prefix)) continue;
      const longest = Math.min(5, word.length - prefix.length - 1);
      let shortest = 1;
      for (let length = longest; length >= shortest; length--) {
        const { places, counts } = this.#placesOfEnding(i, word.slice(-length));
        if (places.length === 0) continue;
        const most = counts.reduce((sofar, count) => Math.max(sofar, count), 1);
        for (const [at, place] of places.entries()) {
          if (met.has(place)) continue;
          met.add(place);
          const reduction = this.#reductions[this.#reductionOf[place]! - 1]!;
          weights.set(reduction, (weights.get(reduction) ?? 0) + (counts[at]! * ENDING_TRUST[length]!) / most);
        }
        shortest = Math.max(length - 1, 1);
      }
    }
    return weights;
  }

  #placesOfEnding(prefix: number, ending: string): EndingPlaces {
    const key = prefix + ending;
    const kept = this.#endingPlaces.get(key);
    if (kept !== undefined) return kept;
    if (this.#endingPlaces.size >= MOST_ENDINGS) this.#endingPlaces.clear();
    const endings = this.#endings[prefix]!;
    const places: number[] = [];
    const counts: number[] = [];
    endings.spellings(ending, (_, node) => {
      const separator = endings.follow(node, SEPARATOR);
      if (separator === MISSING) return;
      endings.below(separator, (triple) => {
        const paradigm = numberAt(triple, 1);
        const form = numberAt(triple, 2);
        if (this.tag(paradigm, form).closed) return;
        this.reduction(paradigm, form);
        places.push(this.#starts[paradigm]! + form);
        counts.push(numberAt(triple, 0));
      });
    });
    const found = { places, counts };
    this.#endingPlaces.set(key, found);
    return found;
  }

  /** How a place of a paradigm is brought to its base form; equal ways are one object. */
  reduction(paradigm: number, form: number): Reduction {
    const place = this.#starts[paradigm]! + form;
    const known = this.#reductionOf[place]!;
    if (known > 0) return this.#reductions[known - 1]!;
    const base = this.baseForm(paradigm, form);
    const made: Reduction = {
      prefix: this.#prefix(paradigm, form).length,
      cut: this.#suffix(paradigm, form).length,
      before: this.#prefix(paradigm, base),
      after: fold(this.#suffix(paradigm, base)),
      bits: this.tag(paradigm, form).bits,
    };
    const key = Object.values(made).join(' ');
    let number = this.#numberOfReduction.get(key);
    if (number === undefined) {
      number = this.#reductions.push(made);
      this.#numberOfReduction.set(key, number);
    }
    this.#reductionOf[place] = number;
    return this.#reductions[number - 1]!;
  }

  #endingEntries(endings: Dawg, prefix: string, base: string, length: number): Map<string, Entry> {
    const counted: Entry[] = [];
    const head = prefix + base.slice(0, -length);
    let most = 1;
    endings.spellings(base.slice(-length), (ending, node) => {
      const separator = endings.follow(node, SEPARATOR);
      if (separator === MISSING) return;
      endings.below(separator, (key) => {
        const entry = {
          word: head + ending,
          paradigm: numberAt(key, 1),
          form: numberAt(key, 2),
          weight: numberAt(key, 0),
        };
        if (this.tag(entry.paradigm, entry.form).closed) return;
        most = Math.max(most, entry.weight);
        counted.push(entry);
      });
    });
    return new Map(
      counted.map((entry) => [
        `${entry.word}:${entry.paradigm}:${entry.form}`,
        { ...entry, weight: (entry.weight * ENDING_TRUST[length]!) / most },
      ]),
    );
  }

  forms(paradigm: number): number {
    return (this.#starts[paradigm + 1]! - this.#starts[paradigm]!) / 3;
  }

  tag(paradigm: number, form: number): Tag {
    const number = this.#paradigms[this.#starts[paradigm]! + this.forms(paradigm) + form]!;
    const known = this.#tags[number];
    if (known !== undefined) return known;
    const text = this.#tagTexts[number]!;
    const grammemes = text.split(/[ ,]/);
    const tag = { text, grammemes, bits: grammemeBits(grammemes), closed: grammemes.some((one) => CLOSED.has(one)) };
    this.#tags[number] = tag;
    return tag;
  }

  /**
   * Number of the base form within an entry's paradigm. It is the first, except for names: OpenCorpora keeps «иванов,
   * иванова» and «пётр, петрович, петровна» in one paradigm each, and a woman is not her husband, nor a son his father.
   */
  baseForm(paradigm: number, form: number): number {
    const at = this.#starts[paradigm]! + form;
    if (this.#bases[at] === 0) this.#bases[at] = 1 + this.#findBaseForm(paradigm, form);
    return this.#bases[at]! - 1;
  }

  #findBaseForm(paradigm: number, form: number): number {
    const { grammemes } = this.tag(paradigm, form);
    const kind = NAME_KINDS.find((name) => grammemes.includes(name));
    if (kind === undefined) return 0;
    const gender = GENDERS.filter((one) => grammemes.includes(one));
    const wanted = [kind, 'sing', 'nomn', ...gender];
    for (let other = 0; other < this.forms(paradigm); other++) {
      if (wanted.every((grammeme) => this.tag(paradigm, other).grammemes.includes(grammeme))) return other;
    }
    return 0;
  }

  /** The word of an entry put into another form of its paradigm. */
  inflected(entry: Entry, form: number): string {
    const stem = entry.word.slice(
      this.#prefix(entry.paradigm, entry.form).length,
      entry.word.length - this.#suffix(entry.paradigm, entry.form).length,
    );
    return this.#prefix(entry.paradigm, form) + stem + this.#suffix(entry.paradigm, form);
  }

  #suffix(paradigm: number, form: number): string {
    return this.#suffixes[this.#paradigms[this.#starts[paradigm]! + form]!]!;
  }

  #prefix(paradigm: number, form: number): string {
    return FORM_PREFIXES[this.#paradigms[this.#starts[paradigm]! + 2 * this.forms(paradigm) + form]!]!;
  }
}

/** Endings kept; forgotten together when there are so many, so that endless new words cost no memory. */
const MOST_ENDINGS = 20_000;

const NAME_KINDS = ['Surn', 'Patr', 'Name'];
const GENDERS = ['masc', 'femn'];

/** Trust in an ending by its length in letters, after pymorphy2. */
const ENDING_TRUST = [0, 0.2, 0.3, 0.4, 0.5, 0.6];

const CLOSED = new Set(['NUMR', 'NPRO', 'PRED', 'PREP', 'CONJ', 'PRCL', 'INTJ', 'Apro']);

/** Opens the dictionary file; undefined when the bytes are no dictionary of this version or were cut short. */
export function openDictionaryFile(bytes: Uint8Array): Dictionary | undefined {
  const file = openSections(SIGNATURE, bytes);
  if (file === undefined || file.version !== VERSION || file.sections.length !== SECTIONS.length) return undefined;
  return new Dictionary((name) => file.sections[SECTIONS.indexOf(name)]!);
}
