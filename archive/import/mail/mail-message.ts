import PostalMime, { type Email } from 'postal-mime';

export type { Email } from 'postal-mime';

/** Parts nested deeper, and longer headers, are an attack. */
const options = { maxNestingDepth: 30, maxHeadersSize: 256 << 10, attachmentEncoding: 'arraybuffer' } as const;

/** A message of mail (RFC 822, MIME) with its parts decoded. Throws for what the library refuses. */
export function mailMessage(bytes: Uint8Array): Promise<Email> {
  return PostalMime.parse(new Uint8Array(bytes), options);
}
