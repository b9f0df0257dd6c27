import { writeRecognition } from '../store/recognition.ts';
import type { Archive } from './archive.ts';

/** How many texts are read again in one go. */
const batch = 200;

/** Reads the names of articles again and files the articles by them. */
export async function readNamesAgain(archive: Archive, ids: readonly number[], signal: AbortSignal): Promise<void> {
  if (ids.length === 0) return;
  async function* texts() {
    for (let at = 0; at < ids.length; at += batch) {
      yield ids.slice(at, at + batch).flatMap((id) => archive.articles.stored(id) ?? []);
    }
  }
  for await (const { ids: read, recognitions } of archive.pool().analyse(texts(), signal)) {
    try {
      archive.database.transaction(() => {
        for (const [at, id] of read.entries()) {
          writeRecognition(archive.database, id, archive.entities.link(recognitions[at]!));
        }
      });
    } catch (error) {
      archive.forget();
      throw error;
    }
    archive.refresh(read);
  }
  archive.settleNames();
  archive.changes.publish('entities', 'articles');
}
