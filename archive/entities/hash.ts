/**
 * 32-bit hashes of strings and of hashes, as signed integers. They are stored in the model file: changing them means
 * training anew.
 */

/** FNV-1a over UTF-16 units, then mixed so that close strings lie far apart. */
export function hashText(text: string): number {
  let h = hashStart;
  for (let i = 0; i < text.length; i++) h = hashStep(h, text.charCodeAt(i));
  return mix(h, text.length);
}

/** For hashing a text unit by unit, or its ends of several lengths in one walk. */
export const hashStart = 0x811c9dc5 | 0;
export const hashStep = (h: number, unit: number) => Math.imul(h ^ unit, 0x01000193);

/** A hash of two hashes, never 0; the order matters (the last steps are those of MurmurHash3). */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ Math.imul(b, 0xcc9e2d51), 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16) || 1;
}

/** A hash for each name, by which features of different kinds are told apart. */
export function seeds<N extends string>(...names: readonly N[]): Readonly<Record<N, number>> {
  return Object.fromEntries(names.map((name) => [name, hashText(name)])) as Record<N, number>;
}
