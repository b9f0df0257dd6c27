import { useMemo } from 'react';
import type { Desk } from './desk.tsx';

/** Places on the ruler: more marks than this fall into the same ones. */
const notches = 240;

/** At the right edge: where in the article the found words and the marks are. For the eye only. */
export function Ruler({ desk }: { desk: Desk }) {
  const length = Math.max(1, desk.article?.body.length ?? 1);
  const { fields, walk, annotations } = desk;
  const notched = useMemo(() => {
    const at = (offset: number) => Math.round((notches * offset) / length);
    const seen = new Map<number, string>();
    if (fields === null) return seen;
    for (const { field, span, pencil } of annotations) {
      if (field === 'body' && span !== null) seen.set(at(span.start), pencil);
    }
    return seen;
  }, [annotations, fields, length]);
  const hits = useMemo(
    () => new Set(walk.spans.map((start) => Math.round((notches * start) / length))),
    [walk.spans, length],
  );
  return (
    <div className="rail" aria-hidden="true">
      {[...hits].map((at) => (
        <i key={`h${at}`} className="h" style={{ top: `${(100 * at) / notches}%` }} />
      ))}
      {[...notched].map(([at, pencil]) => (
        <i key={at} className={pencil} style={{ top: `${(100 * at) / notches}%` }} />
      ))}
    </div>
  );
}
