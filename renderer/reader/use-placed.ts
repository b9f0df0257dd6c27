import { useEffect, useState } from 'react';
import type { ArticleField, Span } from '../../archive/contract/values.ts';
import type { Desk } from './desk.tsx';
import { type Placed, placeSpans } from './places.ts';

/** Pixels of scrolling after which places are looked up again; less than what is placed beyond the edges. */
const stride = 300;

type Sheet = Pick<Desk, 'frame' | 'page' | 'fields'>;

/**
 * What stands in and near the visible part of a text, with the heights of its first lines; kept in step with scrolling
 * and with the width of the text. `spanOf` must hold still.
 */
export function usePlaced<Thing>(
  { frame, page, fields }: Sheet,
  things: readonly Thing[],
  spanOf: (thing: Thing) => { field: ArticleField; span: Span | null },
): Placed<Thing>[] {
  const [placed, setPlaced] = useState<Placed<Thing>[]>([]);
  useEffect(() => {
    const scroller = page.current;
    const sheet = frame.current;
    if (scroller === null || sheet === null || fields === null || things.length === 0) return setPlaced([]);
    let asked = 0;
    let from = Number.NaN;
    const place = () => {
      asked = 0;
      from = scroller.scrollTop;
      setPlaced(placeSpans(sheet, scroller, fields, things, spanOf));
    };
    const soon = () => {
      asked ||= requestAnimationFrame(place);
    };
    const moved = () => {
      // What stands beyond the edges was placed as well: a short way needs nothing new.
      if (Math.abs(scroller.scrollTop - from) > stride) soon();
    };
    soon();
    scroller.addEventListener('scroll', moved, { passive: true });
    const resized = new ResizeObserver(soon);
    resized.observe(sheet);
    return () => {
      cancelAnimationFrame(asked);
      scroller.removeEventListener('scroll', moved);
      resized.disconnect();
    };
  }, [frame, page, fields, things, spanOf]);
  return placed;
}
