/** Milliseconds after which a long evaluation lets other work in. */
const SLICE = 8;

/**
 * Runs a generator to its end, letting the event loop turn every few milliseconds, so that a newer request can cancel
 * it. Rejects with the signal's reason.
 */
export async function inSlices<T>(work: Generator<void, T>, signal?: AbortSignal): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < SLICE) continue;
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
    if (signal?.aborted) {
      // What the work holds is given back in its `finally`.
      work.return(undefined as T);
      throw signal.reason;
    }
    since = performance.now();
  }
}
