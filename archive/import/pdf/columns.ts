import { type Line, median } from './page.ts';

/** A gutter is at least so wide, points; a column so wide in letter sizes and of so many lines. */
const GUTTER = 6;
const NARROWEST = 9;
const FEWEST_LINES = 4;

/**
 * The lines of a page in the order in which they are read: down each column, then the next; a line over several columns
 * (a headline, a page-wide paragraph) ends the columns above it. Lines side by side that are no columns (a table, a date at
 * the right) stay in rows.
 */
export function inReadingOrder(lines: readonly Line[]): Line[][] {
  const columns = gutters(lines);
  if (columns.length < 2) return [rows(lines)];
  const out: Line[][] = [];
  let band: Line[] = [];
  const flush = () => {
    for (const { left, right } of columns) {
      const inside = band.filter((line) => middle(line) >= left && middle(line) < right);
      if (inside.length > 0) out.push(rows(inside));
    }
    band = [];
  };
  for (const line of byHeight(lines)) {
    const covered = columns.filter(
      ({ left, right }) => Math.min(line.right, right) - Math.max(line.left, left) > 2 * line.size,
    );
    if (covered.length < 2) band.push(line);
    else {
      flush();
      const above = out.at(-1);
      const spans = above?.every((one) => one.right - one.left > columns[0]!.right - columns[0]!.left);
      if (spans && above !== undefined) above.push(line);
      else out.push([line]);
    }
  }
  flush();
  return out;
}

const middle = ({ left, right }: Line) => (left + right) / 2;
const byHeight = (lines: readonly Line[]) => [...lines].sort((a, b) => b.y - a.y || a.left - b.left);

/** Lines of one height put together again, with a wide blank. */
function rows(lines: readonly Line[]): Line[] {
  const out: Line[] = [];
  for (const line of byHeight(lines)) {
    const last = out.at(-1);
    if (last === undefined || Math.abs(last.y - line.y) > 0.35 * Math.max(last.size, line.size)) out.push(line);
    else {
      const [a, b] = last.left <= line.left ? [last, line] : [line, last];
      out[out.length - 1] = {
        ...a,
        text: `${a.text} ${b.text}`,
        right: Math.max(a.right, b.right),
        bold: a.bold && b.bold,
      };
    }
  }
  return out;
}

/** The columns of a page by the empty upright strips between them; one column when there are none. */
function gutters(lines: readonly Line[]): { left: number; right: number }[] {
  const [from, to] = [Math.min(...lines.map(({ left }) => left)), Math.max(...lines.map(({ right }) => right))];
  const whole = [{ left: from, right: to + 1 }];
  if (lines.length < 2 * FEWEST_LINES || !(to - from < 5000)) return whole;
  const size = median(lines.map((line) => line.size));
  // How many lines stand over each point of the width; a few may run across a gutter.
  const cover = new Array<number>(Math.ceil(to - from) + 1).fill(0);
  for (const line of lines) {
    for (let x = Math.floor(line.left - from); x <= line.right - from && x < cover.length; x++) cover[x]!++;
  }
  const few = Math.max(1, Math.floor(lines.length * 0.12));
  const columns: { left: number; right: number }[] = [];
  let left = from;
  for (let x = 0; x < cover.length; x++) {
    if (cover[x]! > few) continue;
    let end = x;
    while (end + 1 < cover.length && cover[end + 1]! <= few) end++;
    if (end - x + 1 >= GUTTER && x > 0 && end < cover.length - 1) {
      columns.push({ left, right: from + (x + end) / 2 });
      left = from + (x + end) / 2;
    }
    x = end;
  }
  columns.push({ left, right: to + 1 });
  return columns.length > 1 && columns.every((column) => isColumn(column, lines, size)) ? columns : whole;
}

/** Columns of text have many lines that fill their width; columns of a table have not. */
function isColumn({ left, right }: { left: number; right: number }, lines: readonly Line[], size: number): boolean {
  const inside = lines.filter((line) => line.left >= left - 1 && line.right <= right + 1);
  if (inside.length < FEWEST_LINES || right - left < NARROWEST * size) return false;
  const width = Math.max(...inside.map((line) => line.right)) - Math.min(...inside.map((line) => line.left));
  return median(inside.map((line) => line.right - line.left)) > 0.55 * width && width > NARROWEST * size;
}
