import { FieldNorms } from './field-norms.ts';
import type { Frequencies } from './frequencies.ts';
import { IdSet } from './id-set.ts';
import type { Ranking } from './ranking.ts';
import type { Scratch } from './scratch.ts';
import type { Snapshot } from './snapshot.ts';
import { frequencyFor, inverseFrequency, lengthNorm, thousandths } from './weight.ts';

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
  readonly #norms: FieldNorms;
  readonly #scratch: Scratch;
  readonly #vectors: readonly QueryVector[];
  readonly #waiting: Frequencies[] = [];
  /** By vector, in thousandths; undefined while no word was added up. */
  #sums: Float64Array[] | undefined;
  readonly #summed = new IdSet();
  /** Whether words are in order, and what they add at most is known. */
  #sorted = false;
  /** The score asked for last, and what it takes to come so high: thousandths of all words, occurrences of the last alone. */
  #least = 0;
  #enough = 0;
  #seldom = 0;
  /** The segment of the last article asked for: its field lengths, its first article, the first beyond it. */
  #lengths: Uint16Array | Uint32Array = new Uint16Array(0);
  #base = 0;
  #end = 0;

  constructor(snapshot: Snapshot, ranking: Ranking, scratch: Scratch, norms = new FieldNorms(snapshot)) {
    this.#snapshot = snapshot;
    this.#ranking = ranking;
    this.#norms = norms;
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

  #addUp({ met }: Frequencies, sums: Float64Array, { frequencies, idf, boost, field }: CountedWord): void {
    this.#summed.union(met);
    met.forEach((number) => {
      const frequency = frequencies[number]!;
      if (frequency > 0) sums[number]! += thousandths(idf, frequency, this.#norm(number, field), boost);
    });
  }

  #norm(number: number, field: number): number {
    if (number >= this.#end || number < this.#base) {
      const { segment, base } = this.#snapshot.viewOf(number);
      this.#lengths = segment.lengths;
      this.#base = base;
      this.#end = base + segment.header.articles;
    }
    const length = this.#lengths[(number - this.#base) * this.#snapshot.fields.length + field]!;
    const table = this.#norms.table(field);
    return length < table.length ? table[length]! : this.#norms.beyond(field, length);
  }

  /**
   * The score of an article by its number. Not to be asked after {@link release}.
   *
   * @param least where the score is below this, any number below it will do: what cannot come so high is not worked out
   */
  score(number: number, least = 0): number {
    if (!this.#sorted) this.#sort();
    if (least !== this.#least) this.#raise(least);
    let score = 0;
    for (let vector = 0; vector < this.#vectors.length; vector++) {
      const { words, length } = this.#vectors[vector]!;
      let sum = this.#sums === undefined ? 0 : this.#sums[vector]![number]!;
      for (let i = 0; i < words.length; i++) {
        const word = words[i]!;
        if (sum + word.most < this.#enough) return 0;
        const frequency = word.frequencies[number]!;
        if (frequency === 0) continue;
        if (sum === 0 && i === words.length - 1 && frequency < this.#seldom) return 0;
        sum += thousandths(word.idf, frequency, this.#norm(number, word.field), word.boost);
      }
      if (sum !== 0) score += sum / length;
    }
    return score / 1000;
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
    this.#raise(0);
  }

  /** Works out what falls short of a score. Of several vectors none alone says that an article does. */
  #raise(least: number): void {
    this.#least = least;
    this.#enough = 0;
    this.#seldom = 0;
    if (this.#vectors.length !== 1) return;
    const { words, length } = this.#vectors[0]!;
    this.#enough = least * 1000 * length * LESS;
    const last = words.at(-1);
    if (last !== undefined) this.#seldom = frequencyFor(last.idf, this.#enough - 1, SHORTEST, last.boost);
  }

  /** Gives the scratch space back. */
  release(): void {
    for (const counted of this.#waiting) this.#scratch.give(counted);
    if (this.#sums !== undefined) this.#scratch.giveScores(this.#sums, this.#summed);
  }
}

/** Room for the rounding of a bound. */
const LESS = 1 - 1e-9;
/** The norm of a field without words: no field has a smaller one. */
const SHORTEST = lengthNorm(0, 1);
