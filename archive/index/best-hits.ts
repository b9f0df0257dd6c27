import type { TextHit } from './search-types.ts';

/** Keeps the best so many hits of those offered: by score, of equal ones the newer id. A heap with the worst on top. */
export class BestHits {
  readonly #most: number;
  readonly #heap: TextHit[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** The score below which nothing more is kept. */
  get least(): number {
    return this.#heap.length < this.#most ? 0 : this.#heap[0]!.score;
  }

  offer(id: number, score: number): void {
    const heap = this.#heap;
    if (heap.length < this.#most) {
      heap.push({ id, score });
      for (let at = heap.length - 1; at > 0; ) {
        const parent = (at - 1) >>> 1;
        if (!worse(heap[at]!, heap[parent]!)) break;
        [heap[at], heap[parent]] = [heap[parent]!, heap[at]!];
        at = parent;
      }
      return;
    }
    const top = heap[0];
    if (top === undefined || score < top.score || (score === top.score && id < top.id)) return;
    heap[0] = { id, score };
    for (let at = 0; ; ) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < heap.length && worse(heap[child]!, heap[least]!)) least = child;
      if (least === at) return;
      [heap[at], heap[least]] = [heap[least]!, heap[at]!];
      at = least;
    }
  }

  /** The best first. */
  sorted(): TextHit[] {
    return this.#heap.toSorted((a, b) => (worse(a, b) ? 1 : -1));
  }
}

const worse = (a: TextHit, b: TextHit): boolean => a.score < b.score || (a.score === b.score && a.id < b.id);
