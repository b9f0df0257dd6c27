import { FieldNorms } from './field-norms.ts';
import type { Frequencies } from './frequencies.ts';
import { IdSet } from './id-set.ts';
import { countPhrase } from './phrase-match.ts';
import type { PhraseClause, QueryNode, WordClause } from './query-node.ts';
import type { Ranking } from './ranking.ts';
import { Scratch } from './scratch.ts';
import type { Snapshot } from './snapshot.ts';
import { inverseFrequency, normedWeight } from './weight.ts';
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

/** A word or phrase of the query, counted. */
interface Leaf {
  readonly numbers: IdSet;
  /** The fields that its clause is searched in. */
  readonly fields: readonly number[];
  /** Undefined once it has been scored, and for what is not scored. */
  counted: Frequencies | undefined;
}

/** Words that wait to be scored until it is known which articles match; those of longer queries are scored at once. */
const MOST_WAITING = 6;
/** Surfaces counted between two moments at which the evaluation may be left. */
const SURFACES = 32;

/**
 * Evaluates one query over a snapshot. Scores are Lunr's: Σ over fields of (query vector · field vector) / |query vector|,
 * summed word by word into an accumulator for each field; field vectors are never stored. Scratch space is given back
 * by {@link release}, also when the evaluation was left half done.
 *
 * @see lunr 2.3.9, lib/index.js, query
 */
export class Evaluation {
  readonly #snapshot: Snapshot;
  readonly #ranking: Ranking;
  readonly #scratch: Scratch;
  readonly #norms: FieldNorms;
  readonly #scores: Float64Array[];
  readonly #scored: IdSet;
  /** Squared length of the query vector of each field. */
  readonly #magnitudes: number[];
  readonly #leaves = new Map<QueryNode, Leaf>();
  readonly #waiting: Leaf[] = [];

  constructor(snapshot: Snapshot, ranking: Ranking, scratch = new Scratch(snapshot), norms = new FieldNorms(snapshot)) {
    this.#snapshot = snapshot;
    this.#ranking = ranking;
    this.#scratch = scratch;
    this.#norms = norms;
    this.#scores = scratch.takeScores();
    this.#scored = new IdSet(snapshot.size);
    this.#magnitudes = snapshot.fields.map(() => 0);
  }

  /** Yields where the evaluation may be left: after a few spellings of a word in a segment. */
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
    for (const leaf of this.#waiting) this.#score(leaf, numbers);
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

  /** Gives the scratch space back; scores are not to be asked for afterwards. */
  release(): void {
    for (const leaf of this.#waiting) this.#let(leaf);
    this.#scratch.giveScores(this.#scores, this.#scored);
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
        if (known !== undefined) return known.numbers;
        const leaf = yield* this.#leaf(node, scoring);
        this.#leaves.set(node, leaf);
        return leaf.numbers;
      }
    }
  }

  *#leaf(clause: WordClause | PhraseClause, scoring: boolean): Generator<void, Leaf> {
    const counted = this.#scratch.take();
    const names = clause.fields.flatMap((field) => FIELDS_OF[field] ?? []);
    const fields = this.#snapshot.fields
      .map((_, i) => i)
      .filter((i) => names.length === 0 || names.includes(this.#snapshot.fields[i]!));
    let done = false;
    try {
      for (const view of this.#snapshot.views) {
        if (clause.type === 'phrase') yield* countPhrase(clause, view, this.#ranking, counted);
        else {
          const surfaces = yield* surfacesOf(clause, view.segment, this.#ranking);
          for (let i = 0; i < surfaces.length; i++) {
            counted.addSurface(view, surfaces[i]!, surfaces[i]!.weight);
            if ((i + 1) % SURFACES === 0) yield;
          }
        }
        yield;
      }
      done = true;
    } finally {
      if (!done) this.#scratch.give(counted);
    }
    const leaf: Leaf = { numbers: this.#having(counted, fields, names.length > 0), fields, counted };
    if (!scoring || counted.count === 0) this.#let(leaf);
    else {
      for (const field of fields) this.#magnitudes[field]! += 1;
      if (this.#waiting.length < MOST_WAITING) this.#waiting.push(leaf);
      else this.#score(leaf);
    }
    return leaf;
  }

  #let(leaf: Leaf): void {
    if (leaf.counted !== undefined) this.#scratch.give(leaf.counted);
    leaf.counted = undefined;
  }

  #having(counted: Frequencies, fields: readonly number[], narrowed: boolean): IdSet {
    const numbers = new IdSet(this.#snapshot.size);
    for (let i = 0; i < counted.count; i++) {
      const number = counted.met[i]!;
      if (!narrowed || fields.some((field) => counted.byField[field]![number]! > 0)) numbers.add(number);
    }
    return numbers;
  }

  /** @param wanted the only articles whose scores will be asked for; left out: all */
  #score(leaf: Leaf, wanted?: IdSet): void {
    const counted = leaf.counted!;
    const numbers = this.#scratch.numbers;
    let count = 0;
    for (let i = 0; i < counted.count; i++) {
      const number = counted.met[i]!;
      if (wanted !== undefined && !wanted.has(number)) continue;
      numbers[count++] = number;
      this.#scored.add(number);
    }
    const { articles, views } = this.#snapshot;
    const all = this.#snapshot.fields.length;
    let matching = counted.count;
    if (!this.#ranking.articlesOnce) {
      matching = 0;
      for (let field = 0; field < all; field++) matching += counted.documents(field);
    }
    const idf = inverseFrequency(articles, matching);
    for (const field of leaf.fields) {
      const boost = this.#ranking.fields[this.#snapshot.fields[field]!] ?? 1;
      const norms = this.#norms.table(field);
      const frequencies = counted.byField[field]!;
      const scores = this.#scores[field]!;
      let at = 0;
      for (const { segment, base } of views) {
        const { lengths } = segment;
        const shift = field - base * all;
        const end = base + segment.header.articles;
        for (; at < count && numbers[at]! < end; at++) {
          const number = numbers[at]!;
          const frequency = frequencies[number]!;
          if (frequency === 0) continue;
          const length = lengths[number * all + shift]!;
          const norm = length < norms.length ? norms[length]! : this.#norms.beyond(field, length);
          scores[number]! += normedWeight(idf, frequency, norm, boost);
        }
      }
    }
    this.#let(leaf);
  }
}
