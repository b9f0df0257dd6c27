/** What is looked back on to tell the speed, milliseconds. */
const memory = 20_000;
/** Before so much time nothing can be told, milliseconds. */
const least = 2_000;
/** One look in so much time is kept, milliseconds. */
const apart = 500;

/** How fast a job goes of late, and how long it will take if it goes on so. Rests are left out. */
export class Pace {
  #looks: { done: number; at: number }[] = [];

  /** @param at milliseconds of a clock that never goes back */
  note(done: number, at: number): void {
    const last = this.#looks.at(-1);
    if (last !== undefined && this.#looks.length > 1 && at - this.#looks.at(-2)!.at < apart) this.#looks.pop();
    this.#looks.push({ done, at });
    while (at - this.#looks[0]!.at > memory && this.#looks.length > 2) this.#looks.shift();
  }

  /** What was before a rest says nothing of what comes after. */
  rest(): void {
    this.#looks = [];
  }

  /** Units a second and seconds left; null while they cannot be told. */
  outlook(total: number | null): { speed: number | null; secondsLeft: number | null } {
    const [first, last] = [this.#looks[0], this.#looks.at(-1)];
    if (first === undefined || last === undefined || last.at - first.at < least || last.done <= first.done) {
      return { speed: null, secondsLeft: null };
    }
    const speed = ((last.done - first.done) * 1000) / (last.at - first.at);
    return { speed, secondsLeft: total === null ? null : Math.max(0, Math.round((total - last.done) / speed)) };
  }
}
