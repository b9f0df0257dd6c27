import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { archiveOfTests } from './archive-of-tests.ts';
import { stories } from './stories.ts';

/** How often the process is killed; hundreds by `KILLS=300`. */
const kills = Number(process.env.KILLS ?? 10);

const saying = (line: string): [number, string] => [
  Number(line.slice(0, line.indexOf(' '))),
  line.slice(line.indexOf(' ') + 1),
];

/** What a process said it had kept: an annotation by its id, with the note it last wrote into it. */
type Said = ReadonlyMap<number, string>;

/** Lets a process make and change annotations, kills it after `wait` milliseconds of work, and answers what it had said. */
function killed(folder: string, article: number, wait: number): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'annotator.ts'), folder, String(article)]);
    let said = '';
    let errors = '';
    child.stderr.on('data', (bytes) => {
      errors += bytes;
    });
    child.stdout.on('data', (bytes) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), wait);
      said += bytes;
    });
    child.on('exit', (_, signal) => {
      // The last line may be cut, as it was being written.
      const lines = said.split('\n').slice(0, -1);
      if (signal === 'SIGKILL') resolve(new Map(lines.map(saying)));
      else reject(new Error(errors));
    });
  });
}

test('what was said to be kept is there after a kill at any moment', { timeout: 20_000 + kills * 5_000 }, async () => {
  const first = archiveOfTests();
  await first.take(stories);
  const [article] = await first.find('рыбаками');
  await first.archive.close();
  const said = new Map<number, string>();
  for (let kill = 0; kill < kills; kill++) {
    for (const [id, note] of await killed(first.folder, article!, 5 + Math.random() * 150)) said.set(id, note);
    const again = archiveOfTests(first.folder);
    const kept = new Map(
      (await again.client.annotations.ofArticle({ id: article! })).map(({ id, note }) => [id, note]),
    );
    // A later note than the one that was said may have been written; an earlier one may not be left.
    const lost = [...said].filter(([id, note]) => !(Number(kept.get(id)?.split(' ')[1]) >= Number(note.split(' ')[1])));
    expect(lost).toEqual([]);
    expect((await again.client.archive.checkUp()).findings.find(({ check }) => check === 'database')!.ok).toBe(true);
    await again.archive.close();
  }
  expect(said.size).toBeGreaterThan(kills);
});
