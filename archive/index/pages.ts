import { checksum } from './checksum.ts';
import { PAGE } from './segment-format.ts';
import type { ByteSource } from './source.ts';

/** Called where a page does not have the checksum it was written with. */
export class PageFault extends Error {
  /** The file, without its folder. */
  readonly file: string;

  constructor(file: string) {
    super(`damaged: ${file}`);
    this.file = file;
  }
}

/**
 * The pages of all open segments that were read lately, at most `capacity` of them. The one to give way is found by
 * a clock hand that spares, once, what was used since its last round.
 */
export class PageCache {
  readonly #capacity: number;
  readonly #held: { pages: PagedBody; page: number }[] = [];
  #hand = 0;

  /** @param bytes the most to hold; the default suits a laptop and a hundred thousand articles */
  constructor(bytes = 16 << 20) {
    this.#capacity = Math.max(8, Math.floor(bytes / PAGE));
  }

  hold(pages: PagedBody, page: number): void {
    if (this.#held.length < this.#capacity) {
      this.#held.push({ pages, page });
      return;
    }
    for (;;) {
      const entry = this.#held[this.#hand]!;
      if (entry.pages.spare(entry.page)) {
        this.#hand = (this.#hand + 1) % this.#capacity;
        continue;
      }
      entry.pages.drop(entry.page);
      this.#held[this.#hand] = { pages, page };
      this.#hand = (this.#hand + 1) % this.#capacity;
      return;
    }
  }
}

/** The body of a segment, read by pages that are checked once and kept by the cache. */
export class PagedBody {
  readonly #file: string;
  readonly #source: ByteSource;
  readonly #start: number;
  readonly #size: number;
  readonly #sums: Uint32Array;
  readonly #cache: PageCache;
  readonly #pages: (Uint8Array | undefined)[];
  readonly #used: Uint8Array;
  /** Pages whose checksum was right when they were first read. */
  readonly #checked: Uint8Array;

  /**
   * @param start where the body begins in the source
   * @param size  bytes of the body
   */
  constructor(file: string, source: ByteSource, start: number, size: number, sums: Uint32Array, cache: PageCache) {
    this.#file = file;
    this.#source = source;
    this.#start = start;
    this.#size = size;
    this.#sums = sums;
    this.#cache = cache;
    this.#pages = new Array(sums.length);
    this.#used = new Uint8Array(sums.length);
    this.#checked = new Uint8Array(sums.length);
  }

  /** `length` bytes from `offset` of the body, to be read only. */
  read(offset: number, length: number): Uint8Array {
    const page = Math.floor(offset / PAGE);
    const within = offset - page * PAGE;
    if (within + length <= PAGE) return length === 0 ? EMPTY : this.#page(page).subarray(within, within + length);
    return this.#readAcross(offset, length);
  }

  spare(page: number): boolean {
    const used = this.#used[page] === 1;
    this.#used[page] = 0;
    return used;
  }

  drop(page: number): void {
    this.#pages[page] = undefined;
  }

  #page(page: number): Uint8Array {
    this.#used[page] = 1;
    return this.#pages[page] ?? this.#load(page, page + 1);
  }

  /** The same for what its reader keeps: its pages are checked and not held. */
  readOnce(offset: number, length: number): Uint8Array<ArrayBuffer> {
    const first = Math.floor(offset / PAGE);
    const bytes = this.#checkedPages(first, Math.ceil((offset + length) / PAGE));
    return bytes.slice(offset - first * PAGE, offset - first * PAGE + length);
  }

  /** Reads the pages `[first, end)` at once and keeps them; answers the first. */
  #load(first: number, end: number): Uint8Array {
    const bytes = this.#checkedPages(first, end);
    for (let page = first; page < end; page++) {
      if (this.#pages[page] !== undefined) continue;
      // A page alone keeps the bytes that were read; of several each keeps its own, to be dropped alone.
      this.#pages[page] = end - first === 1 ? bytes : bytes.slice((page - first) * PAGE, (page - first + 1) * PAGE);
      this.#used[page] = 1;
      this.#cache.hold(this, page);
    }
    return this.#pages[first]!;
  }

  #checkedPages(first: number, end: number): Uint8Array {
    const from = first * PAGE;
    const length = Math.min(end * PAGE, this.#size) - from;
    const bytes = this.#source.read(this.#start + from, length);
    if (bytes.length < length) throw new PageFault(this.#file);
    for (let page = first; page < end; page++) {
      if (this.#checked[page] === 1) continue;
      if (checksum(bytes.subarray((page - first) * PAGE, (page - first + 1) * PAGE)) !== this.#sums[page])
        throw new PageFault(this.#file);
      this.#checked[page] = 1;
    }
    return bytes;
  }

  #readAcross(offset: number, length: number): Uint8Array {
    const bytes = new Uint8Array(length);
    const end = offset + length;
    for (let at = offset; at < end; ) {
      const page = Math.floor(at / PAGE);
      let loaded = this.#pages[page];
      if (loaded === undefined) {
        let last = page + 1;
        while (last * PAGE < end && last - page < MOST_AT_ONCE && this.#pages[last] === undefined) last++;
        loaded = this.#load(page, last);
      }
      this.#used[page] = 1;
      const within = at - page * PAGE;
      const part = loaded.subarray(within, Math.min(PAGE, within + end - at));
      bytes.set(part, at - offset);
      at += part.length;
    }
    return bytes;
  }
}

const EMPTY = new Uint8Array(0);
/** Pages read by one call to the system. */
const MOST_AT_ONCE = 4;
