import { Unreadable } from '../unreadable.ts';

/** An archive of more entries is refused: no one keeps so many articles in one file. */
export const MOST_ENTRIES = 200_000;
/** Archives within archives are opened so deep. */
export const DEEPEST = 3;
/** Bytes that may come out of an archive for each of its own, once it has given {@link FREE}; text packs about 5 : 1. */
const RATIO = 100;
const FREE = 32 << 20;

/** A member that is larger than this and packed tighter than this is no text: see {@link RATIO}. */
const SUSPECT = 8 << 20;
const TIGHTEST = 200;

/** Whether a member says that it unpacks to what no article does. */
export const isBomb = (packed: number, size: number): boolean => size > SUSPECT && size > packed * TIGHTEST;

/** An archive has given all that it may: nothing more of it is read. */
export class Exhausted extends Unreadable {
  constructor() {
    super('bomb');
  }
}

/** Counts what comes out of an archive (and of those within it) and stops what would fill the memory or the day. */
export class Budget {
  readonly #allowed: number;
  #bytes = 0;
  #entries = 0;

  /** @param packed size of the archive itself, bytes */
  constructor(packed: number) {
    this.#allowed = Math.max(FREE, packed * RATIO);
  }

  /** @throws {@link Exhausted} when the archive gives more than one honestly packed would */
  spend(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > this.#allowed) throw new Exhausted();
  }

  /** @throws {@link Exhausted} at too many entries */
  enter(): void {
    if (++this.#entries > MOST_ENTRIES) throw new Exhausted();
  }

  /** What may still come out. */
  get left(): number {
    return Math.max(0, this.#allowed - this.#bytes);
  }
}
