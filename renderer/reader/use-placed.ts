import { type RefObject, useCallback, useEffect, useState } from 'react';
import type { ArticleField, Span } from '../../archive/contract/values.ts';
import type { Fields } from './paint.ts';
import { nearSpans, type Placed, placeSpans } from './places.ts';

/** The frame of a text, the page it scrolls in, and where its blocks are. */
interface Sheet {
  frame: RefObject<HTMLElement | null>;
  page: RefObject<HTMLElement | null>;
  fields: Fields | null;
}
type Look<Seen> = (frame: HTMLElement, page: HTMLElement, fields: Fields) => Seen;

/** How long the height of a text must hold still before it is looked at again, milliseconds. */
const rest = 120;

/**
 * What is seen of a text in and near its visible part; looked at again after so many pixels of scrolling, and when the
 * width of the text changes. `look` must hold still; undefined looks at nothing.
 */
function useSeen<Seen>({ frame, page, fields }: Sheet, look: Look<Seen> | undefined, stride: number): Seen | undefined {
  const [seen, setSeen] = useState<Seen>();
  useEffect(() => {
    const scroller = page.current;
    const sheet = frame.current;
    if (scroller === null || sheet === null || fields === null || look === undefined) return setSeen(undefined);
    let asked = 0;
    let from = Number.NaN;
    const again = () => {
      asked = 0;
      from = scroller.scrollTop;
      const now = look(sheet, scroller, fields);
      setSeen(() => now);
    };
    const soon = () => {
      asked ||= requestAnimationFrame(again);
    };
    const moved = () => {
      // What stands beyond the edges was seen as well: a short way needs nothing new.
      if (Math.abs(scroller.scrollTop - from) > stride) soon();
    };
    soon();
    scroller.addEventListener('scroll', moved, { passive: true });
    let width = sheet.clientWidth;
    let rested: ReturnType<typeof setTimeout> | undefined;
    const resized = new ResizeObserver(() => {
      clearTimeout(rested);
      // Paragraphs take their true heights as they come near: looking at each would cost every frame of a scroll.
      if (sheet.clientWidth === width) rested = setTimeout(soon, rest);
      else soon();
      width = sheet.clientWidth;
    });
    resized.observe(sheet);
    return () => {
      cancelAnimationFrame(asked);
      clearTimeout(rested);
      scroller.removeEventListener('scroll', moved);
      resized.disconnect();
    };
  }, [frame, page, fields, look, stride]);
  return seen;
}

const none: Placed<never>[] = [];

/** The things that stand in and near the visible part, with the heights of their first lines. `spanOf` must hold still. */
export function usePlaced<Thing>(
  sheet: Sheet,
  things: readonly Thing[],
  spanOf: (thing: Thing) => { field: ArticleField; span: Span | null },
): Placed<Thing>[] {
  const look: Look<Placed<Thing>[]> = useCallback(
    (frame, page, fields) => placeSpans(frame, page, fields, things, spanOf),
    [things, spanOf],
  );
  return useSeen(sheet, things.length > 0 ? look : undefined, 300) ?? none;
}

/** How far beyond the visible part marks are painted, and after how much scrolling anew, CSS pixels. */
const [painted, repainted] = [1500, 900];

/** The stretches of title and body in and near the visible part; undefined while not asked for. */
export function useNearSpans(sheet: Sheet, asked: boolean): Record<ArticleField, Span> | undefined {
  const look: Look<Record<ArticleField, Span>> = useCallback(
    (_frame, page, fields) => nearSpans(page, fields, painted),
    [],
  );
  return useSeen(sheet, asked ? look : undefined, repainted);
}
