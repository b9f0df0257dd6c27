/** Consecutive words that make a shingle: three are too common in agency Russian, five too easily broken by an edit. */
const WIDTH = 4;
/** Smallest hashes of a text that are kept to find it by. */
const SKETCH = 16;

/** FNV-1a, 32 bits. */
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * The distinct shingles of a text as 32-bit hashes, ascending. Case, ё, punctuation and layout make no difference; numbers
 * do, for two days' weather differ in nothing else.
 */
export function shinglesOf(text: string): Uint32Array {
  const words = wordHashes(text);
  const hashes = new Uint32Array(Math.max(0, words.length - WIDTH + 1));
  for (let i = 0; i < hashes.length; i++) {
    let hash = FNV_BASIS;
    for (let word = i; word < i + WIDTH; word++) hash = mixed(Math.imul(hash ^ words[word]!, FNV_PRIME));
    hashes[i] = hash;
  }
  hashes.sort();
  return hashes.filter((hash, i) => i === 0 || hash !== hashes[i - 1]);
}

/**
 * The smallest hashes of a text (a bottom-k sketch, Broder 1997): of two texts that share a part `J` of all their shingles,
 * each of these is in the other's sketch with a probability near `J`, so that texts alike are found by equal hashes.
 */
export const sketchOf = (shingles: Uint32Array): number[] => [...shingles.subarray(0, SKETCH)];

/** How many shingles two texts share. */
export function shared(a: Uint32Array, b: Uint32Array): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = a[i]! - b[j]!;
    if (difference === 0) count++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return count;
}

function wordHashes(text: string): number[] {
  const hashes: number[] = [];
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    let hash = FNV_BASIS;
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      hash = Math.imul(hash ^ (unit === 0x451 ? 0x435 : unit), FNV_PRIME);
    }
    hashes.push(mixed(hash));
  }
  return hashes;
}

/** The finalizer of MurmurHash3: spreads what FNV leaves alike in the high bits. */
function mixed(hash: number): number {
  let h = hash >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
