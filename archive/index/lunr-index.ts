import { walkPattern } from './expansion.ts';
import { IdSet } from './id-set.ts';
import lunr, { type LunrClause, type LunrQuery, QueryParser } from './lunr.ts';
import { Scratch } from './scratch.ts';
import { ShapeWorths } from './shapes.ts';
import type { Snapshot } from './snapshot.ts';
import { inverseFrequency, lengthNorm, thousandths } from './weight.ts';
import { fuzzyPattern, wildcardPattern } from './word-automaton.ts';
import { seekWord } from './word-table.ts';

/** A hit as Lunr gives it. `ref` is the article's id as text. */
export interface LunrHit {
  readonly ref: string;
  readonly score: number;
}

type Field = number;

/** Occurrences of one term in the living articles, kept as far as the scores need them. */
interface CountedTerm {
  readonly idf: number;
  /** By field: numbers of the articles, and how often each has the term. */
  readonly postings: readonly { readonly numbers: Uint32Array; readonly frequencies: Float32Array }[];
}

/**
 * Lunr over a snapshot: the query language is Lunr's own, the evaluation is ours. Hits and scores
 * are those of a `lunr.Index` built of the living articles; what Lunr throws at or gets wrong is answered instead:
 *
 * - what stands before a colon and is no field belongs to the word; in a clause an unknown field is nowhere found;
 * - a term that the pipeline erases is left out;
 * - a required word with several terms is found by any of them;
 * - an edit distance is two at most.
 *
 * @see lunr 2.3.9, lib/index.js
 */
export class LunrIndex extends lunr.Index {
  readonly #snapshot: Snapshot;
  readonly #terms: (word: string) => readonly string[];
  readonly #scratch: Scratch;
  readonly #counted = new Map<string, CountedTerm | undefined>();

  /** @param terms what the pipeline makes of a word of the query */
  constructor(snapshot: Snapshot, terms: (word: string) => readonly string[]) {
    super({
      invertedIndex: {},
      documentVectors: {},
      tokenSet: new lunr.TokenSet(),
      fields: [...snapshot.fields],
      pipeline: new lunr.Pipeline(),
    });
    this.#snapshot = snapshot;
    this.#terms = terms;
    this.#scratch = new Scratch(snapshot);
  }

  override search(text: string): lunr.Index.Result[] {
    const colons = /(^|\s)([+-]?)([^\s:\\]+):/g;
    const escaped = text.replaceAll(colons, (whole, space: string, sign: string, name: string) =>
      this.#snapshot.fields.includes(name) ? whole : `${space}${sign}${name}\\:`,
    );
    return this.query((query) => new QueryParser(escaped, query).parse());
  }

