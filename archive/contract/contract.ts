import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { annotation, annotationFilter, annotationPage, pencil } from './annotations.ts';
import { article, readState, reprintFamily } from './articles.ts';
import { backup, restorePreview } from './backups.ts';
import { binContents, binEntry, removalFigures, removalSubject } from './bin.ts';
import { chart, chartDrawing, chartMeasure, chartRequest } from './charts.ts';
import { curationStep, entity, entityDetail, entityPage } from './entities.ts';
import { exportPreview, exportRequest, exportTemplate, lastExport } from './exports.ts';
import { glossaryAddition, glossaryChange, glossaryEntry } from './glossary.ts';
import { home } from './home.ts';
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
import { importReport, importSummary, job } from './jobs.ts';
import { checkUp, journalLine } from './keeping.ts';
import { archiveInfo, place, savedSearch, selection, selectionDetail, settings } from './library.ts';
import { mergeReport } from './portable.ts';
import { comparison, nearArticles, originalFile, speech } from './reading.ts';
import { type RefusalCode, refusalCodes, refusalDetail } from './refusals.ts';
import { articleMarks, completion, searchAnswer, searchRequest, wordForms } from './search.ts';
import { articleField, entityKind, id, isoDate, span } from './values.ts';

/** Every call may be refused with any code of the closed list. */
type Refusals = { [Code in RefusalCode]: { data: typeof refusalDetail } };
const refusals = Object.fromEntries(refusalCodes.map((code) => [code, { data: refusalDetail }])) as Refusals;

const call = oc.errors(refusals);
const nothing = z.object({});
const jobStarted = z.object({ job: z.string() });
const one = z.object({ id });

/** What a step of undo or redo did, for the sentence that says so. */
const undone = z.object({
  what: z.enum(['annotation', 'selection', 'curation', 'article', 'search', 'removal', 'glossary']),
  /** What can be undone and redone after it. */
  canUndo: z.boolean(),
  canRedo: z.boolean(),
});

/**
 * Every call, job and event between a window (or the command line) and the archive host. Plain data in the reader's
 * words; offsets are UTF-16 units into stored text; jobs are started by a call and watched by `jobs.watch`.
 */
