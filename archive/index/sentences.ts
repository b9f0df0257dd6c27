import { ByteReader, type ByteWriter } from './byte-writer.ts';

/**
 * Where the sentences of an article begin: for each text the number of sentences after the first, then the position of
 * the first word of each as a gap.
 */
export function writeSentences(to: ByteWriter, beginnings: readonly number[]): void {
  to.varint(beginnings.length);
  let last = 0;
  for (const position of beginnings) {
    to.varint(position - last);
    last = position;
  }
}

/** Positions at which sentences after the first begin, one list a text. */
export function readSentences(bytes: Uint8Array, texts: number): number[][] {
  const from = new ByteReader(bytes);
  return Array.from({ length: texts }, () => {
    const beginnings: number[] = [];
    let position = 0;
    for (let left = from.varint(); left > 0; left--) {
      position += from.varint();
      beginnings.push(position);
    }
    return beginnings;
  });
}

/** Number of the sentence that a position lies in. */
export function sentenceAt(beginnings: readonly number[], position: number): number {
  let low = 0;
  let high = beginnings.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (beginnings[middle]! <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
