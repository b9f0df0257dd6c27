import type { Frequencies } from './frequencies.ts';
import { IdSet } from './id-set.ts';
import { nearPlaces } from './nearness.ts';
import { PostingsReader } from './postings.ts';
import type { PhraseClause } from './query-node.ts';
import type { Ranking } from './ranking.ts';
import type { SegmentView } from './snapshot.ts';
import { type FoundSurface, surfacesOf } from './word-surfaces.ts';

/** Counts the places of a phrase in every article of a segment. Positions are read only where all words are. */
export function countPhrase(clause: PhraseClause, view: SegmentView, ranking: Ranking, into: Frequencies): void {
  const { segment, removed, base } = view;
  const slots = clause.slots.map((words) => words.flatMap((word) => surfacesOf(word, segment, ranking)));
  if (slots.some((surfaces) => surfaces.length === 0)) return;
  const reader = new PostingsReader(segment.header.fields.length);
  let common: IdSet | undefined;
  for (const surfaces of [...slots].sort((a, b) => occurrences(a) - occurrences(b))) {
    const having = articlesOf(surfaces, view, reader);
    common = common === undefined ? having : common.intersect(having);
    if (common.size === 0) return;
  }
  const articles = common!.subtract(removed);
  const positions = slots.map((surfaces) => positionsOf(surfaces, view, articles, reader));
  const positional = segment.positional;
  articles.forEach((ordinal) => {
    const sentences = clause.sentence ? segment.sentences(ordinal) : [];
    for (let text = 0; text < positional.length; text++) {
      const key = ordinal * positional.length + text;
      const places = nearPlaces(
        positions.map((slot) => slot.get(key) ?? []),
        clause,
        sentences[text] ?? [],
      );
      if (places.length > 0) into.add(base + ordinal, positional[text]!, places.length);
    }
  });
}

const occurrences = (surfaces: readonly FoundSurface[]): number =>
  surfaces.reduce((sum, { record }) => sum + record.documents, 0);

function articlesOf(surfaces: readonly FoundSurface[], { segment }: SegmentView, reader: PostingsReader): IdSet {
  const articles = new IdSet(segment.header.articles);
  for (const { record } of surfaces) {
    reader.begin(segment.postings(record));
    while (reader.next()) articles.add(reader.article);
  }
  return articles;
}

/** Positions of a slot's words by article and text (`ordinal · texts + text`), ascending. */
function positionsOf(
  surfaces: readonly FoundSurface[],
  { segment }: SegmentView,
  wanted: IdSet,
  reader: PostingsReader,
): Map<number, number[]> {
  const found = new Map<number, number[]>();
  const positional = segment.positional;
  const mixed = new Set<number>();
  for (const { record } of surfaces) {
    const bytes = segment.positions(record);
    let at = 0;
    reader.begin(segment.postings(record));
    while (reader.next()) {
      const skip = !wanted.has(reader.article);
      for (let text = 0; text < positional.length; text++) {
        const frequency = positional[text]! < 0 ? 0 : reader.frequencies[positional[text]!]!;
        if (frequency === 0) continue;
        if (skip) {
          for (let left = frequency; left > 0; left--) while (bytes[at++]! >= 0x80);
          continue;
        }
        const key = reader.article * positional.length + text;
        const known = found.get(key);
        const list = known ?? [];
        if (known === undefined) found.set(key, list);
        else mixed.add(key);
        let position = 0;
        for (let left = frequency; left > 0; left--) {
          let byte = bytes[at++]!;
          let value = byte & 0x7f;
          for (let shift = 7; byte >= 0x80; shift += 7) {
            byte = bytes[at++]!;
            value |= (byte & 0x7f) << shift;
          }
          position += value;
          list.push(position);
        }
      }
    }
  }
  for (const key of mixed) found.get(key)!.sort((a, b) => a - b);
  return found;
}
