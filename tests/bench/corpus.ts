import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export interface CorpusArticle {
  readonly title: string;
  readonly body: string;
}

/** Articles of a JSON Lines file, gzipped or not. */
export function readCorpus(file: string): CorpusArticle[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as CorpusArticle);
}