export const contract = {
  archive: {
    info: call.output(archiveInfo),
    /** A quick look whether the archive is whole; what is only an index is mended in the background. */
    checkUp: call.output(checkUp),
    /** A thorough one: every original is read, every backup opened; `mend` also repairs what can be built again. */
    check: call.input(z.object({ mend: z.boolean().default(true) })).output(jobStarted),
    /** What a thorough check-up found. */
    findings: call.input(z.object({ job: z.string() })).output(checkUp),
    home: call.output(home),
    /** Imports the dozen sample articles that come with the program. */
    openSample: call.output(jobStarted),
    /** Everything that changed the archive, as it happens, so that other windows follow. */
    changes: call.output(
      eventIterator(
        z.object({
          what: z.enum([
            'articles',
            'annotations',
            'selections',
            'entities',
            'settings',
            'index',
            'backups',
            'imports',
            'glossary',
          ]),
        }),
      ),
    ),
  },
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
  jobs: {
    list: call.output(z.array(job)),
    /** The job as it stands, then each change, to its end. */
    watch: call.input(z.object({ job: z.string() })).output(eventIterator(job)),
    cancel: call.input(z.object({ job: z.string() })).output(nothing),
    /** Lets it rest at the next good moment; an import stays so over a restart. */
    pause: call.input(z.object({ job: z.string() })).output(nothing),
    resume: call.input(z.object({ job: z.string() })).output(nothing),
  },
  search: {
    run: call.input(searchRequest).output(searchAnswer),
    /** The values of one facet beyond the first few, filtered by what the person types. */
    facet: call
      .input(
        z.object({ request: searchRequest, facet: searchAnswer.shape.facets.element.shape.facet, filter: z.string() }),
      )
      .output(searchAnswer.shape.facets.element),
    complete: call
      .input(z.object({ query: z.string().max(1000), cursor: z.int().nonnegative() }))
      .output(z.array(completion)),
    /** The forms that the words of a request search, with their number of articles: some can be left out. */
    forms: call.input(searchRequest).output(z.array(wordForms)),
    saved: call.output(z.array(savedSearch)),
    save: call.input(z.object({ name: z.string().min(1).max(200), request: searchRequest })).output(savedSearch),
    forget: call.input(one).output(nothing),
    /** Marks the saved search as looked at: its fresh count begins again. */
    lookedAt: call.input(one).output(nothing),
  },
  articles: {
    get: call.input(one).output(article),
    /** The person has the article before them; for the list of what was read last. */
    opened: call.input(one).output(nothing),
    /** The passages that the request marks in an article: the same as in the list. */
    marks: call.input(z.object({ id, request: searchRequest })).output(articleMarks),
    /** The prints of the article's story: who was first, and how much each kept and added. */
    reprints: call.input(one).output(reprintFamily),
    setReadState: call.input(z.object({ ids: z.array(id).min(1), readState })).output(nothing),
    setTags: call.input(z.object({ id, tags: z.array(z.string().min(1).max(100)) })).output(nothing),
    setRating: call.input(z.object({ id, rating: z.int().min(0).max(5) })).output(nothing),
    /** The reference by ГОСТ Р 7.0.5-2008. */
    reference: call.input(one).output(z.object({ text: z.string() })),
    /** A passage in quotation marks, who said it where that is known, and the reference. */
    quotation: call.input(z.object({ id, field: articleField, span })).output(z.object({ text: z.string() })),
    /** Direct speech in the body, in its order. */
    speeches: call.input(one).output(z.array(speech)),
    near: call.input(one).output(nearArticles),
    /** Word by word; the second is the one that differs from the first. */
    compare: call.input(z.object({ id, other: id })).output(comparison),
    original: call.input(one).output(originalFile),
  },
  entities: {
    list: call
      .input(
        z.object({
          kind: entityKind.nullable().default(null),
          filter: z.string().default(''),
          sort: z.enum(['articles', 'name']).default('articles'),
          least: z.int().min(1).default(1),
          offset: z.int().nonnegative().default(0),
          limit: z.int().min(1).max(100_000).default(200),
        }),
      )
      .output(
        z.object({
          total: z.int().nonnegative(),
          /** How many of those that fit the filter stand in one article only, also when `least` leaves them out. */
          once: z.int().nonnegative(),
          entities: z.array(entity),
        }),
      ),
    detail: call.input(one).output(entityDetail),
    page: call.input(one).output(entityPage),
    curate: call.input(curationStep).output(nothing),
    exportCuration: call.output(z.object({ json: z.string() })),
    importCuration: call.input(z.object({ json: z.string() })).output(z.object({ steps: z.int().nonnegative() })),
  },
  annotations: {
    ofArticle: call.input(one).output(z.array(annotation)),
    /** Where an unplaced annotation may belong in its article's present text, the likeliest first; at most three. */
    likelyPlaces: call.input(one).output(z.array(span)),
    list: call
      .input(
        annotationFilter.extend({
          /** The last changed first; or by article, the newest first, in the order of the text. */
          sort: z.enum(['changed', 'article']).default('changed'),
          offset: z.int().nonnegative().default(0),
          limit: z.int().min(1).max(1000).default(100),
        }),
      )
      .output(annotationPage),
    /** Ids of all that a filter leaves: to do something with them together. */
    ids: call.input(annotationFilter).output(z.object({ ids: z.array(id) })),
    create: call
      .input(
        z.object({
          article: id,
          field: articleField,
          span,
          pencil,
          bookmark: z.boolean().default(false),
          note: z.string().max(100_000).default(''),
          tags: z.array(z.string().min(1).max(100)).default([]),
        }),
      )
      .output(annotation),
    change: call
      .input(
        z.object({
          id,
          pencil: pencil.optional(),
          bookmark: z.boolean().optional(),
          note: z.string().max(100_000).optional(),
          tags: z.array(z.string().min(1).max(100)).optional(),
          /** A place chosen by hand, for an unplaced one. */
          span: span.optional(),
        }),
      )
      .output(annotation),
    /** Changes several at once, as one step of undo. */
    changeMany: call
      .input(
        z.object({
          ids: z.array(id).min(1),
          pencil: pencil.optional(),
          bookmark: z.boolean().optional(),
          addTags: z.array(z.string().min(1).max(100)).default([]),
          removeTags: z.array(z.string()).default([]),
        }),
      )
      .output(nothing),
    remove: call.input(z.object({ ids: z.array(id).min(1) })).output(nothing),
    /** The quotations with their notes and the references of their articles, as plain text. */
    quoted: call.input(z.object({ ids: z.array(id).min(1).max(10_000) })).output(z.object({ text: z.string() })),
    /** W3C Web Annotation JSON-LD: of all annotations, or of these. */
    exportJson: call.input(z.object({ ids: z.array(id).optional() }).optional()).output(z.object({ json: z.string() })),
    importJson: call
      .input(z.object({ json: z.string() }))
      .output(z.object({ added: z.int(), known: z.int(), unplaced: z.int() })),
  },
  selections: {
    list: call.output(z.array(selection)),
    get: call.input(one).output(selectionDetail),
    create: call.input(z.object({ name: z.string().min(1).max(200) })).output(selection),
    rename: call.input(z.object({ id, name: z.string().min(1).max(200) })).output(selection),
    remove: call.input(one).output(nothing),
    /** Binds articles in. (A client's `bind` would be the function's own.) */
    include: call.input(z.object({ id, articles: z.array(id).min(1) })).output(selection),
    unbind: call.input(z.object({ id, articles: z.array(id).min(1) })).output(selection),
    /** Moves an article to a place in the order, from 0. */
    move: call.input(z.object({ id, article: id, to: z.int().nonnegative() })).output(nothing),
    comment: call.input(z.object({ id, article: id, comment: z.string().max(100_000) })).output(nothing),
  },
  exports: {
    start: call.input(exportRequest).output(jobStarted),
    /** The name proposed for the file: in Russian, taken by every file system. */
    name: call.input(exportRequest.omit({ path: true })).output(z.object({ name: z.string() })),
    /** The first pages of a document as they will look. */
    preview: call.input(exportRequest.omit({ path: true })).output(exportPreview),
    /** The last export that was finished. */
    last: call.output(lastExport.nullable()),
    /** Makes the last export anew, into the same place. */
    repeat: call.output(jobStarted),
    templates: call.output(z.array(exportTemplate)),
    /** Keeps a template; one of the same name is replaced. */
    keepTemplate: call.input(exportTemplate).output(z.array(exportTemplate)),
    forgetTemplate: call.input(exportTemplate.pick({ name: true })).output(z.array(exportTemplate)),
  },
  charts: {
    /** Mentions of up to five searches, persons or organizations over time. */
    mentions: call.input(chartRequest).output(chart),
    /** The same as a drawing to keep. */
    draw: call
      .input(chartRequest.extend({ measure: chartMeasure.default('articles'), title: z.string().max(300).default('') }))
      .output(chartDrawing),
  },
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
  glossary: {
    list: call.output(z.array(glossaryEntry)),
    add: call.input(glossaryAddition).output(nothing),
    change: call.input(glossaryChange).output(nothing),
    /** Takes the person's own row away: what was learnt or came with the program holds again. */
    remove: call.input(one).output(nothing),
  },
  settings: {
    get: call.output(settings),
    set: call.input(settings.partial()).output(settings),
  },
};

export type Contract = typeof contract;
