import type { ArticleBlock } from './article-blocks.ts';
import { ArticleScores } from './article-scores.ts';
import type { Frequencies } from './frequencies.ts';
import { IdSet } from './id-set.ts';
import { countPhrase } from './phrase-match.ts';
import type { PhraseClause, QueryNode, WordClause } from './query-node.ts';
import type { Ranking } from './ranking.ts';
import { Scratch } from './scratch.ts';
import { ShapeWorths } from './shapes.ts';
import type { Snapshot } from './snapshot.ts';
import { surfacesOf } from './word-surfaces.ts';

/** The text fields of the query, as the index's fields. */
const FIELDS_OF: Readonly<Record<string, readonly string[]>> = { title: ['title'], body: ['lead', 'body'] };

export interface Evaluated {
  /** Numbers of the matching articles in the snapshot. */
  readonly numbers: IdSet;
  /** No article has all the words; these have any of them. */
  readonly anyWord: boolean;
  /** Exact scores, or, where one is below `least`, anything below it. @see ArticleScores.scores */
  scores(block: ArticleBlock, least?: number): Float64Array;
}

/** Surfaces counted between two moments at which the evaluation may be left. */
const SURFACES = 32;

/**
 * Evaluates one query over a snapshot: first which articles have each word, and how often; scores are made of that when
 * they are asked for. Scratch space is given back by {@link release}, also when the evaluation was left half done.
 */
export class Evaluation {
  readonly #snapshot: Snapshot;
  readonly #ranking: Ranking;
  readonly #scratch: Scratch;
  readonly #scores: ArticleScores;
  /** The articles that each word or phrase of the query finds. */
  readonly #leaves = new Map<QueryNode, IdSet>();

  constructor(snapshot: Snapshot, ranking: Ranking, scratch = new Scratch(snapshot, ranking)) {
    this.#snapshot = snapshot;
    this.#ranking = ranking;
    this.#scratch = scratch;
    this.#scores = new ArticleScores(snapshot, ranking, scratch);
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
    return { numbers, anyWord, scores: (block, least) => this.#scores.scores(block, least) };
  }

  /** Gives the scratch space back; scores are not to be asked for afterwards. */
  release(): void {
    this.#scores.release();
  }

  #living(): IdSet {
    const living = new IdSet(this.#snapshot.size);
    for (const { segment, removed, base } of this.#snapshot.views) {
      living.addBetween(base, base + segment.header.articles);
      removed.forEach((ordinal) => {
        living.delete(base + ordinal);
      });
    }
    return living;
  }

  *#numbers(node: QueryNode, scoring: boolean): Generator<void, IdSet> {
    switch (node.type) {
      case 'not':
        return this.#living().subtract(yield* this.#numbers(node.node, false));
      case 'any': {
        let union: IdSet | undefined;
        for (const child of node.nodes) {
          const numbers = yield* this.#numbers(child, scoring);
          union = union === undefined ? numbers.clone() : union.union(numbers);
        }
        return union ?? new IdSet();
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
    const counted = this.#scratch.take();
    const names = clause.fields.flatMap((field) => FIELDS_OF[field] ?? []);
    const narrowed = names.length > 0;
    const fields = this.#snapshot.fields.flatMap((name, field) => (!narrowed || names.includes(name) ? [field] : []));
    const factors = this.#scores.factors(fields);
    const worths = new ShapeWorths(factors, counted.columns.length);
    let done = false;
    try {
      for (const view of this.#snapshot.views) {
        if (clause.type === 'phrase') yield* countPhrase(clause, view, this.#ranking, counted, factors);
        else {
          const surfaces = yield* surfacesOf(clause, view.segment, this.#ranking);
          for (let i = 0; i < surfaces.length; i++) {
            counted.addSurface(view, surfaces[i]!, worths, surfaces[i]!.weight);
            if ((i + 1) % SURFACES === 0) yield;
          }
        }
        yield;
      }
      done = true;
    } finally {
      if (!done) this.#scratch.give(counted);
    }
    const numbers = narrowed ? having(counted, fields) : counted.met.clone();
    if (scoring && counted.met.size > 0) this.#scores.add(counted, fields);
    else this.#scratch.give(counted);
    return numbers;
  }
}

/** The articles met that have it in one of some fields. */
function having(counted: Frequencies, fields: readonly number[]): IdSet {
  const columns = fields.map((field) => counted.column(field));
  const numbers = new IdSet();
  counted.met.forEach((number) => {
    if (columns.some((column) => column[number]! > 0)) numbers.add(number);
  });
  return numbers;
}
