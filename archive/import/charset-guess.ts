import { detect } from 'jschardet';
import { type Encoding, encodingNamed } from './charset.ts';

/** The library's opinion on an encoding; undefined when it has none, or names one outside our list. */
export function guessEncoding(bytes: Uint8Array): Encoding | undefined {
  const { encoding } = detect(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return encoding === null ? undefined : encodingNamed(encoding);
}
