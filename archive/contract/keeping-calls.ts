import { z } from 'zod';
import { backup, restorePreview } from './backups.ts';
import { binContents, binEntry, removalFigures, removalSubject } from './bin.ts';
import { call, jobStarted, nothing } from './call.ts';
import { journalLine } from './keeping.ts';
import { mergeReport } from './portable.ts';
import { id } from './values.ts';

/** What a step of undo or redo did, for the sentence that says so. */
const undone = z.object({
  what: z.enum(['annotation', 'selection', 'curation', 'article', 'search', 'removal', 'glossary']),
  /** What can be undone and redone after it. */
  canUndo: z.boolean(),
  canRedo: z.boolean(),
});

/** That nothing is lost: bin, backups, the archive as one file, undo, and the program’s own log. */
export const keepingCalls = {
  /** What was removed lies in the bin until the bin is emptied; until then all of it can be put back. */
  bin: {
    /** Removes; one step that can be undone. */
    put: call.input(removalSubject).output(removalFigures),
    /** What lies in the bin, the last removed first; `query` are words of headlines and sources. */
    list: call
      .input(
        z.object({
          query: z.string().max(1000).default(''),
          offset: z.int().nonnegative().default(0),
          limit: z.int().min(1).max(1000).default(100),
        }),
      )
      .output(z.object({ total: z.int().nonnegative(), entries: z.array(binEntry) })),
    /** Puts articles back where they were; one step that can be undone. */
    putBack: call.input(z.object({ ids: z.array(id).min(1).max(500_000) })).output(removalFigures),
    contents: call.output(binContents),
    /** The only real deletion: articles, what was written on them, and originals nothing else needs. */
    empty: call.output(jobStarted),
  },
  /** Dated copies of the archive's database, and the way back to one. */
  backups: {
    list: call.output(z.array(backup)),
    make: call.output(jobStarted),
    /** What would change if the backup took the archive's place. */
    preview: call.input(z.object({ id: z.string() })).output(restorePreview),
    /** Puts the backup in the archive's place; the present state is kept as a backup first. */
    restore: call.input(z.object({ id: z.string() })).output(jobStarted),
    remove: call.input(z.object({ id: z.string() })).output(nothing),
  },
  /** The whole archive as one file, and another archive's file merged into this one. */
  portable: {
    /** Packs the archive; `path` null: for a browser to download. */
    write: call.input(z.object({ path: z.string().nullable().default(null) })).output(jobStarted),
    /** Unpacks a file and finds out what merging it would add: `report` of this job. */
    look: call.input(z.object({ path: z.string() })).output(jobStarted),
    /** Of the job that looked: what would be added, and after the merge what was. */
    report: call.input(z.object({ job: z.string() })).output(mergeReport),
    /** Merges what the job looked at; nothing that is here is replaced. */
    merge: call.input(z.object({ job: z.string() })).output(jobStarted),
  },
  history: {
    undo: call.output(undone),
    redo: call.output(undone),
  },
  /** The program's own log, for the person to read and to copy. Nothing of it is ever sent. */
  journal: {
    /** The newest first. */
    read: call.input(z.object({ limit: z.int().min(1).max(2000).default(300) })).output(z.array(journalLine)),
    /** A fault of the window itself. */
    note: call.input(z.object({ text: z.string().max(10_000) })).output(nothing),
  },
};
