import { gunzipSync } from 'node:zlib';
import { decode, encodingNamed } from './charset.ts';

/** Larger files are not unpacked to be shown, bytes. */
const largest = 64 << 20;
/** Formats whose files are text in name only. */
const unreadable = new Set(['rtf', 'pdf', 'docx', 'doc', 'odt', 'xlsx', 'epub']);

/** The text of a file as it came, without any reading of its format; null where it is no text, or too large to be shown. */
export function originalText(bytes: Uint8Array, encoding: string, format: string): string | null {
  if (unreadable.has(format)) return null;
  const named = encodingNamed(encoding) ?? 'utf-8';
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    const plain = packed ? gunzipSync(bytes, { maxOutputLength: largest }) : bytes;
    const text = decode(plain, named);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what no text has tells a file that is none
    return /[\u0000-\u0008\u000e-\u001a]/.test(text.slice(0, 4000)) ? null : text;
  } catch {
    // Packed otherwise, or larger than can be shown: the file itself can still be kept.
    return null;
  }
}
