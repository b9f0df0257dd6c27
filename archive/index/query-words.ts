import type { Analyzer } from '../text/analysis.ts';
import { rootReading } from '../text/query-word.ts';
import type { WordClause } from './query-node.ts';
import type { QueryOptions } from './query-parser.ts';
import type { TextField } from './search-types.ts';

const nothing: ReadonlySet<string> = new Set();

/** A clause with everything empty that is not given. */
export function plainClause(
  fields: readonly TextField[],
  own: Partial<WordClause> & Pick<WordClause, 'by' | 'text' | 'form'>,
): WordClause {
  return { type: 'word', yo: false, terms: new Map(), readings: [], without: nothing, typed: false, fields, ...own };
}

/** Makes clauses of the words of a query. */
export class WordClauses {
  readonly #analyzer: Analyzer;
  readonly #without: ReadonlySet<string>;
  readonly #withoutForms: ReadonlySet<string>;
  readonly #sameRoot: boolean;

  constructor(analyzer: Analyzer, { withoutLemmas, withoutForms, sameRoot }: QueryOptions) {
    this.#analyzer = analyzer;
    this.#without = new Set(withoutLemmas);
    this.#withoutForms = new Set(withoutForms);
    this.#sameRoot = sameRoot ?? false;
  }

  /** @param exact in this very spelling @param typed still being typed: what begins with it counts too */
  clause(word: string, exact: boolean, typed: boolean, fields: readonly TextField[]): WordClause {
    const { form, yo, readings } = this.#analyzer.queryWord(word);
    if (exact) return plainClause(fields, { by: 'form', text: word, form });
    const terms = new Map<string, number>();
    const roots = this.#sameRoot ? this.#analyzer.sameRoot(readings[0]!.lemma) : [];
    const listed = [...readings, ...roots.map(rootReading)].map((reading) => {
      const searched = !this.#without.has(reading.lemma);
      if (searched)
        for (const { term, weight } of reading.terms) terms.set(term, Math.max(weight, terms.get(term) ?? 0));
      return { lemma: reading.lemma, terms: reading.terms.map(({ term }) => term), searched };
    });
    return plainClause(fields, {
      by: 'terms',
      text: word,
      form,
      yo,
      terms,
      readings: listed,
      without: this.#withoutForms,
      typed,
    });
  }

  /** The words of a phrase, one slot a position; of a hyphenated word the parts, which every spelling of it has. */
  slots(text: string, fields: readonly TextField[], most: number): WordClause[][] {
    const tokens = this.#analyzer.tokens(text);
    const shortest = new Map<number, readonly [number, number]>();
    for (let i = 0; i < tokens.length; i++) {
      const [start, end] = [tokens.start[i]!, tokens.end[i]!];
      const known = shortest.get(tokens.position[i]!);
      if (known === undefined || end - start < known[1] - known[0]) shortest.set(tokens.position[i]!, [start, end]);
    }
    const places = [...shortest].sort(([a], [b]) => a - b).slice(0, most);
    return places.map(([, [start, end]]) => [
      this.clause(text.slice(start, end), text[start - 1] === '=', false, fields),
    ]);
  }
}

/** The words glued together in one run of letters («г.Астана», «12:30»), each at its own position. */
export function piecesOf(text: string, analyzer: Analyzer): string[] {
  const tokens = analyzer.tokens(text);
  const pieces: string[] = [];
  let end = 0;
  for (let i = 0; i < tokens.length; i++) {
    // The parts of a hyphenated word lie within the whole, which comes first or is found by its greater end.
    if (tokens.start[i]! < end) continue;
    let last = tokens.end[i]!;
    for (let j = i + 1; j < tokens.length && tokens.start[j]! <= tokens.start[i]!; j++)
      last = Math.max(last, tokens.end[j]!);
    pieces.push(text.slice(tokens.start[i], last));
    end = last;
  }
  return pieces;
}
