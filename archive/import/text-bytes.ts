import { decode, type Encoding, encodingNamed } from './charset.ts';
import { guessEncoding } from './charset-guess.ts';
import { readability } from './readable.ts';

/** A text and the encoding it was read in, or why the bytes are none. */
export type DecodedText =
  | { readonly text: string; readonly encoding: Encoding }
  | { readonly reason: 'empty' | 'binary' | 'encoding' };

/** Bytes that are looked at to choose an encoding, from the first one that is not ASCII. */
const SAMPLE = 1 << 16;
/** Below this mean a text of some length is rubbish, see {@link readability}. */
const RUBBISH = -5;
/** A shorter sample proves nothing. */
const ENOUGH = 20;
/** Two encodings closer than this are as good as each other: then the library decides. */
const TIE = 0.08;
/** A declared encoding is believed unless another one is better by this. */
const TRUST = 0.5;

const singleByte: readonly Encoding[] = ['windows-1251', 'koi8-r', 'cp866', 'iso-8859-5', 'kz-1048', 'x-mac-cyrillic'];

/**
 * Bytes to text: a byte-order mark decides; else strict UTF-8; else what the file declares, unless another encoding
 * reads far better; else the encoding that reads best. Never throws.
 *
 * @param declared the name in the file's own markup, if it has one
 * @param chosen the encoding that a person chose: then nothing is guessed
 */
export function decodeText(bytes: Uint8Array, declared?: string, chosen?: Encoding): DecodedText {
  if (bytes.length === 0) return { reason: 'empty' };
  if (hasSignature(bytes)) return { reason: 'binary' };
  const encoding = chosen ?? marked(bytes) ?? wide(bytes) ?? (isUtf8(bytes) ? 'utf-8' : likeliest(bytes, declared));
  if (encoding === undefined)
    return { reason: isControlled(decode(sample(bytes), 'windows-1251')) ? 'binary' : 'encoding' };
  const text = withoutEndMark(decode(bytes, encoding));
  if (isControlled(text)) return { reason: 'binary' };
  return text.trim() === '' ? { reason: 'empty' } : { text, encoding };
}

function marked(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark: every second byte is the high half of Cyrillic (04) or of ASCII (00). */
function wide(bytes: Uint8Array): Encoding | undefined {
  const length = Math.min(bytes.length & ~1, 4096);
  if (length < 4) return undefined;
  const high = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0 || bytes[i] === 4) high[i & 1]!++;
  const share = (parity: 0 | 1) => high[parity]! / (length / 2);
  // Zeros at both parities are a binary file.
  if (share(1) > 0.85 && share(0) < 0.4) return 'utf-16le';
  if (share(0) > 0.85 && share(1) < 0.4) return 'utf-16be';
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function sample(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 0x7f);
  const from = Math.max(0, first - 64);
  return bytes.subarray(from, from + SAMPLE);
}

function likeliest(bytes: Uint8Array, declared: string | undefined): Encoding | undefined {
  const part = sample(bytes);
  const score = (encoding: Encoding) => ({ encoding, ...readability(decode(part, encoding)) });
  // UTF-8 with a few damaged bytes is still UTF-8, and better with holes than as rubbish.
  const ranked = [...singleByte, 'utf-8' as const].map(score).sort((a, b) => b.mean - a.mean);
  const best = ranked[0]!;
  if (best.mean < RUBBISH && best.length >= ENOUGH) return undefined;
  const named = declared === undefined ? undefined : encodingNamed(declared);
  const promised = ranked.find(({ encoding }) => encoding === named);
  if (promised !== undefined && promised.mean > best.mean - TRUST) return promised.encoding;
  const equal = ranked.filter(({ mean }) => mean > best.mean - TIE);
  // Encodings that give one and the same text are no question.
  const texts = new Set(equal.map(({ encoding }) => decode(part, encoding)));
  if (texts.size > 1) {
    const guess = guessEncoding(part);
    if (equal.some(({ encoding }) => encoding === guess)) return guess;
  }
  return singleByte.find((encoding) => equal.some((one) => one.encoding === encoding)) ?? best.encoding;
}

/** Beginnings of files that are no text whatever they are named. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x25, 0x50, 0x44, 0x46, 0x2d], // PDF
  [0x50, 0x4b, 0x03, 0x04], // ZIP and the office formats
  [0x1f, 0x8b, 0x08], // gzip
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0xd0, 0xcf, 0x11, 0xe0], // old office documents
  [0x52, 0x61, 0x72, 0x21], // RAR
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
];

function hasSignature(bytes: Uint8Array): boolean {
  return SIGNATURES.some((signature) => signature.every((byte, i) => bytes[i] === byte));
}

/** DOS editors end a file with the character 26. */
function withoutEndMark(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 26) end--;
  return text.slice(0, end);
}

/** Control characters that no text has, beyond what a stray one or two would be. */
function isControlled(text: string): boolean {
  const part = text.slice(0, SAMPLE);
  const controls = part.match(/(?![\t\n\r\f\v\u0085])\p{Cc}/gu)?.length ?? 0;
  return controls > 2 && controls > part.length * 0.002;
}
