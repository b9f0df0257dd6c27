import type { Analyzer } from '../text/analysis.ts';
import { type ParsedQuery, parseQuery, type QueryOptions } from './query-parser.ts';

/** Queries whose reading is kept: those of the list, of the reader, and of the letters typed lately. */
const MOST_KEPT = 16;

/** Queries as they were understood: each is read once for its search, its snippets and the reader. */
export class QueriesRead {
  readonly #analyzer: Analyzer;
  readonly #read = new Map<string, ParsedQuery>();

  constructor(analyzer: Analyzer) {
    this.#analyzer = analyzer;
  }

  read(query: string, { fields, withoutLemmas, typing }: QueryOptions = {}): ParsedQuery {
    const key = JSON.stringify([query, fields ?? [], withoutLemmas ?? [], typing ?? false]);
    const known = this.#read.get(key);
    if (known !== undefined) return known;
    const parsed = parseQuery(query, this.#analyzer, { fields, withoutLemmas, typing });
    this.#read.set(key, parsed);
    if (this.#read.size > MOST_KEPT) this.#read.delete(this.#read.keys().next().value!);
    return parsed;
  }
}
