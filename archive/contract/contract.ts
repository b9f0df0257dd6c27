import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { call, jobStarted, nothing, one } from './call.ts';
import { chart, chartDrawing, chartMeasure, chartRequest } from './charts.ts';
import { alikePair, curationStep, entity, entityDetail, entityPage } from './entities.ts';
import { exportPreview, exportRequest, exportTemplate, lastExport } from './exports.ts';
import { glossaryAddition, glossaryChange, glossaryEntry } from './glossary.ts';
import { home } from './home.ts';
import { intakeCalls } from './intake-calls.ts';
import { job } from './jobs.ts';
import { checkUp } from './keeping.ts';
import { keepingCalls } from './keeping-calls.ts';
import { archiveInfo, selection, selectionDetail, settings } from './library.ts';
import { readingCalls } from './reading-calls.ts';
import { entityKind, id } from './values.ts';

/**
 * Every call, job and event between a window (or the command line) and the archive host. Plain data in the reader's
 * words; offsets are UTF-16 units into stored text; jobs are started by a call and watched by `jobs.watch`.
 */
export const contract = {
  ...intakeCalls,
  ...readingCalls,
  ...keepingCalls,
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
  jobs: {
    list: call.output(z.array(job)),
    /** The job as it stands, then each change, to its end. */
    watch: call.input(z.object({ job: z.string() })).output(eventIterator(job)),
    cancel: call.input(z.object({ job: z.string() })).output(nothing),
    /** Lets it rest at the next good moment; an import stays so over a restart. */
    pause: call.input(z.object({ job: z.string() })).output(nothing),
    resume: call.input(z.object({ job: z.string() })).output(nothing),
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
    /** Pairs of names that may be one and wait for the person's word, the weightiest first. */
    alike: call
      .input(z.object({ limit: z.int().min(1).max(10_000).default(50) }))
      .output(z.object({ total: z.int().nonnegative(), pairs: z.array(alikePair) })),
    detail: call.input(one).output(entityDetail),
    page: call.input(one).output(entityPage),
    curate: call.input(curationStep).output(nothing),
    exportCuration: call.output(z.object({ json: z.string() })),
    importCuration: call.input(z.object({ json: z.string() })).output(z.object({ steps: z.int().nonnegative() })),
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
