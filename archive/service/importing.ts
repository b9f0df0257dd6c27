import type { AnalysedArticle, ImportBatch } from '../import/analysis-pool.ts';
import type { NewArticle } from '../store/articles.ts';
import { beginImport, noteBatch } from '../store/imports.ts';
import { keepOriginal } from '../store/originals.ts';
import { writeRecognition } from '../store/recognition.ts';
import type { Archive } from './archive.ts';
import type { JobWork } from './jobs.ts';
import { placeAnnotationsAgain } from './placing.ts';
import { owned } from './text-index.ts';

/** An import of files and folders, as the work of a job: batches come analysed, in order, and are written one by one. */
export function importing(archive: Archive, paths: readonly string[]): (job: JobWork) => Promise<void> {
  return async ({ id, signal, report }) => {
    // Opened before anything is written, so that it is compared with a database that stands still.
    archive.index.open();
    const number = beginImport(archive.database, id, Date.now());
    const known = (hashes: readonly string[]) =>
      hashes.map((hash) => archive.articles.withHash(hash)?.removed === false);
    let done = 0;
    const progress = ({
      records,
      bytes,
      totalBytes,
      file,
    }: {
      records: number;
      bytes: number;
      totalBytes: number;
      file: string;
    }) => {
      // How many records there are is not known before all is read: the share of bytes tells it well enough.
      const total = bytes >= totalBytes ? records : Math.round((records * totalBytes) / Math.max(1, bytes));
      report({ current: file, total: Math.max(total, records) });
    };
    for await (const batch of archive.pool().read(paths, { signal, known, progress })) {
      for (const file of batch.files) keepOriginal(archive.folder, file.path, file.hash);
      await writeBatch(archive, number, batch);
      done += batch.articles.length + batch.known.length + batch.rejections.length;
      report({ done });
    }
    report({ done, total: done });
  };
}

/** Writes one batch: the database in one transaction, then the index. */
async function writeBatch(archive: Archive, importId: number, batch: ImportBatch): Promise<void> {
  const at = Date.now();
  const figures = { added: 0, known: 0, updated: 0 };
  /** Ids by ordinal of the segment; 0 leaves an article out. */
  const ids: number[] = [];
  const replaced: number[] = [];
  try {
    archive.database.transaction(() => {
      for (const analysed of batch.articles) {
        const written = writeArticle(archive, analysed, importId, at);
        figures[written.how]++;
        if (written.how === 'updated') {
          // An earlier version may stand in this very segment.
          const before = ids.indexOf(written.id);
          if (before >= 0) ids[before] = 0;
          replaced.push(written.id);
        }
        ids.push(written.how === 'known' ? 0 : written.id);
      }
      for (const { hash, place } of batch.known) {
        const article = archive.articles.withHash(hash);
        if (article !== undefined) archive.articles.addPlace(article.id, place);
        figures.known++;
      }
      noteBatch(archive.database, importId, figures, batch.rejections, batch.files, at);
    });
  } catch (error) {
    archive.forget();
    throw error;
  }
  const touched = ids.filter((id) => id > 0);
  archive.refresh(touched);
  if (batch.segment !== null && touched.length > 0) {
    const segment = { bytes: owned(batch.segment), articles: batch.articles.length };
    await archive.index.apply({ add: { segment, ids }, remove: replaced });
  }
  if (touched.length > 0) archive.changes.publish('articles', 'entities');
}

interface Written {
  readonly how: 'added' | 'known' | 'updated';
  readonly id: number;
}

function writeArticle(archive: Archive, analysed: AnalysedArticle, importId: number, at: number): Written {
  const { articles, database } = archive;
  const article = newArticle(analysed);
  const same = articles.withHash(article.hash);
  if (same !== undefined) {
    articles.addPlace(same.id, analysed.place);
    if (same.removed) database.run('UPDATE article SET removed_at = NULL WHERE id = ?', same.id);
    return { how: same.removed ? 'added' : 'known', id: same.id };
  }
  const earlier = articles.earlierVersion(article);
  const id = earlier ?? articles.add(article, importId, at);
  if (earlier !== undefined) {
    articles.replace(id, article);
    placeAnnotationsAgain(database, id, article);
  }
  articles.addPlace(id, analysed.place);
  for (const tag of analysed.record.tags) {
    database.run('INSERT OR IGNORE INTO article_tag (article, tag) VALUES (?, ?)', id, tag);
  }
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
