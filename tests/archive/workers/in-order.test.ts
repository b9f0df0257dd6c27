import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder } from '../../../archive/workers/in-order.ts';

test('results come in the order of the input, and no more than so many are in hand', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 4 }),
      async (delays, ahead) => {
        let inHand = 0;
        let most = 0;
        async function* source() {
          yield* delays.entries();
        }
        const results: number[] = [];
        const work = async ([i, delay]: [number, number]) => {
          most = Math.max(most, ++inHand);
          await pause(delay);
          inHand--;
          return i;
        };
        for await (const i of inOrder(source(), ahead, work)) results.push(i);
        expect(results).toEqual([...delays.keys()]);
        expect(most).toBeLessThanOrEqual(ahead);
      },
    ),
    { numRuns: 30 },
  );
});

test('a consumer that stops ends the source', async () => {
  let ended = false;
  async function* endless() {
    try {
      for (let i = 0; ; i++) yield i;
    } finally {
      ended = true;
    }
  }
  for await (const i of inOrder(endless(), 2, async (one) => one)) if (i === 5) break;
  expect(ended).toBe(true);
});
