import { Dawg, MISSING, ROOT } from './dawg.ts';
import type { EndingPlace, Entry, Place, Tag, WeighedEntry } from './dictionary-entries.ts';
import { FORM_PREFIXES, SECTIONS, SEPARATOR, type SectionName, SIGNATURE, VERSION } from './dictionary-format.ts';
import { ENDING_TRUST, LONGEST_ENDING } from './ending-trust.ts';
import { grammemeBits, NAME, PATRONYMIC, SURNAME } from './readings.ts';
import { type Reduction, Reductions } from './reductions.ts';
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
  readonly #reductions: Reductions;
  /** By paradigm and form: one more than the number of its reduction, 0 while nobody asked. */
  readonly #reductionOf: Uint16Array;
  /** What a question to a graph answers, until the next. */
  readonly #nodes: number[] = [];
  readonly #numbers: number[] = [];

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
    this.#reductions = new Reductions(FORM_PREFIXES, this.#suffixes);
    this.#tagTexts = lines('tags');
  }

  /** Whether what a small-letter word has from its letter `from` stands in the dictionary, «е» standing for «ё». */
  has(word: string, from = 0): boolean {
    return this.readingNodes(word, from, this.#nodes) > 0;
  }

  /**
   * Puts into `nodes` where the readings of each spelling of the same stretch stand in the graph, ё before е; returns how
   * many there are.
   */
  readingNodes(word: string, from: number, nodes: number[]): number {
    return this.#words.reach(word, from, SEPARATOR, nodes);
  }

  /** Equal for nodes with the same readings. */
  sharedReadings(node: number): number {
    return this.#words.shared(node);
  }

  /** Whether the OpenCorpora corpus says how likely the readings of a small-letter word are. */
  isCounted(word: string): boolean {
    return this.#probabilities.reach(word, 0, COLON, this.#nodes) > 0;
  }

  /** The readings at a node, see {@link readingNodes}. */
  placesBelow(node: number): Place[] {
    const places: Place[] = [];
    const count = this.#words.numbersBelow(node, this.#numbers);
    for (let i = 0; i < count; i += 2) places.push({ paradigm: this.#numbers[i]!, form: this.#numbers[i + 1]! });
    return places;
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
      for (const place of this.placesBelow(separator)) entries.push({ word: spelled, ...place, weight: 0 });
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
   * pymorphy2 guesses: the longest ending of at most five letters that is known, and the shorter ones within it.
   */
  guesses(word: string): Entry[] {
    const guesses = new Map<string, Entry>();
    for (const [i, prefix] of FORM_PREFIXES.entries()) {
      if (!word.startsWith(prefix)) continue;
      const base = word.slice(prefix.length);
      let shortest = 1;
      for (let length = Math.min(LONGEST_ENDING, base.length - 1); length >= shortest; length--) {
        const found = this.#endingEntries(this.#endings[i]!, prefix, base, length);
        for (const [key, entry] of found) if (!guesses.has(key)) guesses.set(key, entry);
        if (found.size > 0) shortest = Math.max(length - 1, 1);
      }
    }
    return [...guesses.values()];
  }

  /** The places that words with a folded ending stand at, and how many words each has; closed classes left out. */
  endingPlaces(prefix: number, ending: string): EndingPlace[] {
    const endings = this.#endings[prefix]!;
    const places: EndingPlace[] = [];
    const spellings = endings.reach(ending, 0, SEPARATOR, this.#nodes);
    for (let spelling = 0; spelling < spellings; spelling++) {
      const numbers = this.#numbers;
      const length = endings.numbersBelow(this.#nodes[spelling]!, numbers);
      for (let i = 0; i < length; i += 3) {
        const paradigm = numbers[i + 1]!;
        const form = numbers[i + 2]!;
        if (this.tag(paradigm, form).closed) continue;
        const place = this.#starts[paradigm]! + form;
        places.push({ place, count: numbers[i]!, reduction: this.reduction(paradigm, form) });
      }
    }
    return places;
  }

  /** How a place of a paradigm is brought to its base form; equal ways are one object. */
  reduction(paradigm: number, form: number): Reduction {
    const place = this.#starts[paradigm]! + form;
    if (this.#reductionOf[place] === 0) this.#reductionOf[place] = 1 + this.#findReduction(paradigm, form);
    return this.#reductions.list[this.#reductionOf[place]! - 1]!;
  }

  #findReduction(paradigm: number, form: number): number {
    const base = this.baseForm(paradigm, form);
    return this.#reductions.number({
      prefix: this.#prefixNumber(paradigm, form),
      suffix: this.#suffixNumber(paradigm, form),
      basePrefix: this.#prefixNumber(paradigm, base),
      baseSuffix: this.#suffixNumber(paradigm, base),
      bits: this.tag(paradigm, form).bits,
    });
  }

  #endingEntries(endings: Dawg, prefix: string, base: string, length: number): Map<string, Entry> {
    const counted: Entry[] = [];
    const head = prefix + base.slice(0, -length);
    let most = 1;
    endings.spellings(base.slice(-length), (ending, node) => {
      const separator = endings.follow(node, SEPARATOR);
      if (separator === MISSING) return;
      const numbers = this.#numbers;
      const found = endings.numbersBelow(separator, numbers);
      for (let i = 0; i < found; i += 3) {
        const [weight, paradigm, form] = numbers.slice(i, i + 3) as [number, number, number];
        if (this.tag(paradigm, form).closed) continue;
        most = Math.max(most, weight);
        counted.push({ word: head + ending, paradigm, form, weight });
      }
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
    const closed = grammemes.some((one) => CLOSED.has(one));
    const productive = !closed && !grammemes.includes('Abbr') && !grammemes.includes('Init');
    const tag = { text, grammemes, bits: grammemeBits(grammemes), closed, productive };
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
    const { grammemes, bits } = this.tag(paradigm, form);
    if ((bits & (SURNAME | PATRONYMIC | NAME)) === 0) return 0;
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
    return this.#suffixes[this.#suffixNumber(paradigm, form)]!;
  }

  #suffixNumber(paradigm: number, form: number): number {
    return this.#paradigms[this.#starts[paradigm]! + form]!;
  }

  #prefix(paradigm: number, form: number): string {
    return FORM_PREFIXES[this.#prefixNumber(paradigm, form)]!;
  }

  #prefixNumber(paradigm: number, form: number): number {
    return this.#paradigms[this.#starts[paradigm]! + 2 * this.forms(paradigm) + form]!;
  }
}

const NAME_KINDS = ['Surn', 'Patr', 'Name'];
const GENDERS = ['masc', 'femn'];

const COLON = 0x3a;

const CLOSED = new Set(['NUMR', 'NPRO', 'PRED', 'PREP', 'CONJ', 'PRCL', 'INTJ', 'Apro']);

/** Opens the dictionary file; undefined when the bytes are no dictionary of this version or were cut short. */
export function openDictionaryFile(bytes: Uint8Array): Dictionary | undefined {
  const file = openSections(SIGNATURE, bytes);
  if (file === undefined || file.version !== VERSION || file.sections.length !== SECTIONS.length) return undefined;
  return new Dictionary((name) => file.sections[SECTIONS.indexOf(name)]!);
}
