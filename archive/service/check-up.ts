import { existsSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckName, CheckUp, Finding } from '../contract/keeping.ts';
import { articlesUnread, brokenEntries, damagedPages, mendEntries, originalsNamed } from '../store/check.ts';
import { migrations, schemaOf } from '../store/migrations.ts';
import { originalIsWhole, originalPath } from '../store/originals.ts';
import type { Archive } from './archive.ts';
import type { JobWork } from './jobs.ts';
import { readNamesAgain } from './recognising.ts';
import { sweepOriginals } from './removal.ts';

/** Less free space than this is worth a warning, mebibytes: an import would soon stop. */
const littleSpace = 200;
/** So many files are named. */
const named = 10;

/** A quick look whether the archive is whole. What is only an index is mended at once, in the background. */
export function checkUp(archive: Archive): CheckUp {
  const missing = originalsNamed(archive.database).filter(
    ({ hash }) => !existsSync(originalPath(archive.folder, hash)),
  );
  return summed([
    database(damagedPages(archive.database)),
    schema(archive),
    originals(archive, missing),
    index(archive),
    space(archive),
  ]);
}

/**
 * Looks through everything, as the work of a job: every page, every original, every backup. With `mend`, what can be built
 * again is: the index, names that were not read, entries of the ledger; what a kill left behind is cleared away.
 */
export async function examine(archive: Archive, job: JobWork, { mend }: { mend: boolean }): Promise<CheckUp> {
  const all = originalsNamed(archive.database);
  job.report({ done: 0, total: all.length });
  const pause = () => new Promise((resolve) => setImmediate(resolve));
  let faults = 0;
  for (const table of archive.database.tables()) {
    job.signal.throwIfAborted();
    faults += damagedPages(archive.database, table);
    await pause();
  }
  const missing: typeof all = [];
  for (const [at, original] of all.entries()) {
    job.signal.throwIfAborted();
    if (!(await originalIsWhole(archive.folder, original.hash))) missing.push(original);
    job.report({ done: at + 1 });
  }
  if (mend) await setAside(archive, missing);
  return summed([
    database(faults),
    schema(archive),
    originals(archive, missing),
    ledger(archive, mend),
    await recognition(archive, job, mend),
    index(archive),
    await leftovers(archive, mend),
    backups(archive),
    space(archive),
  ]);
}

function summed(findings: Finding[]): CheckUp {
  return { ok: findings.every(({ ok }) => ok), findings };
}

function found(check: CheckName, state: Finding['state'], count: number, more: Partial<Finding> = {}): Finding {
  return { check, state, ok: state !== 'bad', count, of: null, names: [], ...more };
}

const database = (faults: number) => found('database', faults === 0 ? 'ok' : 'bad', faults);

function schema(archive: Archive): Finding {
  const version = schemaOf(archive.database);
  const dictionary = existsSync(join(archive.parts.resources, 'dictionary.bin'));
  return found('schema', version === migrations.length && dictionary ? 'ok' : 'bad', version);
}

function originals(archive: Archive, missing: readonly { hash: string; file: string }[]): Finding {
  return found('originals', missing.length === 0 ? 'ok' : 'bad', missing.length, {
    of: originalsNamed(archive.database).length,
    names: missing.slice(0, named).map(({ file }) => file),
  });
}

/** A file that is no longer what it was must not stand where the next import of the right one would find it. */
async function setAside({ folder }: Archive, damaged: readonly { hash: string }[]): Promise<void> {
  for (const { hash } of damaged) {
    const path = originalPath(folder, hash);
    if (existsSync(path)) await rename(path, `${path}.damaged`);
  }
}

function ledger({ database: store }: Archive, mend: boolean): Finding {
  const broken = brokenEntries(store);
  if (broken === 0) return found('ledger', 'ok', 0);
  if (mend) mendEntries(store);
  return found('ledger', mend && brokenEntries(store) === 0 ? 'mended' : 'bad', broken);
}

async function recognition(archive: Archive, job: JobWork, mend: boolean): Promise<Finding> {
  const unread = articlesUnread(archive.database);
  if (mend) await readNamesAgain(archive, unread, job);
  const left = mend ? articlesUnread(archive.database).length : unread.length;
  const state = unread.length === 0 ? 'ok' : left === 0 ? 'mended' : 'bad';
  return found('recognition', state, unread.length, { of: archive.articles.count });
}

/** The index is compared with the database and built where it lacks something: it holds no truth of its own. */
function index(archive: Archive): Finding {
  const missing = Math.abs(archive.articles.count - archive.index.index.articles);
  archive.index.mend();
  return found('index', archive.index.rebuilding ? 'mended' : 'ok', missing, { of: archive.articles.count });
}

/** What was being written when the program was killed. Nothing with such a name is ever read. */
async function leftovers(archive: Archive, mend: boolean): Promise<Finding> {
  const { folder } = archive;
  const busy = archive.jobs.running('').some((kind) => kind !== 'check' && kind !== 'index');
  const files = [folder.backups, folder.originals].flatMap((place) =>
    readdirSync(place, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.part(-journal)?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  // Another job may be writing them just now.
  if (files.length === 0 || busy) return found('leftovers', 'ok', 0);
  if (mend) {
    for (const file of files) rmSync(file, { force: true });
    await sweepOriginals(archive);
  }
  return found('leftovers', mend ? 'mended' : 'bad', files.length);
}

function backups(archive: Archive): Finding {
  const all = archive.backups.list();
  const unreadable = all.filter(({ figures }) => figures === null);
  return found('backups', unreadable.length === 0 ? 'ok' : 'bad', unreadable.length, {
    of: all.length,
    names: unreadable.slice(0, named).map(({ id }) => id),
  });
}

function space(archive: Archive): Finding {
  const { bavail, bsize } = statfsSync(archive.folder.path);
  const free = Math.floor((bavail * bsize) / 2 ** 20);
  return found('space', free > littleSpace ? 'ok' : 'bad', free);
}
