/**
 * Lets several hands work on a stream and gives their results in the order of the stream. At most `ahead` inputs are
 * taken before the first unfinished one, so memory is bounded and a slow consumer slows the source. When the consumer
 * stops, or a result rejects, no further input is taken and the work in hand is waited for.
 */
export async function* inOrder<Input, Result>(
  inputs: AsyncIterable<Input>,
  ahead: number,
  work: (input: Input) => Promise<Result>,
): AsyncGenerator<Result> {
  const source = inputs[Symbol.asyncIterator]();
  const waiting: Promise<Result>[] = [];
  let ended = false;
  try {
    for (;;) {
      while (!ended && waiting.length < ahead) {
        const next = await source.next();
        if (next.done) {
          ended = true;
          break;
        }
        const result = work(next.value);
        // It is awaited below; until then a rejection is not unhandled.
        result.catch(() => {});
        waiting.push(result);
      }
      const first = waiting.shift();
      if (first === undefined) return;
      yield await first;
    }
  } finally {
    await Promise.allSettled(waiting);
    await source.return?.();
  }
}
