/**
 * Words as bytes: one byte for ASCII and for the small letters а…џ (U+0430–U+045F), three for any other UTF-16 unit.
 * The order of the bytes is the order of JavaScript strings, so a dictionary sorted by one is sorted by the other.
 */
const FIRST = 0x430;
const LAST = 0x45f;
/** Three bytes: this and the unit, for units from U+0080 to U+042F. */
const BELOW = 0x80;
const LETTER = 0x81;
/** Three bytes, for units from U+0460 up. */
const ABOVE = LETTER + LAST - FIRST + 1;

/** The most bytes a string of `length` units may take. */
export const bytesAtMost = (length: number): number => length * 3;

/** Writes a string at `at` and answers where it ends. */
export function encodeInto(text: string, bytes: Uint8Array, at: number): number {
  let to = at;
  for (let i = 0; i < text.length; i++) to = encodeUnit(text.charCodeAt(i), bytes, to);
  return to;
}

/** Writes one UTF-16 unit at `at` and answers where it ends. */
export function encodeUnit(unit: number, bytes: Uint8Array, at: number): number {
  if (unit < 0x80) bytes[at] = unit;
  else if (unit >= FIRST && unit <= LAST) bytes[at] = unit - FIRST + LETTER;
  else {
    bytes[at] = unit < FIRST ? BELOW : ABOVE;
    bytes[at + 1] = unit >>> 8;
    bytes[at + 2] = unit & 0xff;
    return at + 3;
  }
  return at + 1;
}

/** Bytes of the unit that begins with a byte. */
export const unitLength = (first: number): number => (first < BELOW || (first >= LETTER && first < ABOVE) ? 1 : 3);

/** The unit that begins at `at`. */
export function unitAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!;
  if (byte < BELOW) return byte;
  return byte >= LETTER && byte < ABOVE ? byte - LETTER + FIRST : (bytes[at + 1]! << 8) | bytes[at + 2]!;
}

export function encodeWord(text: string): Uint8Array {
  const bytes = new Uint8Array(bytesAtMost(text.length));
  return bytes.subarray(0, encodeInto(text, bytes, 0));
}

export function decodeWord(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i += unitLength(bytes[i]!)) text += String.fromCharCode(unitAt(bytes, i));
  return text;
}

/** Below zero: `a` comes first; zero: the same. Ends are exclusive. */
export function compareBytes(
  a: Uint8Array,
  aStart: number,
  aEnd: number,
  b: Uint8Array,
  bStart: number,
  bEnd: number,
): number {
  const length = Math.min(aEnd - aStart, bEnd - bStart);
  for (let i = 0; i < length; i++) {
    const difference = a[aStart + i]! - b[bStart + i]!;
    if (difference !== 0) return difference;
  }
  return aEnd - aStart - (bEnd - bStart);
}
