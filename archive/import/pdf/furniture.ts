import type { Line } from './page.ts';

/** Rows at the upper and at the lower edge of a page that may be its furniture. */
const EDGE = 2;
/** Furniture without a number stands apart from the text by so many sizes of its letters, or is of another size. */
const APART = 1.7;
/** Pages that have a head with the page's number in it; one without is on a quarter of all. */
const FEW = 3;
const NUMBER =
  /^[\s–—-]*(?:(?:стр(?:аница|\.)?|с\.|page)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:из|of|\/)\s*\d{1,4})?[\s–—.-]*$/iu;

type Row = readonly Line[];

/** The lines of each page without page numbers and without running heads, which many pages have in one place. */
export function withoutFurniture(pages: readonly (readonly Line[])[]): Line[][] {
  const rows = pages.map(rowsOf);
  const seen = new Map<string, number>();
  for (const page of rows) {
    const edge = [...page.slice(0, EDGE), ...page.slice(EDGE).slice(-EDGE)];
    for (const sign of new Set(edge.map(signOf))) seen.set(sign, (seen.get(sign) ?? 0) + 1);
  }
  const often = Math.max(FEW, Math.ceil(pages.length * 0.25));
  const seenOften = (sign: string, apart: boolean) => {
    const times = seen.get(sign) ?? 0;
    return sign.includes('#') ? times >= FEW : apart && times >= often;
  };
  const isFurniture = (row: Row, inner: Row | undefined, number: boolean) =>
    (number && row.length === 1 && NUMBER.test(row[0]!.text)) ||
    seenOften(signOf(row), inner === undefined || standsApart(row[0]!, inner[0]!));
  return rows.map((page) => {
    let [from, to] = [0, page.length];
    while (from < Math.min(EDGE, to) && isFurniture(page[from]!, page[from + 1], from === 0)) from++;
    const end = to;
    while (to > Math.max(from, end - EDGE) && isFurniture(page[to - 1]!, page[to - 2], to === end)) to--;
    return page.slice(from, to).flat();
  });
}

/** Lines of one height, from above. */
function rowsOf(lines: readonly Line[]): Row[] {
  const rows: Line[][] = [];
  for (const line of [...lines].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    if (row !== undefined && Math.abs(row[0]!.y - line.y) < 0.35 * row[0]!.size) row.push(line);
    else rows.push([line]);
  }
  return rows;
}

function standsApart(line: Line, inner: Line): boolean {
  const gap = Math.abs(line.y - inner.y);
  return gap > APART * Math.max(line.size, inner.size) || Math.abs(line.size - inner.size) > 0.08 * inner.size;
}

/** What running heads have in common: their words and their height; the numbers differ. */
function signOf(row: Row): string {
  const text = row
    .map((line) => line.text)
    .join(' ')
    .toLowerCase();
  const words = text.replace(/\d+|(?<![\p{L}])[ivxlc]+(?![\p{L}])/gu, '#').replace(/\s+/g, ' ');
  return `${Math.round(row[0]!.y / 6)} ${words}`;
}
