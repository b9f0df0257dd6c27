import type { AnalysedArticle } from '../import/analysis-pool.ts';
import { doubtsOf } from '../import/doubts.ts';
import { addTags, setImport, takeOutOfBin } from '../store/article-state.ts';
import type { NewArticle } from '../store/articles.ts';
import { noteDoubts } from '../store/doubts.ts';
import { placeKey } from '../store/import-files.ts';
import { writeRecognition } from '../store/recognition.ts';
import type { Archive } from './archive.ts';
import { rereadBrackets } from './brackets.ts';
import { placeAnnotationsAgain } from './placing.ts';
import { fileAmongReprints, takeFromReprints } from './reprints.ts';

export interface Written {
  readonly how: 'added' | 'known' | 'updated';
  readonly id: number;
}

/**
 * Writes an analysed article with its place, tags and names: a new one, a new version of one, or one more place of what the
 * archive holds. Part of the caller's transaction.
 */
export function writeArticle(
  archive: Archive,
  analysed: AnalysedArticle,
  { importId, at, instead }: { importId: number; at: number; instead: ReadonlyMap<string, number> },
): Written {
  const { articles, database } = archive;
  const article = newArticle(analysed);
  const former = instead.get(placeKey(analysed.place.file, analysed.place.record));
  // What was read anew belongs to the import that read it.
  if (former !== undefined) setImport(database, former, importId);
  const same = articles.withHash(article.hash);
  if (same !== undefined) {
    articles.addPlace(same.id, analysed.place);
    if (same.removed) takeOutOfBin(database, same.id);
    return { how: same.removed ? 'added' : 'known', id: same.id };
  }
  const earlier = articles.earlierVersion(article) ?? former;
  const id = earlier ?? articles.add(article, importId, at);
  if (earlier !== undefined) {
    takeFromReprints(archive, id);
    placeAnnotationsAgain(database, articles, id, article);
    articles.replace(id, article);
    rereadBrackets(archive, id);
  }
  articles.addPlace(id, analysed.place);
  addTags(database, id, analysed.record.tags);
  fileAmongReprints(archive, id, analysed.shingles);
  noteDoubts(database, id, doubtsOf(analysed.record, at));
  writeRecognition(database, id, archive.entities.link(analysed.recognition));
  return { how: earlier === undefined ? 'added' : 'updated', id };
}

function newArticle({ record, hash, encoding, format }: AnalysedArticle): NewArticle {
  return {
    hash,
    key: record.key,
    title: record.title,
    lead: record.lead,
    body: record.body,
    source: record.source,
    author: record.author,
    rubric: record.rubric,
    date: record.date?.iso ?? null,
    precision: record.date?.precision ?? null,
    url: record.url,
    format,
    encoding,
  };
}
