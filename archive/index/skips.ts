import { ByteReader, ByteWriter } from './byte-writer.ts';

/** Articles of one stretch of postings. A surface with fewer has no skips. */
export const SKIP = 128;

/**
 * Skips let a phrase read, of the postings and positions of a frequent surface, only the stretches in which its other
 * words occur. They stand after the postings: for each full stretch of {@link SKIP} articles its last article, the end
 * of its postings and the end of its positions, each as the distance from the stretch before.
 */
export class SkipWriter {
  readonly #to: ByteWriter;
  readonly #noted = new ByteWriter();
  #article = -1;
  #postings = 0;
  #positions = 0;

  constructor(to: ByteWriter) {
    this.#to = to;
  }

  /** Begins a surface whose postings and positions begin there. */
  begin(postings: number, positions: number): void {
    this.#noted.length = 0;
    this.#article = -1;
    this.#postings = postings;
    this.#positions = positions;
  }

  note(article: number, postings: number, positions: number): void {
    this.#noted.varint(article - this.#article);
    this.#noted.varint(postings - this.#postings);
    this.#noted.varint(positions - this.#positions);
    this.#article = article;
    this.#postings = postings;
    this.#positions = positions;
  }

  /** Writes what was noted; answers its bytes. */
  write(): number {
    if (this.#noted.length > 0) this.#to.append(this.#noted.written());
    return this.#noted.length;
  }
}

/** One stretch: the articles above `after`, up to `last`, and where its postings and positions lie in the surface's. */
export interface Stretch {
  readonly after: number;
  readonly last: number;
  readonly postings: readonly [start: number, end: number];
  readonly positions: readonly [start: number, end: number];
}

/** The stretches of a surface, the one after the last full one included. Lengths are those of all its bytes. */
export function* stretches(skips: Uint8Array, postingsLength: number, positionsLength: number): Generator<Stretch> {
  const from = new ByteReader(skips);
  let after = -1;
  let postings = 0;
  let positions = 0;
  while (from.at < skips.length) {
    const last = after + from.varint();
    const postingsEnd = postings + from.varint();
    const positionsEnd = positions + from.varint();
    yield { after, last, postings: [postings, postingsEnd], positions: [positions, positionsEnd] };
    after = last;
    postings = postingsEnd;
    positions = positionsEnd;
  }
  if (postings < postingsLength) {
    const rest: Pick<Stretch, 'postings' | 'positions'> = {
      postings: [postings, postingsLength],
      positions: [positions, positionsLength],
    };
    yield { after, last: Number.POSITIVE_INFINITY, ...rest };
  }
}
