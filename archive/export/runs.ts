import type { Annotation, Pencil } from '../contract/annotations.ts';
import type { Mention } from '../contract/articles.ts';
import type { ArticleField, Span } from '../contract/values.ts';

/** A stretch of text set in one way. Short keys: there are tens of thousands of them in a digest. */
export interface Run {
  /** The text. */
  t: string;
  /** The pencil it is highlighted with. */
  p?: Pencil;
  /** Notes whose passage ends with this stretch. */
  n?: string[];
  /** Numbers of the names in the index that are mentioned from here. */
  m?: number[];
}

export interface Marks {
  annotations: readonly Annotation[];
  mentions: readonly Mention[];
  /** The number of an entity in the index of names. */
  indexed: (entity: number) => number | undefined;
  /** Whether passages are coloured, and whether their notes are given. */
  highlights: boolean;
  notes: boolean;
}

/** Longer paragraphs are set in pieces: breaking lines takes time that grows faster than the paragraph. */
const LONGEST = 6000;

/** Paragraphs of a text: what stands between line breaks; blank ones are left out, endless ones cut after a sentence or a word. */
export function paragraphs(text: string): Span[] {
  return [...text.matchAll(/[^\n\r\u2028\u2029]+/g)]
    .filter((line) => line[0].trim() !== '')
    .flatMap((line) => pieces(text, line.index, line.index + line[0].length));
}

function pieces(text: string, from: number, end: number): Span[] {
  const found: Span[] = [];
  let start = from;
  while (end - start > LONGEST) {
    const cut = start + cutOf(text.slice(start, start + LONGEST));
    found.push({ start, end: cut });
    start = cut;
  }
  return [...found, { start, end }];
}

/** Where the beginning of an endless paragraph is best parted from the rest: after a sentence, a word, or any character. */
function cutOf(text: string): number {
  for (const ending of [/[.!?…][»”"]?\s(?=[^.!?…]*$)/u, /\s(?=\S*$)/u]) {
    const last = ending.exec(text.slice(text.length >> 1));
    if (last !== null) return (text.length >> 1) + last.index + last[0].length;
  }
  return text.length - (/[\ud800-\udbff]$/.test(text) ? 1 : 0);
}

/** Cuts each paragraph wherever a highlight begins or ends and wherever a name begins. */
export function runsOf(text: string, field: ArticleField, marks: Marks): Run[][] {
  const pencils = marks.annotations
    .filter((a) => a.field === field && a.span !== null)
    .map((a) => ({ start: a.span!.start, end: a.span!.end, pencil: a.pencil, note: marks.notes ? a.note.trim() : '' }));
  const names = marks.mentions
    .filter((m) => m.field === field)
    .flatMap((m) => {
      const number = marks.indexed(m.entity);
      return number === undefined ? [] : [{ start: m.start, number }];
    })
    .sort((a, b) => a.start - b.start);
  const placed: (typeof names)[] = [];
  let from = 0;
  const spans = paragraphs(text);
  for (const span of spans) {
    while (from < names.length && names[from]!.start < span.start) from++;
    const first = from;
    while (from < names.length && names[from]!.start < span.end) from++;
    placed.push(onceEach(names.slice(first, from)));
  }
  return spans.map((span, i) => cut(text, span, pencils, placed[i]!, marks.highlights));
}

/** A paragraph for formats without pages: stretches that differ in nothing but the names they begin with are one. */
export function withoutNames(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const { m: _, ...run } of runs) {
    const last = joined.at(-1);
    if (last !== undefined && last.n === undefined && last.p === run.p) Object.assign(last, run, { t: last.t + run.t });
    else joined.push(run);
  }
  return joined;
}

/** A name is on a page or it is not: once in a paragraph is enough for the index. */
function onceEach<T extends { number: number }>(names: T[]): T[] {
  const seen = new Set<number>();
  return names.filter(({ number }) => !seen.has(number) && seen.add(number));
}

interface Pencilled extends Span {
  pencil: Pencil;
  note: string;
}

function cut(
  text: string,
  { start, end }: Span,
  all: readonly Pencilled[],
  names: { start: number; number: number }[],
  highlights: boolean,
): Run[] {
  const here = all.filter((p) => p.start < end && p.end > start);
  const edges = new Set([start, end]);
  for (const p of here) edges.add(Math.max(start, p.start)).add(Math.min(end, p.end));
  for (const name of names) edges.add(name.start);
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, i) => {
    const to = cuts[i + 1]!;
    const run: Run = { t: text.slice(from, to) };
    // Of pencils one over another the one made last is seen, as on paper.
    const over = highlights && here.findLast((p) => p.start <= from && p.end >= to);
    if (over) run.p = over.pencil;
    const notes = here.filter((p) => p.end === to && p.note !== '').map((p) => p.note);
    if (notes.length > 0) run.n = notes;
    const starting = names.filter((name) => name.start === from).map((name) => name.number);
    if (starting.length > 0) run.m = starting;
    return run;
  });
}
