import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive } from '../../archive/service/archive.ts';
import { importReport } from '../../archive/store/imports.ts';
import nodeFlags from '../../build/node-flags.json' with { type: 'json' };
import { mutated } from '../archive/import/samples/mutations.ts';
import { samples } from '../archive/import/samples/samples.ts';
import { writeHostileFiles } from './hostile-files.ts';

/**
 * Imports damaged files of every format by the whole program: `npm run bench:malformed -- 10000`. Files are mutations of sound
 * ones, and a score of bombs, names that lead elsewhere, lines of a gigabyte. The importing process may write into its archive
 * alone (Node's permission model makes anything else an error). Tells how many files have a line in the report or an
 * article, whether the process came to its end, its peak of memory, and the longest time without a word.
 */
const count = Number(process.argv[2] ?? 10_000);
const LIMIT = { megabytes: 1024, silence: 10_000 };

const megabytesOf = (child: ChildProcess) =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

const scratch = mkdtempSync(join(tmpdir(), 'podshivka-malformed-'));
const [folder, archive] = [join(scratch, 'files'), join(scratch, 'archive')];
mkdirSync(folder);
mkdirSync(archive);
const sound = Object.entries(await samples());
for (let i = 0; i < count; i++) {
  const [name, bytes] = sound[i % sound.length]!;
  writeFileSync(join(folder, `${i}-${name}`), mutated(name, bytes, i + 1));
}
await writeHostileFiles(folder);
const before = { files: readdirSync(folder).length, changed: statSync(folder).mtimeMs };

const begun = performance.now();
let [peak, silence, heard] = [0, 0, 0];
const importer = join(import.meta.dirname, '../archive/service/importer.ts');
const permissions = [
  '--permission',
  '--allow-fs-read=*',
  `--allow-fs-write=${archive}`,
  `--allow-fs-write=${archive}/*`,
  '--allow-worker',
  '--import',
  join(import.meta.dirname, 'without-sync.ts'),
];
const child = spawn(process.execPath, [...nodeFlags, '--no-warnings', ...permissions, importer, archive, folder], {
  stdio: ['ignore', 'pipe', 'pipe'],
});
let errors = '';
child.stderr.on('data', (bytes) => {
  errors += bytes;
});
child.stdout.on('data', () => {
  if (heard > 0) silence = Math.max(silence, performance.now() - heard);
  heard = performance.now();
});
const watch = setInterval(() => {
  try {
    peak = Math.max(peak, megabytesOf(child));
  } catch {
    // It has just ended.
  }
}, 250);
const code = await new Promise<number | null>((resolve) => child.on('exit', resolve));
clearInterval(watch);

const opened = openArchive(archive, {
  resources: '',
  pool: () => {
    throw new Error('Nothing is read here');
  },
  log: () => {},
  program: 'bench',
});
const { database } = opened;
const [{ job }] = database.all<{ job: string }>('SELECT job FROM import') as [{ job: string }];
const report = importReport(database, job);
const told = new Set<string>();
for (const sql of [
  'SELECT file FROM article_place',
  'SELECT file FROM import_rejection',
  'SELECT file FROM import_file',
])
  for (const { file } of database.all<{ file: string }>(sql)) told.add(file.split('/')[0]!);
const reasons = Object.groupBy(report.rejected, ({ reason }) => reason);
await opened.close();
const silent = readdirSync(folder).filter((name) => !told.has(name));
const escaped = [join(tmpdir(), 'escaped.txt'), '/etc/escaped.txt'].filter((path) =>
  statSync(path, { throwIfNoEntry: false }),
);
const untouched =
  readdirSync(folder).length === before.files && statSync(folder).mtimeMs === before.changed && escaped.length === 0;
const found = {
  files: before.files,
  seconds: Math.round((performance.now() - begun) / 1000),
  state: report.state,
  articles: report.added,
  rejected: Object.fromEntries(Object.entries(reasons).map(([reason, ones]) => [reason, ones?.length ?? 0])),
  'peak memory of the process, MB': Math.round(peak),
  'longest time without a word, s': Math.round(silence / 100) / 10,
  'files without a line': silent.length,
  'the first of them': silent.slice(0, 20),
  'wrote nothing outside its archive': untouched,
  errors: errors.slice(0, 2000),
};
rmSync(scratch, { recursive: true });
process.stdout.write(`${JSON.stringify(found, undefined, 1)}\n`);
process.exitCode =
  code === 0 &&
  report.state === 'done' &&
  silent.length === 0 &&
  untouched &&
  errors === '' &&
  peak <= LIMIT.megabytes &&
  silence <= LIMIT.silence
    ? 0
    : 1;
