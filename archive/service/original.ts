import type { OriginalFile } from '../contract/reading.ts';
import { refuse } from '../contract/refuse.ts';
import { latestFile } from '../store/imports.ts';
import { originalBytes } from '../store/originals.ts';
import type { Archive } from './archive.ts';
import { storedArticle } from './summaries.ts';

/** Of a longer text only the part around the article is shown, UTF-16 units. */
const shown = 60_000;

/**
 * The file an article was read from, as it came; of a file with many records the part around the article.
 *
 * @throws a refusal: NOT_FOUND when the file is not kept
 */
export async function originalOf(archive: Archive, id: number): Promise<OriginalFile> {
  const article = storedArticle(archive, id);
  const place = archive.articles.places(id)[0] ?? refuse('NOT_FOUND');
  const kept = latestFile(archive.database, place.file) ?? refuse('NOT_FOUND');
  const bytes = originalBytes(archive.folder, kept.hash) ?? refuse('NOT_FOUND');
  const name = place.file.split('/').at(-1) ?? place.file;
  const facts = { file: name, format: kept.format, encoding: kept.encoding, size: kept.size, hash: kept.hash };
  const { originalText } = await import('../import/original-text.ts');
  const text = originalText(bytes, kept.encoding, kept.format);
  if (text === null) return { ...facts, text: null, part: false };
  const body = archive.articles.text(id)?.body ?? '';
  return {
    ...facts,
    ...around(text, [body.slice(0, 60), JSON.stringify(body.slice(0, 60)).slice(1, -1), article.title]),
  };
}

/** The part of a long text around the first of these passages that it has, from line to line. */
function around(text: string, passages: readonly string[]): { text: string; part: boolean } {
  if (text.length <= shown) return { text, part: false };
  const places = passages.filter((one) => one.trim() !== '').map((one) => text.indexOf(one));
  const at = places.find((place) => place >= 0) ?? 0;
  const from = Math.max(0, at - 2000);
  const start = from === 0 ? 0 : Math.max(from, text.lastIndexOf('\n', at - 1) + 1);
  return { text: text.slice(start, start + shown).toWellFormed(), part: true };
}
