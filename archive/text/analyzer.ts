import type { Analyzer, Surface, TokenColumns } from './analysis.ts';
import { Lexer } from './lexer.ts';
import type { Morphology } from './morphology.ts';
import { type QueryWord, queryWord, secondary } from './query-word.ts';
import { sameRoot } from './same-root.ts';
import { LOWER } from './surface-table.ts';
import { lemmasInQuery, lemmasInText } from './word-lemmas.ts';

/** Raised whenever the same text would give other tokens or terms than before. */
const VERSION = 4;

/** Surfaces whose terms are kept in memory, each where the last bits of its number say. */
const KEPT = 1 << 13;

/**
 * The analyzer of Russian press. Each spelling is analysed once, when its surface is first asked for; without a
 * dictionary words are reduced by the stemmer alone.
 */
export function createAnalyzer(morphology?: Morphology): Analyzer {
  const lexer = new Lexer((form) => morphology?.knows(form) ?? false);
  // Whoever indexes asks for each once; what is asked for again, for marks, is asked for soon.
  const kept: (Surface | undefined)[] = new Array(KEPT).fill(undefined);
  const keptIds = new Int32Array(KEPT);

  function surface(id: number): Surface {
    const place = id % KEPT;
    const known = kept[place];
    if (known !== undefined && keptIds[place] === id) return known;
    const form = lexer.table.form(id);
    const lemmas = lemmasInText(form, lexer.table.capitals(id), morphology);
    const terms = lemmas.map((lemma, rank) => (rank === 0 ? lemma : secondary(lemma)));
    const made = { form, yo: lexer.table.hasYo(id), terms };
    kept[place] = made;
    keptIds[place] = id;
    return made;
  }

  function query(word: string): QueryWord {
    const read: TokenColumns = lexer.read(word);
    // A hyphenated word's first entry is the whole of it.
    if (read.length > 0) {
      const id = read.surface[0]!;
      const form = lexer.table.form(id);
      return queryWord(form, lexer.table.hasYo(id), lemmasInQuery(form, lexer.table.capitals(id), morphology));
    }
    return queryWord(word, false, lemmasInQuery(word, LOWER, morphology));
  }

  return {
    version: VERSION,
    tokens: (text) => lexer.read(text),
    surface,
    form: (id) => lexer.table.form(id),
    get surfaces() {
      return lexer.table.size;
    },
    queryWord: query,
    sameRoot: (lemma) => (morphology === undefined ? [] : sameRoot(lemma, morphology)),
  };
}
