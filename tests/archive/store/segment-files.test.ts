import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openArchiveIndex } from '../../../archive/index/archive-index.ts';
import { segmentFolder } from '../../../archive/store/segment-files.ts';
import { createAnalyzer } from '../../../archive/text/analyzer.ts';

const WRITER = fileURLToPath(new URL('./segment-writer-process.ts', import.meta.url));
/** More with KILLS=400; the short run keeps the whole suite quick. */
const KILLS = Number(process.env.KILLS ?? 12);

/** Runs the writer for a while and kills it; answers the last id that it said was safe. */
function killed(folder: string, after: number): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--no-warnings', WRITER, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (data: Buffer) => {
      if (output === '') setTimeout(() => child.kill('SIGKILL'), after);
      output += data.toString('utf8');
    });
    child.on('close', () => resolve(Number(output.split('\n').at(-2) ?? 0)));
  });
}

test(
  'after a kill at any moment every article that was said to be safe is found, and nothing else lies about',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'segments-'));
    const analyzer = createAnalyzer();
    try {
      for (let i = 0; i < KILLS; i++) {
        const safe = await killed(folder, (i * 37) % 150);
        const index = openArchiveIndex(segmentFolder(folder), analyzer);
        expect(index.damage).toBeUndefined();
        expect(index.articles).toBeGreaterThanOrEqual(safe);
        expect((await index.search({ query: '"через реку"' })).total).toBe(index.articles);
        expect([...index.ids()]).toEqual(Array.from({ length: index.articles }, (_, n) => n + 1));
        index.close();
        expect(readdirSync(folder).filter((name) => name.endsWith('.aside'))).toEqual([]);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  Math.max(60_000, KILLS * 4000),
);
