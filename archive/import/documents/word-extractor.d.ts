/** The part of the library that we use; it brings no types of its own. */
declare module 'word-extractor' {
  export default class WordExtractor {
    extract(source: string | Buffer): Promise<{ getBody(options: { filterUnicode: boolean }): string }>;
  }
}
