import type { Annotation } from '../../archive/contract/annotations.ts';
import type { Mention } from '../../archive/contract/articles.ts';
import type { ArticleMarks } from '../../archive/contract/search.ts';
import type { ArticleField, Span } from '../../archive/contract/values.ts';
import { strokes } from './layers.ts';
import { type Blocks, rangeOf } from './ranges.ts';

/** The layers over a text, lowest first: where two paint the same letter, the later in this list wins. */
const layers = [
  'name-person',
  'name-organization',
  'name-open',
  'only-here',
  'only-there',
  'under-ochre',
  'under-blue',
  'under-red',
  'under-lead',
  'hit',
  'pencil-ochre',
  'pencil-blue',
  'pencil-red',
  'pencil-lead',
  'chosen',
  'hit-now',
] as const;
export type Layer = (typeof layers)[number];

/** Ranges by layer of one article; several articles side by side share the document's registry. */
type Painting = ReadonlyMap<Layer, readonly AbstractRange[]>;
const paintings = new Map<object, Painting>();

function show(changed: Iterable<Layer>): void {
  for (const layer of changed) {
    const ranges = [...paintings.values()].flatMap((painting) => painting.get(layer) ?? []);
    if (ranges.length === 0) {
      CSS.highlights.delete(layer);
      continue;
    }
    const highlight = new Highlight(...ranges);
    highlight.priority = layers.indexOf(layer);
    CSS.highlights.set(layer, highlight);
  }
}

/** Paints some layers of an article anew; the others stay. */
export function paint(owner: object, fresh: ReadonlyMap<Layer, readonly AbstractRange[]>): void {
  paintings.set(owner, new Map([...(paintings.get(owner) ?? []), ...fresh]));
  show(fresh.keys());
}

/** Takes everything of an article off the document. */
export function wipe(owner: object): void {
  const old = paintings.get(owner);
  paintings.delete(owner);
  show(old?.keys() ?? []);
}

export type Fields = Record<ArticleField, Blocks>;

const rangesOf = (blocks: Blocks, spans: readonly Span[]) =>
  spans.map((span) => rangeOf(blocks, span)).filter((range) => range !== undefined);

export function hitRanges(fields: Fields, marks: ArticleMarks | undefined): Map<Layer, AbstractRange[]> {
  const found =
    marks === undefined ? [] : [...rangesOf(fields.title, marks.title), ...rangesOf(fields.body, marks.body)];
  return new Map([['hit', found]]);
}

/** Names: the first mention of each in the body, or all of them. */
export function nameRanges(fields: Fields, mentions: readonly Mention[], all: boolean): Map<Layer, AbstractRange[]> {
  const seen = new Set<number>();
  const shown = mentions.filter(({ entity, field }) => {
    if (all) return true;
    if (field !== 'body' || seen.has(entity)) return false;
    seen.add(entity);
    return true;
  });
  const of = (kind: Mention['kind']) =>
    shown.filter((one) => one.kind === kind).flatMap((one) => rangesOf(fields[one.field], [one]));
  return new Map([
    ['name-person', of('person')],
    ['name-organization', of('organization')],
  ]);
}

export function markRanges(fields: Fields, annotations: readonly Annotation[]): Map<Layer, AbstractRange[]> {
  const painted = new Map<Layer, AbstractRange[]>();
  const placed = [...annotations].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  for (const pencil of ['ochre', 'blue', 'red', 'lead'] as const) {
    painted.set(`pencil-${pencil}`, []);
    painted.set(`under-${pencil}`, []);
  }
  for (const field of ['title', 'body'] as const) {
    // A bookmark is a ribbon in the margin: nothing of it lies over the text.
    const marks = placed.flatMap(({ pencil, span, field: own, bookmark }) =>
      span !== null && own === field && !bookmark ? [{ pencil, span }] : [],
    );
    for (const stroke of strokes(marks)) {
      const range = rangeOf(fields[field], stroke);
      if (range !== undefined) painted.get(`${stroke.under ? 'under' : 'pencil'}-${stroke.pencil}`)?.push(range);
    }
  }
  return painted;
}
