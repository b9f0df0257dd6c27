import { Chunk } from './chunk.ts';
import { pushChunk } from './chunk-tokens.ts';
import { DateTokens } from './date-tokens.ts';
import { AMPERSAND, BREAK, DIGIT, folded, HYPHEN, letterClass, letterMarks, RUSSIAN } from './letters.ts';
import { SentenceBorders } from './sentence-borders.ts';
import { SurfaceTable, spellingOf } from './surface-table.ts';
import { TokenBuffer } from './token-buffer.ts';

/** Longest plain word; what is longer is cut, so that a text without spaces cannot hold the lexer up. */
const LONGEST_WORD = 256;
const DOT = 0x2e;

/**
 * Cuts texts into tokens. Plain Russian words, nine of ten, are folded, hashed and numbered in one pass; everything
 * else goes through {@link Chunk}. `isWord` says whether the dictionary knows a form: it decides whether a hyphen at
 * the end of a line belonged to the word.
 */
export class Lexer {
  readonly table = new SurfaceTable();
  readonly #out = new TokenBuffer();
  readonly #chunk = new Chunk();
  readonly #word = new Uint16Array(LONGEST_WORD);
  readonly #borders = new SentenceBorders(this.table);
  readonly #dates = new DateTokens(this.table);
  readonly #isWord: (form: string) => boolean;

  constructor(isWord: (form: string) => boolean) {
    this.#isWord = isWord;
  }

  read(text: string): TokenBuffer {
    const out = this.#out;
    const word = this.#word;
    const length = text.length;
    out.length = 0;
    let position = 0;
    let sentence = 0;
    let lastEnd = 0;
    let i = 0;
    while (i < length) {
      const first = text.charCodeAt(i);
      const kind = letterClass[first]!;
      if (kind === BREAK || (kind > DIGIT && kind !== AMPERSAND)) {
        i++;
        continue;
      }
      if (out.length > 0 && this.#borders.between(text, lastEnd, i, out)) sentence++;
      const start = i;
      if (kind === RUSSIAN) {
        let size = 0;
        let marks = 0;
        let unit = first;
        do {
          word[size++] = folded[unit]!;
          marks += letterMarks[unit]!;
          unit = text.charCodeAt(++i);
        } while (i < length && letterClass[unit] === RUSSIAN && size < LONGEST_WORD);
        if (i >= length || letterClass[unit] === BREAK || size === LONGEST_WORD) {
          if (size > 1 || unit !== DOT) {
            const spelling = spellingOf(first, text.charCodeAt(start + 1), marks, size);
            out.push(start, i, position++, sentence, this.table.intern(word, 0, size, spelling));
            lastEnd = i;
            continue;
          }
        } else if (
          letterClass[unit] === HYPHEN &&
          letterClass[text.charCodeAt(i + 1)] === BREAK &&
          !endsLine(text, i + 1)
        ) {
          const spelling = spellingOf(first, text.charCodeAt(start + 1), marks, size);
          out.push(start, i, position++, sentence, this.table.intern(word, 0, size, spelling));
          lastEnd = i;
          continue;
        }
      }
      if (this.#chunk.read(text, start) > 0) {
        position = pushChunk(this.#chunk, this.table, out, position, sentence, this.#isWord);
        lastEnd = this.#chunk.end;
      }
      i = this.#chunk.end;
    }
    this.#dates.add(text, out);
    return out;
  }
}

function endsLine(text: string, i: number): boolean {
  while (text.charCodeAt(i) === 0x20 || text.charCodeAt(i) === 0xa0) i++;
  const unit = text.charCodeAt(i);
  return unit === 0x0a || unit === 0x0d;
}
