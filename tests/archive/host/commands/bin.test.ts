import { expect, test } from 'vitest';
import { removeCommand } from '../../../../archive/host/commands/bin.ts';
import { sentenceOf } from '../../../../archive/host/refused.ts';
import { type ArchiveOfTests, archiveOfTests } from '../../service/archive-of-tests.ts';
import { stories } from '../../service/stories.ts';

/** What a command line of `remove` prints, or the sentence it is refused with. */
async function check({ client }: ArchiveOfTests, args: readonly string[], expected: string) {
  const printed: string[] = [];
  const terminal = { out: (line: string) => printed.push(line), say: () => {}, meter: () => {} };
  const answer = await removeCommand
    .prepare(args)
    .run({ client, terminal, folder: '' } as never)
    .catch(sentenceOf);
  expect(answer ?? printed.join('\n')).toBe(expected);
}

test('remove says how much it laid into the bin; of nothing it is refused, with what was named', async () => {
  const tests = archiveOfTests();
  const job = await tests.take(stories);
  const [id] = await tests.find('рыбаками');
  await check(tests, ['--source', 'Нет такого'], 'Этого в архиве нет: Нет такого');
  await check(tests, ['--import', 'x'], 'Этого в архиве нет');
  await check(tests, ['999'], 'Этого в архиве нет');
  await check(tests, [String(id)], 'В корзине статей: 1, заметок на них: 0');
  await check(tests, [String(id)], 'Этого в архиве нет');
  await check(tests, ['--import', job], 'В корзине статей: 3, заметок на них: 0');
  await check(tests, ['--import', job], `Этого в архиве нет: ${job}`);
});
