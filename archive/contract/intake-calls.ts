import { z } from 'zod';
import { call, jobStarted, nothing, one } from './call.ts';
import {
  doubtfulArticle,
  doubtfulField,
  fileChoices,
  filePreview,
  fileRef,
  folderRule,
  readFile,
  watchedFile,
  watchedFolder,
} from './intake.ts';
import { importReport, importSummary } from './jobs.ts';
import { place } from './library.ts';
import { id, isoDate } from './values.ts';

/** How articles come in: found on disk, read, watched, and put right where their metadata are in doubt. */
export const intakeCalls = {
  places: {
    /** Folders and readable files of a folder; an empty path lists the starting points. */
    list: call
      .input(z.object({ path: z.string() }))
      .output(z.object({ path: z.string(), parent: z.string().nullable(), places: z.array(place) })),
  },
  imports: {
    /** Imports files and folders by path. */
    start: call.input(z.object({ paths: z.array(z.string()).min(1) })).output(jobStarted),
    /** Imports files that a browser holds: dropped or chosen. */
    upload: call.input(z.object({ files: z.array(z.file()).min(1) })).output(jobStarted),
    /** The archive's imports, the newest first; also those of earlier sittings. */
    list: call.output(z.array(importSummary)),
    /** Goes on with an import that was cancelled or failed, where it stood. */
    proceed: call.input(z.object({ job: z.string() })).output(jobStarted),
    report: call.input(z.object({ job: z.string() })).output(importReport),
    /** The files that an import read, by name; of `digests` those that seem to hold several articles. */
    files: call
      .input(
        z.object({
          job: z.string(),
          digests: z.boolean().default(false),
          offset: z.int().nonnegative().default(0),
          limit: z.int().min(1).max(1000).default(100),
        }),
      )
      .output(z.object({ total: z.int().nonnegative(), files: z.array(readFile) })),
    /** How a file would be taken with these choices: before it is read again. */
    preview: call.input(z.object({ file: fileRef, choices: fileChoices.default({}) })).output(filePreview),
    /** Reads files again as the person chose; what came of them before is replaced. */
    retake: call
      .input(z.object({ files: z.array(fileRef).min(1).max(10_000), choices: fileChoices.default({}) }))
      .output(jobStarted),
  },
  folders: {
    /** The folders that are watched, with the figures of their ledgers. */
    list: call.output(z.array(watchedFolder)),
    add: call.input(z.object({ path: z.string().min(1), polling: z.boolean().default(false) })).output(watchedFolder),
    /** Watches a folder no longer; its articles stay. */
    remove: call.input(one).output(nothing),
    files: call
      .input(
        z.object({
          id,
          view: z.enum(['all', 'taken', 'waiting', 'failed', 'missing']).default('all'),
          offset: z.int().nonnegative().default(0),
          limit: z.int().min(1).max(1000).default(100),
        }),
      )
      .output(z.object({ total: z.int().nonnegative(), files: z.array(watchedFile) })),
    /** Reads once more what failed: one file of the ledger, or all. */
    again: call.input(z.object({ id, file: id.nullable().default(null) })).output(nothing),
    /** Looks through all files of a folder now. */
    check: call.input(one).output(nothing),
    rules: call.output(z.array(folderRule)),
    setRule: call.input(folderRule).output(nothing),
    removeRule: call.input(folderRule.pick({ path: true })).output(nothing),
  },
  review: {
    /** Articles whose metadata should be looked at, the newest first, and how many there are of each kind. */
    list: call
      .input(
        z.object({
          field: doubtfulField.nullable().default(null),
          offset: z.int().nonnegative().default(0),
          limit: z.int().min(1).max(1000).default(100),
        }),
      )
      .output(
        z.object({
          total: z.int().nonnegative(),
          fields: z.record(doubtfulField, z.int().nonnegative()),
          articles: z.array(doubtfulArticle),
        }),
      ),
    /** What is written is right: the articles leave the queue. */
    settle: call.input(z.object({ ids: z.array(id).min(1) })).output(nothing),
    /** Puts the same into many articles; a field that is not given stays as it is. */
    amend: call
      .input(
        z.object({
          ids: z.array(id).min(1).max(10_000),
          source: z.string().min(1).max(500).nullable().optional(),
          author: z.string().min(1).max(500).nullable().optional(),
          rubric: z.string().min(1).max(500).nullable().optional(),
          date: isoDate.nullable().optional(),
        }),
      )
      .output(nothing),
  },
};
