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
  /** The last stroke above and the last one below: what follows is joined to them. */
  const last: { over: Stroke | undefined; under: Stroke | undefined } = { over: undefined, under: undefined };
  const draw = (side: 'over' | 'under', start: number, end: number, pencil: Pencil) => {
    const before = last[side];
    // An underline must not break where another mark merely ends.
    if (before?.end === start && before.pencil === pencil) {
      before.end = end;
      return;
    }
    last[side] = { start, end, pencil, under: side === 'under' };
    found.push(last[side]);
  };
  let from = 0;
  for (const { offset, at, opens } of events) {
    if (offset > from && open.size > 0) {
      const [top, below] = lastTwo(open);
      draw('over', from, offset, marks[top]!.pencil);
      if (below >= 0) draw('under', from, offset, marks[below]!.pencil);
    }
    from = offset;
    if (opens) open.add(at);
    else open.delete(at);
  }
  return found;
}

/** The highest two numbers of a set; −1 where there is none. */
function lastTwo(numbers: ReadonlySet<number>): [number, number] {
  let [first, second] = [-1, -1];
  for (const one of numbers) {
    if (one > first) [first, second] = [one, first];
    else if (one > second) second = one;
  }
  return [first, second];
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
