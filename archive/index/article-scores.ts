import { type ArticleBlock, articleBlocks, BLOCK } from './article-blocks.ts';
import type { Frequencies } from './frequencies.ts';
import { IdSet } from './id-set.ts';
import type { Ranking } from './ranking.ts';
import type { Scratch } from './scratch.ts';
import type { Snapshot } from './snapshot.ts';
import { inverseFrequency, normOfWord, SHORTEST, thousandths } from './weight.ts';

/** Words that are scored when an article's score is asked for; those of longer queries are added up at once. */
const MOST_WAITING = 8;

/** What one word adds to a score: its occurrences in one field, or in all of its fields together. */
interface CountedWord {
  /** Occurrences by article, each worth as much as its field is. */
  readonly frequencies: Float32Array;
  readonly idf: number;
  readonly boost: number;
  /** The field whose length tells a long article from a short one. */
  readonly field: number;
  /** What it and the words after it add at most, in thousandths. */
  most: number;
}

/** A query vector: there is one a field, or one in all. */
interface QueryVector {
  /** Rare words first. */
  readonly words: CountedWord[];
  /** Words of the vector, those added up included: its squared length. */
  magnitude: number;
  length: number;
}

/**
 * The scores of the articles of a snapshot for one query. Lunr's: Σ over fields of (query vector · field vector) / |query
 * vector|. With {@link Ranking.together} the fields are one: occurrences are added up by their weights before BM25
 * saturates them (BM25F, Robertson, Zaragoza and Taylor 2004). Vectors are never stored: a score is made of the
 * frequencies when it is asked for, so that articles that do not match, or are not listed, cost nothing.
 *
 * @see lunr 2.3.9, lib/index.js, query
 */
export class ArticleScores {
  readonly #snapshot: Snapshot;
  readonly #ranking: Ranking;
  readonly #scratch: Scratch;
  readonly #vectors: readonly QueryVector[];
  readonly #waiting: Frequencies[] = [];
  /** By vector, in thousandths; undefined while no word was added up. */
  #sums: Float64Array[] | undefined;
  readonly #summed = new IdSet();
  /** Whether words are in order, and what they add at most is known. */
  #sorted = false;
  /** Of a block: what is being added up, in thousandths, and the scores that come of it. */
  readonly #adding = new Float64Array(BLOCK);
  readonly #scores = new Float64Array(BLOCK);

  constructor(snapshot: Snapshot, ranking: Ranking, scratch: Scratch) {
    this.#snapshot = snapshot;
    this.#ranking = ranking;
    this.#scratch = scratch;
    const vectors = ranking.together ? 1 : snapshot.fields.length;
    this.#vectors = Array.from({ length: vectors }, () => ({ words: [], magnitude: 0, length: 0 }));
  }

  /** What an occurrence is to be counted as, by field. @param searched the fields of a word */
  factors(searched: readonly number[]): number[] {
    const { together, fields } = this.#ranking;
    if (!together) return this.#snapshot.fields.map(() => 1);
    return this.#snapshot.fields.map((name, field) => (searched.includes(field) ? (fields[name] ?? 1) : 0));
  }

  /** Adds a word that some article has. @param fields those it is searched in @param counted is kept until {@link release} */
  add(counted: Frequencies, fields: readonly number[]): void {
    this.#sorted = false;
    const idf = inverseFrequency(this.#snapshot.articles, this.#matching(counted));
    const own = this.#ranking.together ? fields.slice(-1) : fields;
    const waits = this.#waiting.length < MOST_WAITING;
    if (waits) this.#waiting.push(counted);
    else this.#sums ??= this.#scratch.takeScores();
    for (const field of own) {
      const at = this.#ranking.together ? 0 : field;
      const boost = this.#ranking.together ? 1 : (this.#ranking.fields[this.#snapshot.fields[field]!] ?? 1);
      const word = { frequencies: counted.column(field), idf, boost, field, most: 0 };
      this.#vectors[at]!.magnitude += 1;
      if (waits) this.#vectors[at]!.words.push(word);
      else this.#addUp(counted, this.#sums![at]!, word);
    }
    if (!waits) this.#scratch.give(counted);
  }

  #matching(counted: Frequencies): number {
    if (this.#ranking.together) return counted.met.size;
    return counted.columns.reduce((sum, column) => sum + counted.documents(column), 0);
  }

  #addUp({ met }: Frequencies, sums: Float64Array, word: CountedWord): void {
    this.#summed.union(met);
    for (const block of articleBlocks(met, this.#snapshot)) {
      const { numbers, count } = block;
      for (let i = 0; i < count; i++) this.#adding[i] = sums[numbers[i]!]!;
      this.#addWord(word, block, 0);
      for (let i = 0; i < count; i++) sums[numbers[i]!] = this.#adding[i]!;
    }
  }

  /**
   * The scores of a block's articles, by their places in it. Not to be asked after {@link release}; the next call writes
   * over them.
   *
   * @param least where a score is below this, any number below it will do: what cannot come so high is not worked out
   */
  scores(block: ArticleBlock, least = 0): Float64Array {
    if (!this.#sorted) this.#sort();
    const { numbers, count } = block;
    const scores = this.#scores.fill(0);
    const adding = this.#adding;
    for (let at = 0; at < this.#vectors.length; at++) {
      const { words, length } = this.#vectors[at]!;
      const sums = this.#sums?.[at];
      for (let i = 0; i < count; i++) adding[i] = sums === undefined ? 0 : sums[numbers[i]!]!;
      // Of several vectors none alone says that an article falls short.
      const enough = this.#vectors.length === 1 ? least * 1000 * length * LESS : 0;
      for (const word of words) this.#addWord(word, block, enough);
      for (let i = 0; i < count; i++) {
        if (adding[i]! > 0 && adding[i]! >= enough) scores[i]! += adding[i]! / length / 1000;
      }
    }
    return scores;
  }

  /** Adds what a word gives, in thousandths, as far as it and the words after it can bring an article to `enough`. */
  #addWord(
    { frequencies, idf, boost, field, most }: CountedWord,
    { view, numbers, count }: ArticleBlock,
    enough: number,
  ) {
    const adding = this.#adding;
    const { segment, base } = view;
    const { lengths } = segment;
    const perWord = normOfWord(this.#snapshot.totalLengths[field]! / this.#snapshot.articles);
    const fields = this.#snapshot.fields.length;
    for (let i = 0; i < count; i++) {
      const number = numbers[i]!;
      const frequency = frequencies[number]!;
      if (frequency === 0 || adding[i]! + most < enough) continue;
      const norm = SHORTEST + perWord * lengths[(number - base) * fields + field]!;
      adding[i]! += thousandths(idf, frequency, norm, boost);
    }
  }

  #sort(): void {
    for (const vector of this.#vectors) {
      vector.words.sort((a, b) => b.idf - a.idf);
      vector.length = Math.sqrt(vector.magnitude);
      let most = 0;
      for (const word of vector.words.toReversed()) {
        most += thousandths(word.idf, 1, 0, word.boost);
        word.most = most;
      }
    }
    this.#sorted = true;
  }

  /** Gives the scratch space back. */
  release(): void {
    for (const counted of this.#waiting) this.#scratch.give(counted);
    if (this.#sums !== undefined) this.#scratch.giveScores(this.#sums, this.#summed);
  }
}

/** Room for the rounding of a bound. */
const LESS = 1 - 1e-9;
