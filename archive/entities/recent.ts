/** What is longer than any word or name is a torn file's row of letters, met once: it would hold its text, and for long. */
const LONGEST_KEY = 256;

/**
 * Remembers answers by text: at least the last `size`, at most twice as many. The older half is dropped at once when the
 * younger is full; what is asked for again moves to the younger. What is too long for a name is not remembered.
 */
export class Recent<V> {
  readonly #size: number;
  #young = new Map<string, V>();
  #old = new Map<string, V>();

  constructor(size: number) {
    this.#size = size;
  }

  get(key: string): V | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: string, value: V): void {
    if (key.length > LONGEST_KEY) return;
    if (this.#young.size >= this.#size) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }
}
