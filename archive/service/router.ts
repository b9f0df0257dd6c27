import { annotationCalls } from './annotation-calls.ts';
import type { Archive } from './archive.ts';
import { archiveCalls, settingsCalls } from './archive-calls.ts';
import { articleCalls } from './article-calls.ts';
import { backupCalls } from './backup-calls.ts';
import { binCalls } from './bin-calls.ts';
import { calls } from './calls.ts';
import { chartCalls } from './chart-calls.ts';
import { entityCalls } from './entity-calls.ts';
import { exportCalls } from './export-calls.ts';
import { folderCalls } from './folder-calls.ts';
import { glossaryCalls } from './glossary-calls.ts';
import { historyCalls } from './history-calls.ts';
import { importCalls, placeCalls } from './import-calls.ts';
import { jobCalls } from './job-calls.ts';
import { journalCalls } from './journal-calls.ts';
import { portableCalls } from './portable-calls.ts';
import { reviewCalls } from './review-calls.ts';
import { searchCalls } from './search-calls.ts';
import { selectionCalls } from './selection-calls.ts';

/** The contract's calls on an open archive, for a message port, HTTP, or a direct call. */
export function router(archive: Archive) {
  return calls.router({
    archive: archiveCalls(archive),
    places: placeCalls(),
    imports: importCalls(archive),
    folders: folderCalls(archive),
    review: reviewCalls(archive),
    jobs: jobCalls(archive),
    search: searchCalls(archive),
    articles: articleCalls(archive),
    entities: entityCalls(archive),
    annotations: annotationCalls(archive),
    selections: selectionCalls(archive),
    exports: exportCalls(archive),
    bin: binCalls(archive),
    backups: backupCalls(archive),
    charts: chartCalls(archive),
    portable: portableCalls(archive),
    glossary: glossaryCalls(archive),
    history: historyCalls(archive),
    journal: journalCalls(archive),
    settings: settingsCalls(archive),
  });
}

export type ArchiveRouter = ReturnType<typeof router>;
