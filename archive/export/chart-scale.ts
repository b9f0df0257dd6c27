/** Round marks of an axis from 0 to at least `most`: steps of 1, 2 or 5 times a power of ten, at most `count` of them. */
export function ticks(most: number, count = 5, whole = true): number[] {
  if (most <= 0) return [0, 1];
  const rough = most / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough && (!whole || Number.isInteger(n))) ?? 1;
  const marks = Math.ceil(most / step - 1e-9);
  return Array.from({ length: marks + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}

/** Which of `n` labels are written, so that at most `room` fit: every k-th from the first. */
export const everyNth = (n: number, room: number): number => Math.max(1, Math.ceil(n / Math.max(1, room)));
