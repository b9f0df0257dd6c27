import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { archivePrint } from '../archive/service/archive-print.ts';
import { importApart } from '../archive/service/killed-import.ts';
import { writeLines } from './import-corpus.ts';

/**
 * Imports articles in one go, and again into another archive with the process killed at random moments and started anew:
 * `npm run bench:killed -- CORPUS.jsonl.gz --articles 10000 --kills 100`. Both archives must be the same: a hash for each
 * table, and for what queries find. Every twentieth line is a new version of an article. The moments are even over the whole
 * work, opening and reading included.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { articles: { type: 'string', default: '10000' }, kills: { type: 'string', default: '100' } },
});
const [corpus] = positionals;
if (corpus === undefined) throw new Error('Of what? Name a corpus in JSON Lines');
const [articles, kills] = [Number(values.articles), Number(values.kills)];
const queries = [
  'президент',
  'министр иностранных дел',
  '"совет директоров"',
  'москв*',
  'путин~1',
  'суд ИЛИ прокурор',
  '',
];

const scratch = mkdtempSync(join(tmpdir(), 'podshivka-killed-'));
const [lines, whole, killed] = [join(scratch, 'news.jsonl'), join(scratch, 'whole'), join(scratch, 'killed')];
await writeLines(corpus, lines, articles, 20);
const begun = performance.now();
const undisturbed = await importApart(whole, lines);
const speed = articles / (undisturbed.whole - undisturbed.start);

let times = 0;
let done = 0;
let ended = false;
let { start } = undisturbed;
while (times < kills && !ended) {
  // A share of what is left that leaves work for the kills to come.
  const share = (2 * (articles - done)) / (kills - times + 1) / speed;
  const run = await importApart(killed, lines, { wait: Math.random() * (start + share) });
  done = Math.max(done, run.done);
  if (run.start > 0) start = Math.min(start, run.start);
  ended = run.ended;
  if (!ended) times++;
}
if (!ended) await importApart(killed, lines);
const seconds = Math.round((performance.now() - begun) / 1000);

const [expected, found] = [await archivePrint(whole, queries), await archivePrint(killed, queries)];
const different = Object.keys(expected).filter((name) => expected[name] !== found[name]);
rmSync(scratch, { recursive: true });
process.stdout.write(
  `${JSON.stringify({ articles, killed: times, seconds, compared: expected, different }, undefined, 1)}\n`,
);
process.exitCode = different.length === 0 && times === kills ? 0 : 1;
