import { FieldNorms } from './field-norms.ts';
import type { Frequencies } from './frequencies.ts';
import { IdSet } from './id-set.ts';
import type { Ranking } from './ranking.ts';
import type { Scratch } from './scratch.ts';
import type { SegmentView, Snapshot } from './snapshot.ts';
import { inverseFrequency, thousandths } from './weight.ts';

/** Words that are scored when an article's score is asked for; those of longer queries are added up at once. */
const MOST_WAITING = 8;

/** What one word adds to a score: its occurrences in one field, or in all of its fields together. */
interface CountedWord {
  /** Occurrences by article, each column counting `factor` times. */
  readonly columns: readonly { readonly frequencies: Float32Array; readonly factor: number }[];
  readonly idf: number;
  readonly boost: number;
  /** The field whose length tells a long article from a short one. */
  readonly field: number;
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
  /** By vector: there is one a field, or one in all. */
  readonly #words: readonly CountedWord[][];
  /** Words of each query vector, counted: its squared length. */
  readonly #magnitudes: number[];
  readonly #waiting: Frequencies[] = [];
  /** By vector, in thousandths; undefined while no word was added up. */
  #sums: Float64Array[] | undefined;
  readonly #summed: IdSet;
  #view: SegmentView | undefined;
  #end = 0;

  constructor(snapshot: Snapshot, ranking: Ranking, scratch: Scratch, norms = new FieldNorms(snapshot)) {
    this.#snapshot = snapshot;
    this.#ranking = ranking;
    this.#norms = norms;
    this.#scratch = scratch;
    const vectors = ranking.together ? 1 : snapshot.fields.length;
    this.#words = Array.from({ length: vectors }, () => []);
    this.#magnitudes = Array.from({ length: vectors }, () => 0);
    this.#summed = new IdSet();
  }

  /** Adds a word that some article has. @param fields those it is searched in @param counted is kept until {@link release} */
  add(counted: Frequencies, fields: readonly number[]): void {
    const idf = inverseFrequency(this.#snapshot.articles, this.#matching(counted));
    const columns = fields.map((field) => ({
      frequencies: counted.byField[field]!,
      factor: this.#ranking.fields[this.#snapshot.fields[field]!] ?? 1,
    }));
    const own: { readonly vector: number; readonly word: CountedWord }[] = this.#ranking.together
      ? [{ vector: 0, word: { columns, idf, boost: 1, field: fields[fields.length - 1]! } }]
      : columns.map(({ frequencies, factor }, i) => {
          const field = fields[i]!;
          return { vector: field, word: { columns: [{ frequencies, factor: 1 }], idf, boost: factor, field } };
        });
    for (const { vector } of own) this.#magnitudes[vector]! += 1;
    if (this.#waiting.length < MOST_WAITING) {
      this.#waiting.push(counted);
      for (const { vector, word } of own) this.#words[vector]!.push(word);
      return;
    }
    this.#sums ??= this.#scratch.takeScores();
    for (const { vector, word } of own) this.#addUp(counted, vector, word);
    this.#scratch.give(counted);
  }

  #matching(counted: Frequencies): number {
    if (this.#ranking.together) return counted.count;
    return this.#snapshot.fields.reduce((sum, _, field) => sum + counted.documents(field), 0);
  }

  #addUp(counted: Frequencies, vector: number, word: CountedWord): void {
    const sums = this.#sums![vector]!;
    for (let i = 0; i < counted.count; i++) {
      const number = counted.met[i]!;
      this.#summed.add(number);
      const frequency = frequencyOf(word, number);
      if (frequency === 0) continue;
      sums[number]! += thousandths(word.idf, frequency, this.#normOf(number, word.field), word.boost);
    }
  }

  #normOf(number: number, field: number): number {
    if (number >= this.#end || this.#view === undefined || number < this.#view.base) {
      this.#view = this.#snapshot.viewOf(number);
      this.#end = this.#view.base + this.#view.segment.header.articles;
    }
    const { segment, base } = this.#view;
    const length = segment.lengths[(number - base) * this.#snapshot.fields.length + field]!;
    const table = this.#norms.table(field);
    return length < table.length ? table[length]! : this.#norms.beyond(field, length);
  }

  /** The score of an article by its number. Not to be asked after {@link release}. */
  score(number: number): number {
    let score = 0;
    for (let vector = 0; vector < this.#words.length; vector++) {
      const words = this.#words[vector]!;
      let sum = this.#sums === undefined ? 0 : this.#sums[vector]![number]!;
      let norm = 0;
      let field = -1;
      for (let i = 0; i < words.length; i++) {
        const word = words[i]!;
        const frequency = frequencyOf(word, number);
        if (frequency === 0) continue;
        if (field !== word.field) {
          field = word.field;
          norm = this.#normOf(number, field);
        }
        sum += thousandths(word.idf, frequency, norm, word.boost);
      }
      if (sum !== 0) score += sum / Math.sqrt(this.#magnitudes[vector]!);
    }
    return score / 1000;
  }

  /** Gives the scratch space back. */
  release(): void {
    for (const counted of this.#waiting) this.#scratch.give(counted);
    if (this.#sums !== undefined) this.#scratch.giveScores(this.#sums, this.#summed);
  }
}

function frequencyOf({ columns }: CountedWord, number: number): number {
  let frequency = 0;
  for (let i = 0; i < columns.length; i++) frequency += columns[i]!.factor * columns[i]!.frequencies[number]!;
  return frequency;
}
