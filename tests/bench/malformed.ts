import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  createWriteStream,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { openArchive } from '../../archive/service/archive.ts';
import { importReport } from '../../archive/store/imports.ts';
import { mutated } from '../archive/import/samples/mutations.ts';
import { docx, samples, title } from '../archive/import/samples/samples.ts';

/**
 * Imports damaged files of every format by the whole program: `npm run bench:malformed -- 10000`. Files are mutations of sound
 * ones, and a score of bombs, names that lead elsewhere, lines of a gigabyte. The importing process may write into its archive
 * alone (Node's permission model makes anything else an error). Tells how many files have a line in the report or an
 * article, whether the process came to its end, its peak of memory, and the longest time without a word.
 */
const count = Number(process.argv[2] ?? 10_000);
const GIGABYTE = 1 << 30;
const LIMIT = { megabytes: 1024, silence: 10_000 };

/** What is worse than damage, by name. */
async function hostile(folder: string): Promise<void> {
  const text = strToU8(`${title}\n\nОзеро обмелело.`);
  const laughs = `<!DOCTYPE a [<!ENTITY b0 "ha">${Array.from({ length: 30 }, (_, i) => `<!ENTITY b${i + 1} "${`&b${i};`.repeat(10)}">`).join('')}]>`;
  let nested = zipSync({ 'a.txt': text });
  for (let i = 0; i < 6; i++) nested = zipSync({ 'a.zip': nested });
  const files: Record<string, Uint8Array> = {
    'up.zip': zipSync({ '../../../../tmp/escaped.txt': text, '/etc/escaped.txt': text, 'C:\\escaped.txt': text }),
    'bomb.zip': zipSync({ 'a.txt': new Uint8Array(300 << 20) }),
    'bomb.txt.gz': gzipSync(new Uint8Array(600 << 20)),
    'bomb.jsonl.gz': gzipSync(new Uint8Array(600 << 20)),
    'bomb.docx': docx(title, ['Текст'], { 'word/header1.xml': new Uint8Array(100 << 20) }),
    'nested.zip': nested,
    'many.zip': zipSync(Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`${i}.txt`, new Uint8Array(1)])), {
      level: 0,
    }),
    'laughs.fb2': strToU8(
      `<?xml version="1.0"?>${laughs}<FictionBook><body><section><p>${title} &b30;</p></section></body></FictionBook>`,
    ),
    'laughs.xml': strToU8(
      `<?xml version="1.0"?>${laughs}<rss><channel><item><title>&b30;</title></item></channel></rss>`,
    ),
    'laughs.html': strToU8(`${laughs}<html><body><p>&b30;</p></body></html>`),
    'deep.html': strToU8('<div>'.repeat(1_000_000)),
    'deep.json': strToU8('['.repeat(10_000_000)),
    'deep.rtf': strToU8(`{\\rtf1 ${'{\\b '.repeat(1_000_000)}`),
    'wide.csv': strToU8(`${','.repeat(10_000_000)}\n`),
    'parts.eml': strToU8(
      `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b0\n\n${Array.from({ length: 5000 }, (_, i) => `--b${i}\nContent-Type: multipart/mixed; boundary=b${i + 1}\n\n`).join('')}`,
    ),
    'nul.txt': new Uint8Array(30 << 20),
    'letters.txt': new Uint8Array(60 << 20).fill(0x61),
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  for (const name of ['line.jsonl', 'line.txt', 'line.csv', 'line.mbox', 'line.html']) await line(join(folder, name));
  const nuls = openSync(join(folder, 'nuls.jsonl'), 'w');
  ftruncateSync(nuls, GIGABYTE);
  closeSync(nuls);
}

/** A gigabyte without an end of line. */
async function line(path: string): Promise<void> {
  const file = createWriteStream(path);
  const part = Buffer.alloc(16 << 20, 'а');
  for (let size = 0; size < GIGABYTE; size += part.length)
    if (!file.write(part)) await new Promise<void>((resolve) => file.once('drain', () => resolve()));
  file.end();
  await finished(file);
}

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
await hostile(folder);
const before = { files: readdirSync(folder).length, changed: statSync(folder).mtimeMs };

const begun = performance.now();
let [peak, silence, heard] = [0, 0, performance.now()];
const importer = join(import.meta.dirname, '../archive/service/importer.ts');
const permissions = [
  '--permission',
  '--allow-fs-read=*',
  `--allow-fs-write=${archive}`,
  `--allow-fs-write=${archive}/*`,
  '--allow-worker',
];
const child = spawn(process.execPath, ['--no-warnings', ...permissions, importer, archive, folder], {
  stdio: ['ignore', 'pipe', 'pipe'],
});
let errors = '';
child.stderr.on('data', (bytes) => {
  errors += bytes;
});
child.stdout.on('data', () => {
  silence = Math.max(silence, performance.now() - heard);
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
  for (const { file } of database.all<{ file: string }>(sql)) told.add(file.split('/')[1] ?? file);
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
  'files without a line': silent,
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
