import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openArchiveIndex } from '../../../archive/index/archive-index.ts';
import { createSegmentBuilder } from '../../../archive/index/segment-builder.ts';
import { segmentFolder } from '../../../archive/store/segment-files.ts';
import { createAnalyzer } from '../../../archive/text/analyzer.ts';

const analyzer = createAnalyzer();

/** A disk of one megabyte in a folder; undefined where one may not be mounted. */
function smallDisk(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'small-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
  if (mounted.status === 0) return folder;
  rmSync(folder, { recursive: true });
  return undefined;
}

function segmentOf(first: number, count: number) {
  const builder = createSegmentBuilder(analyzer);
  for (let id = first; id < first + count; id++) {
    builder.add({ title: `Статья ${id}`, body: `Мост номер ${id} через реку. Слово${id} другое${id * 7}.` });
  }
  return { segment: builder.finish(), ids: Array.from({ length: count }, (_, i) => first + i) };
}

test('a full disk refuses an addition and harms nothing; with room again the index goes on', async (context) => {
  const folder = smallDisk();
  if (folder === undefined) return context.skip('a small disk is mounted by root on Linux alone');
  try {
    const index = openArchiveIndex(segmentFolder(join(folder, 'index')), analyzer);
    await index.commit({ add: [segmentOf(1, 500)] });
    const ballast = join(folder, 'ballast');
    const free = 1 << 20;
    for (let size = free; size > 4096; size >>= 1) {
      // Whatever still fits.
      try {
        writeFileSync(ballast, new Uint8Array(size), { flag: 'a' });
      } catch (cause) {
        expect((cause as NodeJS.ErrnoException).code).toBe('ENOSPC');
      }
    }
    await expect(index.commit({ add: [segmentOf(501, 2000)], remove: [1, 2, 3] })).rejects.toThrow('ENOSPC');
    const found = async (from = index) => (await from.search({ query: 'мост' })).total;
    expect([index.articles, await found(), index.has(1)]).toEqual([500, 500, true]);
    const again = openArchiveIndex(segmentFolder(join(folder, 'index')), analyzer);
    expect([again.damage, await found(again)]).toEqual([undefined, 500]);
    again.close();
    rmSync(ballast);
    await index.commit({ add: [segmentOf(501, 200)], remove: [1, 2, 3] });
    expect([index.articles, await found()]).toEqual([697, 697]);
    index.close();
    expect(readdirSync(join(folder, 'index')).filter((name) => name.endsWith('.aside'))).toEqual([]);
  } finally {
    spawnSync('umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true, force: true });
  }
});
