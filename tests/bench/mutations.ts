import { strict as assert } from 'node:assert';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { readFileOfAnyFormat } from '../../archive/import/formats.ts';
import { mutated } from '../archive/import/samples/mutations.ts';
import { samples } from '../archive/import/samples/samples.ts';

/**
 * Reads damaged files of every format in a thread that is watched:
 * `node --permission --allow-fs-read=* --allow-worker tests/bench/mutations.ts 10000`. The permission model of Node makes any
 * writing anywhere an error. Tells lost threads, files that took over 10 s, files without a line, and the peak of memory.
 */
const HANGS = 10_000;
const HEAP = 1024;

if (isMainThread) await watch(Number(process.argv[2] ?? 10_000));
else await read((workerData as { from: number; count: number }).from, (workerData as { count: number }).count);

async function watch(count: number): Promise<void> {
  let next = 0;
  let peak = 0;
  const found = { lost: [] as string[], hung: [] as string[], silent: [] as string[] };
  const reasons = new Map<string, number>();
  const begun = performance.now();
  while (next < count) {
    await new Promise<void>((resolve) => {
      const worker = new Worker(new URL(import.meta.url), {
        workerData: { from: next, count },
        resourceLimits: { maxOldGenerationSizeMb: HEAP },
      });
      let at = performance.now();
      let name = '';
      let ended = false;
      const end = () => {
        if (ended) return;
        ended = true;
        clearInterval(timer);
        void worker.terminate().then(() => resolve());
      };
      const timer = setInterval(() => {
        peak = Math.max(peak, process.memoryUsage().rss);
        if (performance.now() - at > HANGS && name !== '') {
          found.hung.push(`${name} ${next}`);
          next++;
          end();
        }
      }, 200);
      worker.on('message', (told: { at: number; name: string; reads?: string[] }) => {
        at = performance.now();
        name = told.name;
        next = told.at;
        if (told.reads === undefined) return;
        next++;
        if (told.reads.length === 0 && name !== 'a.jsonl') found.silent.push(`${name} ${told.at}`);
        for (const reason of told.reads) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      });
      worker.on('error', (error) => {
        found.lost.push(`${name} ${next} ${String(error).slice(0, 100)}`);
        next++;
        end();
      });
      worker.on('exit', end);
    });
  }
  const seconds = (performance.now() - begun) / 1000;
  console.log(
    JSON.stringify(
      {
        count,
        seconds: Math.round(seconds),
        peakMegabytes: Math.round(peak / 2 ** 20),
        ...found,
        reasons: Object.fromEntries(reasons),
      },
      null,
      1,
    ),
  );
  assert.equal(found.lost.length + found.hung.length + found.silent.length, 0);
}

async function read(from: number, count: number): Promise<void> {
  const files = Object.entries(await samples());
  for (let at = from; at < count; at++) {
    const [name, bytes] = files[at % files.length]!;
    parentPort!.postMessage({ at, name });
    const { reads } = await readFileOfAnyFormat({ file: name, bytes: mutated(name, bytes, at + 1) });
    parentPort!.postMessage({ at, name, reads: reads.map((one) => ('reason' in one ? one.reason : 'read')) });
  }
}
