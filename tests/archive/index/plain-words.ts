import { articleBlocks } from '../../../archive/index/article-blocks.ts';
import type { Evaluated } from '../../../archive/index/evaluation.ts';
import { PageCache } from '../../../archive/index/pages.ts';
import { leftOut, openSegment, type Segment } from '../../../archive/index/segment.ts';
import { TextsBuilder } from '../../../archive/index/segment-builder.ts';
import { type FieldPlan, idColumn } from '../../../archive/index/segment-format.ts';
import { Snapshot } from '../../../archive/index/snapshot.ts';
import { type ByteSource, memoryDirectory } from '../../../archive/index/source.ts';
import type { Analyzer, Surface } from '../../../archive/text/analysis.ts';

/** The words of a text as they stand between spaces, each under the terms that `read` gives; no word forms at all. */
export function plainAnalyzer(read: (word: string) => readonly string[] = (word) => [word]): Analyzer {
  const surfaces: Surface[] = [];
  const numbers = new Map<string, number>();
  return {
    version: 1,
    tokens(text) {
      const found = [...text.matchAll(/[^\s.]+/g)];
      const stops = (at: number) => text.slice(0, at).split('.').length - 1;
      const surface = found.map(([word]) => {
        const form = word.toLowerCase();
        if (!numbers.has(form)) numbers.set(form, surfaces.push({ form, yo: false, terms: read(form) }) - 1);
        return numbers.get(form)!;
      });
      return {
        length: found.length,
        start: Uint32Array.from(found, ({ index }) => index),
        end: Uint32Array.from(found, (match) => match.index + match[0].length),
        position: Uint32Array.from(found, (_, i) => i),
        sentence: Uint32Array.from(found, ({ index }) => stops(index)),
        surface: Uint32Array.from(surface),
      };
    },
    surface: (id) => surfaces[id]!,
    form: (id) => surfaces[id]!.form,
    get surfaces() {
      return surfaces.length;
    },
    sameRoot: () => [],
    queryWord(word) {
      const form = word.toLowerCase();
      return { form, yo: false, readings: read(form).map((term) => ({ lemma: term, terms: [{ term, weight: 1 }] })) };
    },
  };
}

/** One article: its texts in the order of the plan. */
export type Texts = readonly string[];

export const TITLE_AND_BODY: readonly FieldPlan[] = [
  { name: 'title', text: 'title' },
  { name: 'body', text: 'body' },
];

/** Articles as one segment; ids are counted from `firstId`. */
export async function segmentOf(
  analyzer: Analyzer,
  plan: readonly FieldPlan[],
  articles: readonly Texts[],
  firstId = 1,
): Promise<Segment> {
  const builder = new TextsBuilder(analyzer, plan);
  for (const texts of articles) builder.add(texts);
  return committed(
    analyzer,
    builder.finish().bytes,
    Uint32Array.from(articles, (_, i) => firstId + i),
  );
}

/** A segment's bytes, sealed with ids and opened. */
export async function committed(analyzer: Analyzer, bytes: Uint8Array, ids: Uint32Array): Promise<Segment> {
  const directory = memoryDirectory();
  await directory.write('segment', [bytes, idColumn(ids)]);
  const opened = openSegment('segment', directory.open('segment') as ByteSource, new PageCache(), analyzer.version);
  if (typeof opened === 'string') throw new Error(opened);
  return opened;
}

/** Articles cut into segments of the given sizes, some ids removed. */
export async function snapshotOf(
  analyzer: Analyzer,
  plan: readonly FieldPlan[],
  articles: readonly Texts[],
  sizes: readonly number[] = [articles.length],
  removed: ReadonlySet<number> = new Set(),
): Promise<Snapshot> {
  const parts = [];
  for (let first = 0, i = 0; first < articles.length; i++) {
    const size = Math.max(1, sizes[i] ?? articles.length);
    const segment = await segmentOf(analyzer, plan, articles.slice(first, first + size), first + 1);
    const dead = leftOut(segment.ids);
    segment.ids.forEach((id, ordinal) => {
      if (removed.has(id)) dead.add(ordinal);
    });
    parts.push({ segment, removed: dead });
    first += size;
  }
  return new Snapshot(parts);
}

/** The scores of all articles that were found, by id. @param least where a score is below it, anything below it will do */
export function scoresOf({ numbers, scores }: Evaluated, snapshot: Snapshot, least?: number): Map<number, number> {
  const found = new Map<number, number>();
  for (const block of articleBlocks(numbers, snapshot)) {
    const scored = scores(block, least);
    for (let i = 0; i < block.count; i++) found.set(snapshot.idOf(block.numbers[i]!), scored[i]!);
  }
  return found;
}
