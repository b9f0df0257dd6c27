const SEED = 0x2545f491;
const FACTOR = 0x9e3779b1;

/**
 * Checksum of bytes against damage (not against malice): 32-bit words multiplied and rotated, each step a bijection,
 * so that a change within one word never goes unseen. The words are little-endian, as on every machine we run on; the
 * last one is filled up with zeros and the length is mixed in. Four sums are taken side by side, of every fourth word each:
 * none waits for another.
 */
export function checksum(bytes: Uint8Array): number {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length >>> 2);
  let a = SEED ^ bytes.length;
  let b = a + 1;
  let c = a + 2;
  let d = a + 3;
  let i = 0;
  for (; i + 3 < words.length; i += 4) {
    a = mixed(a, words[i]!);
    b = mixed(b, words[i + 1]!);
    c = mixed(c, words[i + 2]!);
    d = mixed(d, words[i + 3]!);
  }
  let sum = mixed(mixed(mixed(a, b), c), d);
  for (; i < words.length; i++) sum = mixed(sum, words[i]!);
  let last = 0;
  for (let at = words.length * 4; at < aligned.length; at++) last = (last << 8) | aligned[at]!;
  return (Math.imul(sum ^ last, FACTOR) ^ (sum >>> 16)) >>> 0;
}

function mixed(sum: number, word: number): number {
  const product = Math.imul(sum ^ word, FACTOR);
  return (product << 15) | (product >>> 17);
}
