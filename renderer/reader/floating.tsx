import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { belowPassage, type Desk, type Passage } from './desk.tsx';

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
