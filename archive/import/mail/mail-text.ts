import { encode } from '../charset.ts';
import { bytesIn } from '../encodings/mojibake.ts';
import { readability } from '../readable.ts';
import { decodeText } from '../text-bytes.ts';

/** How much better a text must read, on the scale of {@link readability}. */
const BETTER = 0.5;

/** A letter that names no encoding is read as UTF-8 by the library: one in another is put into that first. */
export function mailBytes(bytes: Uint8Array): Uint8Array {
  if (
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      .toString('latin1')
      .search(/charset\s*=/i) >= 0
  )
    return bytes;
  const decoded = decodeText(bytes);
  return 'reason' in decoded || decoded.encoding === 'utf-8' ? bytes : encode(decoded.text, 'utf-8');
}

/**
 * The library reads what it knows no encoding for as if it were Western: «Îçåðî». Such a text goes back to
 * its bytes and is read as other texts are.
 *
 * @param declared the encoding that the letter names
 */
export function mailText(text: string, declared: string | undefined): string {
  const bytes = /[\u0080-\uffff]/.test(text) ? bytesIn(text, 'windows-1252') : undefined;
  const decoded = bytes === undefined ? undefined : decodeText(bytes, declared);
  if (decoded === undefined || 'reason' in decoded) return text;
  return readability(decoded.text).mean > readability(text).mean + BETTER ? decoded.text : text;
}
