import type { Annotation, Pencil } from '../../archive/contract/annotations.ts';
import type { Span } from '../../archive/contract/values.ts';

/** A stretch of text painted by one pencil; `under` when a later mark paints the ground and only the line is left. */
export interface Stroke extends Span {
  pencil: Pencil;
  under: boolean;
}

type Placed = Pick<Annotation, 'pencil'> & { span: Span };

/**
 * Cuts overlapping marks so that on every letter the latest mark paints the ground and the line, and the one before it
 * keeps its line. The marks are given oldest first.
 */
export function strokes(marks: readonly Placed[]): Stroke[] {
  const events = marks
    .flatMap(({ span }, at) => [
      { offset: span.start, at, opens: true },
      { offset: span.end, at, opens: false },
    ])
    .sort((a, b) => a.offset - b.offset || Number(a.opens) - Number(b.opens));
  const open = new Set<number>();
  const found: Stroke[] = [];
  let from = 0;
  for (const { offset, at, opens } of events) {
    if (offset > from && open.size > 0) {
      const [top, below] = [...open].sort((a, b) => b - a);
      found.push({ start: from, end: offset, pencil: marks[top!]!.pencil, under: false });
      if (below !== undefined) found.push({ start: from, end: offset, pencil: marks[below]!.pencil, under: true });
    }
    from = offset;
    if (opens) open.add(at);
    else open.delete(at);
  }
  return joined(found);
}

/** Joins neighbours that are painted alike, so that an underline does not break where another mark merely ends. */
function joined(parts: Stroke[]): Stroke[] {
  const whole: Stroke[] = [];
  for (const part of parts) {
    const before = whole.findLast((one) => one.under === part.under && one.end === part.start);
    if (before !== undefined && before.pencil === part.pencil) before.end = part.end;
    else whole.push({ ...part });
  }
  return whole;
}

/** The letters of the four pencils: the first of the name, two where names begin alike. */
export function pencilLetters(names: Record<Pencil, string>): Record<Pencil, string> {
  const first = (name: string, length: number) => [...name.trim()].slice(0, length).join('');
  const one = (name: string) => first(name, 1).toLocaleUpperCase('ru');
  const entries = Object.entries(names).map(([pencil, name]) => {
    const shared = Object.values(names).filter((other) => one(other) === one(name)).length > 1;
    const letters = shared ? first(name, 2) : first(name, 1);
    return [pencil, letters.charAt(0).toLocaleUpperCase('ru') + letters.slice(1)];
  });
  return Object.fromEntries(entries) as Record<Pencil, string>;
}
