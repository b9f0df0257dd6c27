import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { Annotation } from '../../archive/contract/annotations.ts';
import type { Article } from '../../archive/contract/articles.ts';
import type { ArticleMarks } from '../../archive/contract/search.ts';
import type { Span } from '../../archive/contract/values.ts';
import { type Fields, hitRanges, markRanges, nameRanges, paint, wipe } from './paint.ts';
import { blocksOf } from './ranges.ts';
import { useNearSpans } from './use-placed.ts';

export interface LayersShown {
  hits: boolean;
  /** No names, the first mention of each, or all mentions. */
  names: 'none' | 'first' | 'all';
  notes: boolean;
}

/** With more marks in an article only those near the visible part are painted: each painted one costs time at every frame. */
const many = 1000;

const meets = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** Paints found words, names and marks over an article, each layer anew only when it changed. */
export function useLayers(
  { text, page, frame }: Record<'text' | 'page' | 'frame', RefObject<HTMLElement | null>>,
  article: Article | undefined,
  hits: ArticleMarks | undefined,
  annotations: readonly Annotation[],
  shown: LayersShown,
): Fields | null {
  const owner = useRef({});
  const [fields, setFields] = useState<Fields | null>(null);
  const id = article?.id;
  const body = article?.body;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the blocks are those of this text
  useEffect(() => {
    const root = text.current;
    setFields(root === null ? null : { title: blocksOf(root, 'title'), body: blocksOf(root, 'body') });
    const mine = owner.current;
    return () => wipe(mine);
  }, [id, body, article?.title, text]);

  const mentions = useMemo(() => article?.mentions ?? [], [article?.mentions]);
  useEffect(() => {
    if (fields !== null) paint(owner.current, hitRanges(fields, shown.hits ? hits : undefined));
  }, [fields, hits, shown.hits]);
  useEffect(() => {
    if (fields === null) return;
    paint(
      owner.current,
      shown.names === 'none' ? nameRanges(fields, [], true) : nameRanges(fields, mentions, shown.names === 'all'),
    );
  }, [fields, mentions, shown.names]);
  const crowded = annotations.length > many;
  const near = useNearSpans({ page, frame, fields }, crowded);
  const marks = useMemo(() => {
    if (!shown.notes || (crowded && near === undefined)) return [];
    if (near === undefined) return annotations;
    return annotations.filter(({ field, span }) => span !== null && meets(span, near[field]));
  }, [annotations, shown.notes, crowded, near]);
  useEffect(() => {
    if (fields !== null) paint(owner.current, markRanges(fields, marks));
  }, [fields, marks]);
  return fields;
}
