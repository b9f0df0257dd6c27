const SEED = 0x2545f491;
const FACTOR = 0x9e3779b1;

/**
 * Checksum of bytes against damage (not against malice): 32-bit words multiplied and rotated, each step a bijection,
 * so that a change within one word never goes unseen. The words are little-endian, as on every machine we run on; the
 * last one is filled up with zeros and the length is mixed in.
 */
export function checksum(bytes: Uint8Array): number {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length >>> 2);
  let sum = SEED ^ bytes.length;
  for (let i = 0; i < words.length; i++) {
    sum = Math.imul(sum ^ words[i]!, FACTOR);
    sum = (sum << 15) | (sum >>> 17);
  }
  let last = 0;
  for (let i = words.length * 4; i < aligned.length; i++) last = (last << 8) | aligned[i]!;
  return (Math.imul(sum ^ last, FACTOR) ^ (sum >>> 16)) >>> 0;
}
