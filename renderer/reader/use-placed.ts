import { useEffect, useState } from 'react';
import type { ArticleField, Span } from '../../archive/contract/values.ts';
import type { Desk } from './desk.tsx';
import { type Placed, placeSpans } from './places.ts';

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
    const place = () => {
      asked = 0;
      setPlaced(placeSpans(sheet, scroller, fields, things, spanOf));
    };
    const soon = () => {
      asked ||= requestAnimationFrame(place);
    };
    soon();
    scroller.addEventListener('scroll', soon, { passive: true });
    const resized = new ResizeObserver(soon);
    resized.observe(sheet);
    return () => {
      cancelAnimationFrame(asked);
      scroller.removeEventListener('scroll', soon);
      resized.disconnect();
    };
  }, [frame, page, fields, things, spanOf]);
  return placed;
}