  // Lunr's hits carry `matchData`; marks are found in the text instead, see marks.ts.
  override query(build: lunr.Index.QueryBuilder): lunr.Index.Result[] {
    const names = this.#snapshot.fields;
    const query = new lunr.Query([...names]) as LunrQuery;
    build.call(query, query);
    const sought = new SoughtTerms(names.length);
    const required: IdSet[] = [];
    const prohibited = new IdSet();
    for (const clause of query.clauses) {
      const fields = (clause.fields ?? names).map((name) => names.indexOf(name)).filter((field) => field >= 0);
      const words = clause.usePipeline ? this.#terms(clause.term) : [clause.term];
      if (words.length === 0) continue;
      const expanded = words.flatMap((word) => this.#expand(word, clause));
      const matches = new IdSet();
      for (const term of expanded) {
        for (const field of fields) {
          if (clause.presence === lunr.Query.presence.PROHIBITED) this.#addTo(prohibited, term, field);
          else sought.add(term, field, clause.boost);
          if (clause.presence === lunr.Query.presence.REQUIRED) this.#addTo(matches, term, field);
        }
      }
      if (clause.presence === lunr.Query.presence.REQUIRED) required.push(matches);
    }
    const hits = query.isNegated() ? this.#living() : this.#score(sought);
    return this.#results(hits, required, prohibited);
  }

  #expand(word: string, clause: LunrClause): string[] {
    const pattern = clause.editDistance === undefined ? wildcardPattern(word) : fuzzyPattern(word, clause.editDistance);
    const found = new Set<string>();
    if (clause.editDistance === undefined && !word.includes('*')) found.add(word);
    else {
      for (const { segment } of this.#snapshot.views) {
        const cursor = segment.terms();
        for (const _ of walkPattern(cursor, segment.termIndex, pattern, () => found.add(cursor.word)));
      }
    }
    return [...found].filter((term) => this.#count(term) !== undefined);
  }

  /** Undefined: no living article has the term. */
  #count(term: string): CountedTerm | undefined {
    if (this.#counted.has(term)) return this.#counted.get(term);
    const counting = this.#scratch.take();
    const { fields } = this.#snapshot;
    const once = new ShapeWorths(
      fields.map(() => 1),
      fields.length,
    );
    for (const view of this.#snapshot.views) {
      const cursor = view.segment.terms();
      if (!seekWord(cursor, term)) continue;
      const surfaces = view.segment.surfaces();
      for (const ordinal of cursor.record.surfaces) {
        surfaces.at(ordinal);
        counting.addSurface(view, surfaces.record, once, 1);
      }
    }
    let counted: CountedTerm | undefined;
    if (counting.met.size > 0) {
      const met = [...counting.met];
      const postings = counting.columns.map((frequencies) => {
        const numbers = Uint32Array.from(met.filter((number) => frequencies[number]! > 0));
        return { numbers, frequencies: Float32Array.from(numbers, (number) => frequencies[number]!) };
      });
      const documents = postings.reduce((sum, { numbers }) => sum + numbers.length, 0);
      counted = { idf: inverseFrequency(this.#snapshot.articles, documents), postings };
    }
    this.#scratch.give(counting);
    this.#counted.set(term, counted);
    return counted;
  }

  #addTo(set: IdSet, term: string, field: Field): void {
    for (const number of this.#count(term)!.postings[field]!.numbers) set.add(number);
  }

  #living(): Map<number, number> {
    const living = new Map<number, number>();
    for (const { segment, removed, base } of this.#snapshot.views) {
      for (let ordinal = 0; ordinal < segment.header.articles; ordinal++) {
        if (!removed.has(ordinal)) living.set(base + ordinal, 0);
      }
    }
    return living;
  }

  /** Σ over fields of (query vector · field vector) / |query vector|. */
  #score(sought: SoughtTerms): Map<number, number> {
    const scores = new Map<number, number>();
    const { totalLengths, articles, fields } = this.#snapshot;
    for (let field = 0; field < fields.length; field++) {
      const boosts = sought.boosts[field]!;
      const length = Math.sqrt([...boosts.values()].reduce((sum, boost) => sum + boost * boost, 0));
      const mean = totalLengths[field]! / articles;
      for (const [term, boost] of boosts) {
        const { idf, postings } = this.#count(term)!;
        const { numbers, frequencies } = postings[field]!;
        numbers.forEach((number, i) => {
          const view = this.#snapshot.viewOf(number);
          const fieldLength = view.segment.lengths[(number - view.base) * fields.length + field]!;
          const weight = thousandths(idf, frequencies[i]!, lengthNorm(fieldLength, mean), 1) / 1000;
          scores.set(number, (scores.get(number) ?? 0) + ((boost * weight) / length || 0));
        });
      }
    }
    return scores;
  }

  #results(hits: ReadonlyMap<number, number>, required: readonly IdSet[], prohibited: IdSet): lunr.Index.Result[] {
    const results: LunrHit[] = [];
    for (const [number, score] of hits) {
      if (prohibited.has(number) || !required.every((matches) => matches.has(number))) continue;
      results.push({ ref: String(this.#snapshot.idOf(number)), score });
    }
    return results.sort((a, b) => b.score - a.score || Number(b.ref) - Number(a.ref)) as lunr.Index.Result[];
  }
}

/** The query vector of each field: what each term is worth there. */
class SoughtTerms {
  readonly boosts: readonly Map<string, number>[];

  constructor(fields: number) {
    this.boosts = Array.from({ length: fields }, () => new Map<string, number>());
  }

  add(term: string, field: Field, boost: number): void {
    const boosts = this.boosts[field]!;
    boosts.set(term, (boosts.get(term) ?? 0) + boost);
  }
}
