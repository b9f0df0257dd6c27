import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Desk, Passage } from './desk.tsx';
import { liveRange, rangeOf } from './ranges.ts';

interface FloatingProps {
  desk: Desk;
  passage: Passage;
  /** Beside the text, sewn to the line, where the margin is visible; else under the line. */
  beside: boolean;
  width: number;
  label: string;
  children: ReactNode;
}

/** Something that floats at a passage of the text and scrolls with it. */
export function Floating({ desk, passage, beside, width, label, children }: FloatingProps) {
  const [place, setPlace] = useState<{ top: number; left: number } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the passage and the frame decide the place
  useLayoutEffect(() => {
    const at = belowPassage(desk.frame, desk, passage);
    const frame = desk.frame.current;
    if (at === undefined || frame === null) return setPlace(null);
    if (beside) return setPlace({ top: at.top - 12, left: 0 });
    const most = frame.clientWidth - width;
    setPlace({ top: at.below + 8, left: Math.max(-12, Math.min(at.left, most)) });
  }, [desk.fields, passage, beside, width]);
  // What opened at the last line in sight is brought into view as a whole.
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (place !== null) box.current?.scrollIntoView({ block: 'nearest' });
  }, [place]);
  if (place === null) return null;
  return (
    <div
      ref={box}
      className={beside ? 'pop floating sewn' : 'pop floating'}
      role="dialog"
      aria-label={label}
      style={beside ? { top: place.top } : { top: place.top, left: place.left, width }}
    >
      {children}
    </div>
  );
}

/** Where a passage begins and its last line ends, in pixels of the text's frame. */
function belowPassage(frame: RefObject<HTMLElement | null>, desk: Desk, { field, span }: Passage) {
  const range = desk.fields === null ? undefined : rangeOf(desk.fields[field], span);
  if (range === undefined || frame.current === null) return undefined;
  const box = frame.current.getBoundingClientRect();
  const lines = liveRange(range).getClientRects();
  const [first, last] = [lines[0], lines[lines.length - 1]];
  if (first === undefined || last === undefined) return undefined;
  return { top: first.top - box.top, below: last.bottom - box.top, left: last.left - box.left };
}
