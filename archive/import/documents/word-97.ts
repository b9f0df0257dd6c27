import WordExtractor from 'word-extractor';

/** The body of a document of Word 97–2003. Throws for what is none. */
export async function word97Body(bytes: Uint8Array): Promise<string> {
  const extracted = await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return extracted.getBody({ filterUnicode: false });
}
