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

  /** @param options may have more to it: whatever else a request asks for does not change how its words are read */
  read(query: string, options: QueryOptions = {}): ParsedQuery {
    const { fields, withoutLemmas, withoutForms, sameRoot, typing } = options;
    const own: Required<QueryOptions> = { fields, withoutLemmas, withoutForms, sameRoot, typing };
    const key = JSON.stringify([query, own]);
    const known = this.#read.get(key);
    if (known !== undefined) return known;
    const parsed = parseQuery(query, this.#analyzer, own);
    this.#read.set(key, parsed);
    if (this.#read.size > MOST_KEPT) this.#read.delete(this.#read.keys().next().value!);
    return parsed;
  }
}
