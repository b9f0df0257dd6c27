import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ArticleMarks } from '../../archive/contract/search.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { useResult } from '../search/result.tsx';
import { announce } from '../ui/announce.ts';
import { useWays } from '../view/place.tsx';
import { type Fields, paint, wipe } from './paint.ts';
import { liveRange, rangeOf } from './ranges.ts';

/** How long the hit that was jumped to is outlined, milliseconds. */
const outlined = 600;

/** Where the walk begins in the article that is opened next: set when F3 leaves an article at its end. */
let entry: 'first' | 'last' | null = null;

/** The found words of an article one after another, and on into the next article of the result. */
export function useHitWalk(fields: Fields | null, marks: ArticleMarks | undefined, article: number) {
  const { reader } = useMessages();
  const say = useSayings();
  const { amend } = useWays();
  const { answer, hitAt, need, positionOf } = useResult();
  const owner = useRef({});
  const hits = useMemo(
    () => [
      ...(marks?.title ?? []).map((span) => ({ field: 'title' as const, span })),
      ...(marks?.body ?? []).map((span) => ({ field: 'body' as const, span })),
    ],
    [marks],
  );
  const [at, setAt] = useState(-1);
  const [awaited, setAwaited] = useState<{ position: number; step: 1 | -1 } | null>(null);

  const go = useCallback(
    (next: number, aloud: boolean) => {
      const hit = hits[next];
      if (fields === null || hit === undefined) return;
      setAt(next);
      const range = rangeOf(fields[hit.field], hit.span);
      if (range === undefined) return;
      paint(owner.current, new Map([['hit-now', [range]]]));
      scrollTo(liveRange(range), aloud);
      if (aloud) announce(reader.hitAnnounced(say.number(next + 1), say.number(hits.length)));
    },
    [fields, hits, reader, say],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new article or new marks begin the walk
  useEffect(() => {
    setAt(-1);
    wipe(owner.current);
    if (fields === null || hits.length === 0) return;
    const first = entry === 'last' ? hits.length - 1 : 0;
    const walked = entry !== null;
    entry = null;
    // Opening an article does not scroll it: the beginning is what one wants to see, unless F3 led here.
    if (walked) go(first, true);
    else {
      setAt(first);
      const range = rangeOf(fields[hits[first]!.field], hits[first]!.span);
      if (range !== undefined) paint(owner.current, new Map([['hit-now', [range]]]));
    }
    const mine = owner.current;
    return () => wipe(mine);
  }, [fields, hits, article]);

  const beyond = useCallback(
    (step: 1 | -1) => {
      const position = positionOf(article);
      const next = position + step;
      if (position < 0 || next < 0 || next >= (answer === undefined ? 0 : answer.total - answer.folded)) return;
      need(next, next);
      const hit = hitAt(next);
      // The next page of the list may still be on its way: the walk goes on when it is there.
      if (hit === undefined) return setAwaited({ position: next, step });
      setAwaited(null);
      entry = step === 1 ? 'first' : 'last';
      amend({ article: hit.id });
    },
    [answer, article, amend, hitAt, need, positionOf],
  );
  useEffect(() => {
    if (awaited !== null && hitAt(awaited.position) !== undefined) beyond(awaited.step);
  }, [awaited, hitAt, beyond]);
  const step = useCallback(
    (by: 1 | -1) => {
      const next = at + by;
      if (next >= 0 && next < hits.length) go(next, true);
      else beyond(by);
    },
    [at, hits.length, go, beyond],
  );
  const now = hits[at];
  const spans = useMemo(() => (marks?.body ?? []).map(({ start }) => start), [marks]);
  return {
    spans,
    count: hits.length,
    at,
    now,
    next: useCallback(() => step(1), [step]),
    previous: useCallback(() => step(-1), [step]),
  };
}

/** Brings a passage into view at once and outlines it for a moment. */
export function scrollTo(range: Range, outline = true): void {
  const element = range.startContainer.parentElement;
  const page = element?.closest<HTMLElement>('.page');
  if (element === null || element === undefined || page === null || page === undefined) return;
  // A far paragraph is not laid out until it comes near: first the paragraph, then the line in it.
  const inSight = ({ top, bottom }: DOMRect) => {
    const box = page.getBoundingClientRect();
    return top > box.top + 48 && bottom < box.bottom - 48;
  };
  if (!inSight(range.getBoundingClientRect())) {
    element.scrollIntoView({ block: 'start' });
    const box = page.getBoundingClientRect();
    page.scrollTop += range.getBoundingClientRect().top - box.top - box.height * 0.36;
  }
  if (!outline) return;
  const rect = range.getClientRects()[0];
  const frame = page.getBoundingClientRect();
  if (rect === undefined) return;
  const ring = document.createElement('div');
  ring.className = 'ring';
  Object.assign(ring.style, {
    left: `${rect.left - frame.left + page.scrollLeft - 3}px`,
    top: `${rect.top - frame.top + page.scrollTop - 3}px`,
    width: `${rect.width + 6}px`,
    height: `${rect.height + 6}px`,
  });
  page.append(ring);
  setTimeout(() => ring.remove(), outlined);
}
