import { join } from 'node:path';
import { call } from '@orpc/server';
import { contract } from '../contract/contract.ts';
import { refuse } from '../contract/refuse.ts';
import { archiveFolder } from '../store/archive-folder.ts';
import { backupFigures, listBackups } from '../store/backups.ts';
import { putInPlace } from '../store/rescue.ts';
import type { Archive } from './archive.ts';
import { type CallContext, calls } from './calls.ts';
import { type ArchiveRouter, router as makeRouter } from './router.ts';

/** An archive whose database cannot be opened: its backups can be listed, and one of them put in its place. */
export interface Rescue {
  /** Refuses every call with ARCHIVE_DAMAGED until a backup is in place; from then on the calls of the archive. */
  readonly router: ArchiveRouter;
  /** The archive, once it is there again. */
  readonly archive: Archive | undefined;
}

interface AskedCall {
  readonly input: unknown;
  readonly context: CallContext;
  readonly signal?: AbortSignal;
}

/** @param open opens the archive when a backup is in place */
export function rescue(path: string, open: () => Archive): Rescue {
  const folder = archiveFolder(path);
  let archive: Archive | undefined;
  let real: ArchiveRouter | undefined;
  const answers: Record<string, (input: unknown) => unknown> = {
    'backups.list': () =>
      listBackups(folder).map((one) => ({ ...one, figures: backupFigures(join(folder.backups, one.id)) })),
    'backups.restore': (input) => {
      putInPlace(folder, (input as { id: string }).id);
      archive = open();
      real = makeRouter(archive);
      return { job: archive.jobs.start('restore', async () => {}) };
    },
  };
  const handled = (path: readonly string[]) => {
    const name = path.join('.');
    const procedure = at(calls, path) as { handler(answer: (asked: AskedCall) => unknown): unknown };
    return procedure.handler(({ input, context, signal }) => {
      if (real !== undefined) return call(at(real, path) as never, input, { context, ...(signal && { signal }) });
      return answers[name]?.(input) ?? refuse('ARCHIVE_DAMAGED');
    });
  };
  const tree = (node: object, path: readonly string[]): unknown =>
    '~orpc' in node
      ? handled(path)
      : Object.fromEntries(Object.entries(node).map(([name, inner]) => [name, tree(inner as object, [...path, name])]));
  return {
    // Built along the contract itself, so it has every call of it.
    router: tree(contract, []) as ArchiveRouter,
    get archive() {
      return archive;
    },
  };
}

function at(tree: unknown, path: readonly string[]): unknown {
  return path.reduce((node, name) => (node as Record<string, unknown>)[name], tree);
}
