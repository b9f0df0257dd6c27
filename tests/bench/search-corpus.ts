import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { CorpusArticle } from './corpus.ts';

/** Articles that engines are given at once: few, so that no engine's memory is that of texts which wait for it. */
const BATCH = 100;

/** The first `count` articles of a JSON Lines file (gzipped or not), or of the generator when there is no file. */
export async function* articleBatches(file: string | undefined, count: number): AsyncGenerator<CorpusArticle[]> {
  let batch: CorpusArticle[] = [];
  let left = count;
  for await (const article of file === undefined || file === '' ? generated() : readLines(file)) {
    if (left-- === 0) break;
    batch.push(article);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Lines end at `\n` alone: `node:readline` also cuts at U+2028, which texts contain. */
async function* readLines(path: string): AsyncGenerator<CorpusArticle> {
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of path.endsWith('.gz') ? file.pipe(createGunzip()) : file) {
    const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
    rest = lines.pop()!;
    for (const line of lines) {
      const { title, body } = JSON.parse(line) as CorpusArticle;
      yield { title, body };
    }
  }
}

const ONSETS = 'б в г д ж з к л м н п р с т ф х ц ч ш бр вл гр др кр пл пр сл ст тр'.split(' ');
const VOWELS = 'а е и о у я'.split(' ');
const ENDINGS = ['', 'а', 'у', 'ом', 'е', 'ы', 'ов', 'ам', 'ами', 'ах'];
const SMALL = 'и в не на с что по как из за о к для от до же при'.split(' ');

/**
 * Articles without end, always the same: words by Zipf's law from a vocabulary that never ceases to grow, each in one
 * of ten forms; sentences, names, numbers. Made-up words: for sizes and times, not for quality.
 */
function* generated(): Generator<CorpusArticle> {
  const random = numbersFrom(20_011);
  const below = (n: number) => Math.floor(random() * n);
  const word = (rank: number): string => {
    let rest = rank;
    let made = '';
    do {
      made += ONSETS[rest % ONSETS.length]! + VOWELS[Math.floor(rest / ONSETS.length) % VOWELS.length]!;
      rest = Math.floor(rest / (ONSETS.length * VOWELS.length));
    } while (rest > 0);
    return made + ONSETS[rank % 19]! + ENDINGS[below(ENDINGS.length)]!;
  };
  for (let article = 0; ; article++) {
    // Heaps' law: the vocabulary grows as the square root of the text.
    const vocabulary = 20_000 + 900 * Math.sqrt(article);
    const pick = () => (below(4) === 0 ? SMALL[below(SMALL.length)]! : word(Math.floor(vocabulary ** random())));
    const name = () => pick().replace(/^./, (letter) => letter.toUpperCase());
    const sentence = (length: number) => {
      const words = Array.from({ length }, () =>
        below(20) === 0 ? name() : below(60) === 0 ? `${below(3000)}` : pick(),
      );
      return `${name()} ${words.join(' ')}.`;
    };
    const title = sentence(6 + below(6)).slice(0, -1);
    const body = Array.from({ length: 12 + below(16) }, () => sentence(8 + below(12))).join(' ');
    yield { title, body };
  }
}

/** Numbers in [0, 1): xorshift32. */
export function numbersFrom(seed: number): () => number {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
