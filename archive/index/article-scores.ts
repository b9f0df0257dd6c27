import { FieldNorms } from './field-norms.ts';
import type { Frequencies } from './frequencies.ts';
import { IdSet } from './id-set.ts';
import type { Ranking } from './ranking.ts';
import type { Scratch } from './scratch.ts';
import type { SegmentView, Snapshot } from './snapshot.ts';
import { inverseFrequency, thousandths } from './weight.ts';

/** Words that are scored when an article's score is asked for; those of longer queries are added up at once. */
const MOST_WAITING = 8;

/** What one word has in one field. */
interface WordInField {
  readonly frequencies: Float32Array;
  readonly idf: number;
  readonly boost: number;
}

/**
 * The scores of the articles of a snapshot for one query: Lunr's, Σ over fields of (query vector · field vector) /
 * |query vector|. Field vectors are never stored: a score is made of the frequencies when it is asked for, so that
 * articles that do not match, or are not listed, cost nothing.
 *
 * @see lunr 2.3.9, lib/index.js, query
 */
export class ArticleScores {
  readonly #snapshot: Snapshot;
  readonly #ranking: Ranking;
  readonly #norms: FieldNorms;
  readonly #scratch: Scratch;
  /** By field. */
  readonly #words: readonly WordInField[][];
  /** Words that every field's query vector has, counted: its squared length. */
  readonly #magnitudes: number[];
  readonly #waiting: Frequencies[] = [];
  /** By field, in thousandths; undefined while no word was added up. */
  #sums: Float64Array[] | undefined;
  readonly #summed: IdSet;
  #view: SegmentView | undefined;
  #end = 0;

  constructor(snapshot: Snapshot, ranking: Ranking, scratch: Scratch, norms = new FieldNorms(snapshot)) {
    this.#snapshot = snapshot;
    this.#ranking = ranking;
    this.#norms = norms;
    this.#scratch = scratch;
    this.#words = snapshot.fields.map(() => []);
    this.#magnitudes = snapshot.fields.map(() => 0);
    this.#summed = new IdSet();
  }

  /** Adds a word that some article has. @param fields those it is searched in @param counted is kept until {@link release} */
  add(counted: Frequencies, fields: readonly number[]): void {
    const idf = inverseFrequency(this.#snapshot.articles, this.#matching(counted));
    const own = fields.map((field) => {
      this.#magnitudes[field]! += 1;
      const boost = this.#ranking.fields[this.#snapshot.fields[field]!] ?? 1;
      return { field, word: { frequencies: counted.byField[field]!, idf, boost } };
    });
    if (this.#waiting.length < MOST_WAITING) {
      this.#waiting.push(counted);
      for (const { field, word } of own) this.#words[field]!.push(word);
      return;
    }
    this.#sums ??= this.#scratch.takeScores();
    for (const { field, word } of own) this.#addUp(counted, field, word);
    this.#scratch.give(counted);
  }

  #matching(counted: Frequencies): number {
    if (this.#ranking.articlesOnce) return counted.count;
    return this.#snapshot.fields.reduce((sum, _, field) => sum + counted.documents(field), 0);
  }

  #addUp(counted: Frequencies, field: number, word: WordInField): void {
    const sums = this.#sums![field]!;
    for (let i = 0; i < counted.count; i++) {
      const number = counted.met[i]!;
      this.#summed.add(number);
      const frequency = word.frequencies[number]!;
      if (frequency > 0) sums[number]! += thousandths(word.idf, frequency, this.#normOf(number, field), word.boost);
    }
  }

  #normOf(number: number, field: number): number {
    if (number >= this.#end || this.#view === undefined || number < this.#view.base) {
      this.#view = this.#snapshot.viewOf(number);
      this.#end = this.#view.base + this.#view.segment.header.articles;
    }
    const { segment, base } = this.#view;
    const length = segment.lengths[(number - base) * this.#words.length + field]!;
    const table = this.#norms.table(field);
    return length < table.length ? table[length]! : this.#norms.beyond(field, length);
  }

  /** The score of an article by its number. Not to be asked after {@link release}. */
  score(number: number): number {
    let score = 0;
    for (let field = 0; field < this.#words.length; field++) {
      const words = this.#words[field]!;
      let sum = this.#sums === undefined ? 0 : this.#sums[field]![number]!;
      let norm = -1;
      for (let i = 0; i < words.length; i++) {
        const { frequencies, idf, boost } = words[i]!;
        const frequency = frequencies[number]!;
        if (frequency === 0) continue;
        if (norm < 0) norm = this.#normOf(number, field);
        sum += thousandths(idf, frequency, norm, boost);
      }
      if (sum !== 0) score += sum / Math.sqrt(this.#magnitudes[field]!);
    }
    return score / 1000;
  }

  /** Gives the scratch space back. */
  release(): void {
    for (const counted of this.#waiting) this.#scratch.give(counted);
    if (this.#sums !== undefined) this.#scratch.giveScores(this.#sums, this.#summed);
  }
}
