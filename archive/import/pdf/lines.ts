import { type Glyphs, type Line, median, type PdfPage } from './page.ts';

/** A gap over so many letter sizes parts columns or cells; a smaller one is a blank. */
const GAP = 1.4;
/** A gap over this share of the letter size is a blank. */
const BLANK = 0.14;

/**
 * The lines of a page, from above: characters of one baseline that stand close together. A line of two columns comes as
 * two lines of one height.
 */
export function pageLines(page: PdfPage): Line[] {
  const rows: Glyphs[][] = [];
  const sorted = [...page.glyphs].sort((a, b) => b.y - a.y || a.x - b.x);
  for (const glyph of sorted) {
    const row = rows.at(-1);
    // Raised and lowered signs belong to the line that they stand in.
    if (row !== undefined && Math.abs(row[0]!.y - glyph.y) < Math.max(row[0]!.size, glyph.size) * 0.35) row.push(glyph);
    else rows.push([glyph]);
  }
  return rows.flatMap((row) => segments(row.sort((a, b) => a.x - b.x)));
}

function segments(row: readonly Glyphs[]): Line[] {
  const lines: Line[] = [];
  let run: Glyphs[] = [];
  for (const glyph of row) {
    const last = run.at(-1);
    if (last !== undefined && glyph.x - (last.x + last.width) > GAP * Math.max(last.size, glyph.size)) {
      lines.push(joined(run));
      run = [];
    }
    // Some programs print a letter twice to make it bold.
    if (last !== undefined && last.text === glyph.text && Math.abs(last.x - glyph.x) < 0.1 * glyph.size) continue;
    run.push(glyph);
  }
  if (run.length > 0) lines.push(joined(run));
  return lines;
}

function joined(run: readonly Glyphs[]): Line {
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  for (const glyph of run) {
    const blank = text !== '' && glyph.x - right > BLANK * glyph.size && !/\s$/.test(text) && !/^\s/.test(glyph.text);
    text += (blank ? ' ' : '') + glyph.text;
    right = Math.max(right, glyph.x + glyph.width);
  }
  const letters = run.reduce((sum, { text: part }) => sum + part.length, 0);
  const bold = run.reduce((sum, glyph) => sum + (glyph.bold ? glyph.text.length : 0), 0);
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    left: run[0]!.x,
    right,
    y: median(run.map(({ y }) => y)),
    size: median(run.flatMap(({ size, text: part }) => (part.length > 2 ? [size, size] : [size]))),
    bold: bold > letters * 0.8,
  };
}
