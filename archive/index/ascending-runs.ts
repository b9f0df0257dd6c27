/**
 * Numbers that ascend within each of several runs, merged into one ascending list, each number once. Runs are merged by
 * twos, which is quicker than sorting what is nearly sorted.
 *
 * @param numbers used up
 * @param ends    where each run ends
 */
export function mergeRuns(numbers: Float64Array, ends: readonly number[]): Float64Array {
  let from = numbers;
  let to = ends.length > 1 ? new Float64Array(numbers.length) : numbers;
  let borders = ends;
  while (borders.length > 1) {
    const wider: number[] = [];
    let written = 0;
    let start = 0;
    for (let run = 0; run < borders.length; run += 2) {
      const middle = borders[run]!;
      const end = borders[run + 1] ?? middle;
      written = mergeTwo(from, start, middle, end, to, written);
      wider.push(written);
      start = end;
    }
    [from, to] = [to, from];
    borders = wider;
  }
  return from.subarray(0, borders[0] ?? 0);
}

/** Merges `[start, middle)` and `[middle, end)`; answers where what was written ends. */
function mergeTwo(
  from: Float64Array,
  start: number,
  middle: number,
  end: number,
  to: Float64Array,
  written: number,
): number {
  let a = start;
  let b = middle;
  let at = written;
  while (a < middle && b < end) {
    const left = from[a]!;
    const right = from[b]!;
    to[at++] = left <= right ? left : right;
    if (left <= right) a++;
    if (right <= left) b++;
  }
  while (a < middle) to[at++] = from[a++]!;
  while (b < end) to[at++] = from[b++]!;
  return at;
}
