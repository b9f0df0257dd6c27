import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { indexed } from '../../../../archive/host/commands/job.ts';
import type { Terminal } from '../../../../archive/host/terminal.ts';
import { archiveOfTests } from '../../service/archive-of-tests.ts';
import { stories } from '../../service/stories.ts';

const quiet: Terminal = { out: () => {}, say: () => {}, meter: () => {} };

/** How many articles of one word a command finds that waits for the index. */
async function check(folder: string, expected: number) {
  const { client, archive } = archiveOfTests(folder);
  await indexed(client, quiet);
  const { total } = await client.search.run({ query: 'рыбаками' });
  await archive.close();
  expect(total).toBe(expected);
}

test('a command that searches waits until the index is whole', async () => {
  const { archive, take, folder } = archiveOfTests();
  const [story] = stories;
  await take(
    Array.from({ length: 600 }, (_, i) => ({ ...story!, key: `story-${i}`, body: `${story!.body} Рыбаками ${i}.` })),
  );
  await archive.close();
  await check(folder, 600);
  rmSync(join(folder, 'index'), { recursive: true });
  await check(folder, 600);
});
