/** Bytes of one chunk. */
const CHUNK = 1 << 18;

/** Bytes that grow without ever being copied together: the long sections of a segment that is being written. */
export class ByteChunks {
  readonly #full: Uint8Array[] = [];
  #last = new Uint8Array(CHUNK);
  #used = 0;

  get length(): number {
    return this.#full.length * CHUNK + this.#used;
  }

  /** Appends the bytes `[start, end)`. */
  append(bytes: Uint8Array, start: number, end: number): void {
    for (let at = start; at < end; ) {
      if (this.#used === CHUNK) this.#begin();
      const most = Math.min(end, at + CHUNK - this.#used);
      // Few at a time, mostly: then a loop is quicker than a view.
      if (most - at > FEW) {
        this.#last.set(bytes.subarray(at, most), this.#used);
        this.#used += most - at;
        at = most;
      } else while (at < most) this.#last[this.#used++] = bytes[at++]!;
    }
  }

  /** @param value a whole number from 0 below 2^31, see byte-writer.ts */
  varint(value: number): void {
    let rest = value;
    for (; rest >= 0x80; rest >>>= 7) this.#byte((rest & 0x7f) | 0x80);
    this.#byte(rest);
  }

  #byte(value: number): void {
    if (this.#used === CHUNK) this.#begin();
    this.#last[this.#used++] = value;
  }

  #begin(): void {
    this.#full.push(this.#last);
    this.#last = new Uint8Array(CHUNK);
    this.#used = 0;
  }

  /** What has been written, in order. */
  written(): readonly Uint8Array[] {
    return [...this.#full, this.#last.subarray(0, this.#used)];
  }
}

const FEW = 64;
