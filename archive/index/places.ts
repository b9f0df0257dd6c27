import { IdSet } from './id-set.ts';
import type { Segment } from './segment.ts';
import type { OpenPart } from './snapshot.ts';

/**
 * Where each living article is, by its id: the segment and the ordinal in it. Eight bytes an id. Segments are gone through
 * when the first question is asked: a search asks none.
 */
export class Places {
  readonly #added: OpenPart[] = [];
  /** Number of the segment in `#segments` plus one; 0: there is no such article. */
  #segmentOf = new Uint32Array(0);
  #ordinals = new Uint32Array(0);
  readonly #segments: Segment[] = [];

  get(id: number): readonly [Segment, number] | undefined {
    this.#settle();
    const number = this.#segmentOf[id] ?? 0;
    return number === 0 ? undefined : [this.#segments[number - 1]!, this.#ordinals[id]!];
  }

  /** Takes in the living articles of a segment; those it replaces are forgotten. */
  add(part: OpenPart): void {
    this.#added.push(part);
  }

  #settle(): void {
    for (const { segment, removed } of this.#added.splice(0)) {
      const number = this.#segments.push(segment);
      segment.ids.forEach((id, ordinal) => {
        if (removed.has(ordinal)) return;
        if (id >= this.#segmentOf.length) this.#grow(id + 1);
        this.#segmentOf[id] = number;
        this.#ordinals[id] = ordinal;
      });
    }
  }

  delete(id: number): void {
    this.#settle();
    if (id < this.#segmentOf.length) this.#segmentOf[id] = 0;
  }

  ids(): IdSet {
    this.#settle();
    const ids = new IdSet(this.#segmentOf.length);
    this.#segmentOf.forEach((number, id) => {
      if (number > 0) ids.add(id);
    });
    return ids;
  }

  #grow(length: number): void {
    const size = Math.max(length, this.#segmentOf.length * 2);
    const segments = new Uint32Array(size);
    const ordinals = new Uint32Array(size);
    segments.set(this.#segmentOf);
    ordinals.set(this.#ordinals);
    this.#segmentOf = segments;
    this.#ordinals = ordinals;
  }
}
