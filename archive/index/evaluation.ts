import { type Frequencies, FrequencyPool } from './frequencies.ts';
import { IdSet } from './id-set.ts';
import { countPhrase } from './phrase-match.ts';
import type { PhraseClause, QueryNode, WordClause } from './query-node.ts';
import type { Ranking } from './ranking.ts';
import type { Snapshot } from './snapshot.ts';
import { inverseFrequency, termWeight } from './weight.ts';
import { surfacesOf } from './word-surfaces.ts';

/** The text fields of the query, as the index's fields. */
const FIELDS_OF: Readonly<Record<string, readonly string[]>> = { title: ['title'], body: ['lead', 'body'] };

export interface Evaluated {
  /** Numbers of the matching articles in the snapshot. */
  readonly numbers: IdSet;
  /** No article has all the words; these have any of them. */
  readonly anyWord: boolean;
  score(number: number): number;
}

/**
 * Evaluates one query over a snapshot. Scores are Lunr's: Σ over fields of (query vector · field vector) / |query vector|,
 * summed word by word into an accumulator for each field; field vectors are never stored.
 *
 * @see lunr 2.3.9, lib/index.js, query
 */
export class Evaluation {
  readonly #snapshot: Snapshot;
  readonly #ranking: Ranking;
  readonly #pool: FrequencyPool;
  readonly #scores: Float64Array[];
  readonly #scored: IdSet;
  /** Squared length of the query vector of each field. */
  readonly #magnitudes: number[];
  readonly #means: readonly number[];
  /** Cut off from further use by each leaf of the query once it has been counted. */
  readonly #leaves = new Map<QueryNode, IdSet>();

  constructor(snapshot: Snapshot, ranking: Ranking, pool = new FrequencyPool(snapshot)) {
    this.#snapshot = snapshot;
    this.#ranking = ranking;
    this.#pool = pool;
    this.#scores = pool.takeScores();
    this.#scored = new IdSet(snapshot.size);
    this.#magnitudes = snapshot.fields.map(() => 0);
    this.#means = snapshot.totalLengths.map((total) => total / snapshot.articles);
  }

  /** Yields where the evaluation may be left: after each word in each segment. */
  *run(node: QueryNode | undefined): Generator<void, Evaluated> {
    let numbers = node === undefined ? this.#living() : yield* this.#numbers(node, true);
    let anyWord = false;
    if (node?.type === 'all' && numbers.size === 0) {
      const positive = node.nodes.filter((child) => child.type !== 'not');
      if (positive.length > 1) {
        numbers = new IdSet(this.#snapshot.size);
        for (const child of positive) numbers.union(yield* this.#numbers(child, true));
        for (const child of node.nodes) {
          if (child.type === 'not') numbers.subtract(yield* this.#numbers(child.node, false));
        }
        anyWord = numbers.size > 0;
      }
    }
    const lengths = this.#magnitudes.map((sum) => Math.sqrt(sum));
    const scores = this.#scores;
    const score = (number: number) => {
      let sum = 0;
      for (let field = 0; field < scores.length; field++) {
        const part = scores[field]![number]!;
        if (part !== 0) sum += part / lengths[field]!;
      }
      return sum;
    };
    return { numbers, anyWord, score };
  }

  /** Gives the scratch space back; scores are not to be asked for afterwards. An evaluation left half done keeps it. */
  release(): void {
    this.#pool.giveScores(this.#scores, this.#scored);
  }

  #living(): IdSet {
    const living = new IdSet(this.#snapshot.size);
    for (const { segment, removed, base } of this.#snapshot.views) {
      for (let ordinal = 0; ordinal < segment.header.articles; ordinal++) {
        if (!removed.has(ordinal)) living.add(base + ordinal);
      }
    }
    return living;
  }

  *#numbers(node: QueryNode, scoring: boolean): Generator<void, IdSet> {
    switch (node.type) {
      case 'not':
        return this.#living().subtract(yield* this.#numbers(node.node, false));
      case 'any': {
        const union = new IdSet(this.#snapshot.size);
        for (const child of node.nodes) union.union(yield* this.#numbers(child, scoring));
        return union;
      }
      case 'all': {
        let common: IdSet | undefined;
        for (const child of node.nodes) {
          if (child.type === 'not') continue;
          const numbers = yield* this.#numbers(child, scoring);
          common = common === undefined ? numbers.clone() : common.intersect(numbers);
        }
        common ??= this.#living();
        for (const child of node.nodes) {
          if (child.type === 'not') common.subtract(yield* this.#numbers(child.node, false));
        }
        return common;
      }
      default: {
        const known = this.#leaves.get(node);
        if (known !== undefined) return known;
        const numbers = yield* this.#leaf(node, scoring);
        this.#leaves.set(node, numbers);
        return numbers;
      }
    }
  }

  *#leaf(clause: WordClause | PhraseClause, scoring: boolean): Generator<void, IdSet> {
    const counted = this.#pool.take();
    for (const view of this.#snapshot.views) {
      if (clause.type === 'phrase') countPhrase(clause, view, this.#ranking, counted);
      else {
        for (const { record, weight } of surfacesOf(clause, view.segment, this.#ranking)) {
          counted.addSurface(view, record, weight);
        }
      }
      yield;
    }
    const names = clause.fields.flatMap((field) => FIELDS_OF[field] ?? []);
    const fields = this.#snapshot.fields
      .map((_, i) => i)
      .filter((i) => names.length === 0 || names.includes(this.#snapshot.fields[i]!));
    const numbers = this.#having(counted, fields, names.length > 0);
    if (scoring && counted.count > 0) {
      this.#scored.union(numbers);
      this.#score(counted, fields);
    }
    this.#pool.give(counted);
    return numbers;
  }

  #having(counted: Frequencies, fields: readonly number[], narrowed: boolean): IdSet {
    const numbers = new IdSet(this.#snapshot.size);
    for (let i = 0; i < counted.count; i++) {
      const number = counted.met[i]!;
      if (!narrowed || fields.some((field) => counted.byField[field]![number]! > 0)) numbers.add(number);
    }
    return numbers;
  }

  #score(counted: Frequencies, fields: readonly number[]): void {
    const { articles, views } = this.#snapshot;
    const all = this.#snapshot.fields.length;
    let matching = counted.count;
    if (!this.#ranking.articlesOnce) {
      matching = 0;
      for (let field = 0; field < all; field++) matching += counted.documents(field);
    }
    const idf = inverseFrequency(articles, matching);
    for (const field of fields) {
      this.#magnitudes[field]! += 1;
      const boost = this.#ranking.fields[this.#snapshot.fields[field]!] ?? 1;
      const mean = this.#means[field]!;
      const frequencies = counted.byField[field]!;
      const scores = this.#scores[field]!;
      let view = views[0]!;
      let end = -1;
      for (let i = 0; i < counted.count; i++) {
        const number = counted.met[i]!;
        const frequency = frequencies[number]!;
        if (frequency === 0) continue;
        if (number >= end || number < view.base) {
          view = this.#snapshot.viewOf(number);
          end = view.base + view.segment.header.articles;
        }
        const length = view.segment.lengths[(number - view.base) * all + field]!;
        scores[number]! += termWeight(idf, frequency, length, mean, boost);
      }
    }
  }
}
