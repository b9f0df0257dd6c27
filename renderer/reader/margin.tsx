import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Annotation } from '../../archive/contract/annotations.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { useSettings } from '../view/settings.tsx';
import type { Fields } from './paint.ts';
import { Letter } from './pencils.tsx';
import { type PlacedMark, placeMarks, spread } from './places.ts';

interface MarginProps {
  frame: RefObject<HTMLElement | null>;
  page: RefObject<HTMLElement | null>;
  fields: Fields | null;
  marks: readonly Annotation[];
  current: number | null;
  /** Whether notes have room beside the text; else only their letters. */
  wide: boolean;
  onOpen(id: number): void;
}

/** The person's notes beside their lines, sewn to them; where there is no room, their letters in the gutter. */
export function Margin({ frame, page, fields, marks, current, wide, onOpen }: MarginProps) {
  const [placed, setPlaced] = useState<PlacedMark[]>([]);
  useEffect(() => {
    const scroller = page.current;
    if (scroller === null) return;
    let asked = 0;
    const place = () => {
      asked = 0;
      if (frame.current !== null && fields !== null) setPlaced(placeMarks(frame.current, scroller, fields, marks));
    };
    const soon = () => {
      asked ||= requestAnimationFrame(place);
    };
    place();
    scroller.addEventListener('scroll', soon, { passive: true });
    const resized = new ResizeObserver(soon);
    if (frame.current !== null) resized.observe(frame.current);
    return () => {
      cancelAnimationFrame(asked);
      scroller.removeEventListener('scroll', soon);
      resized.disconnect();
    };
  }, [frame, page, fields, marks]);
  return wide ? (
    <Notes placed={placed} current={current} onOpen={onOpen} />
  ) : (
    <Letters placed={placed} current={current} onOpen={onOpen} />
  );
}

type SideProps = { placed: PlacedMark[]; current: number | null; onOpen(id: number): void };

function Notes({ placed, current, onOpen }: SideProps) {
  const { annotation } = useMessages();
  const say = useSayings();
  const { settings } = useSettings();
  const column = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const notes = [...(column.current?.children ?? [])] as HTMLElement[];
    const heights = notes.map((note) => note.offsetHeight);
    const at = placed.findIndex(({ mark }) => mark.id === current);
    const tops = spread(
      placed.map(({ top }) => top),
      heights,
      at,
      12,
    );
    notes.forEach((note, index) => {
      note.style.top = `${tops[index] ?? 0}px`;
    });
  });
  return (
    <div ref={column} className="margin">
      {placed.map(({ mark }) => (
        <button
          key={mark.id}
          type="button"
          className={`mn ${mark.pencil}${mark.id === current ? ' current' : ''}`}
          aria-label={annotation.yours(settings.pencils[mark.pencil], mark.quote.exact.slice(0, 80), mark.note)}
          onClick={() => onOpen(mark.id)}
        >
          <span className="who">
            <Letter pencil={mark.pencil} /> {settings.pencils[mark.pencil]}, {say.moment(mark.createdAt)}
          </span>
          {mark.note !== '' && <span className="mn-note">{mark.note}</span>}
          {mark.tags.length > 0 && <span className="tags">{mark.tags.join(', ')}</span>}
        </button>
      ))}
    </div>
  );
}

function Letters({ placed, current, onOpen }: SideProps) {
  const { annotation } = useMessages();
  const { settings } = useSettings();
  const tops = spread(
    placed.map(({ top }) => top),
    placed.map(() => 18),
    -1,
    6,
  );
  return (
    <div className="gutter">
      {placed.map(({ mark }, at) => (
        <button
          key={mark.id}
          type="button"
          className={mark.id === current ? 'tab current' : 'tab'}
          style={{ top: (tops[at] ?? 0) + 2 }}
          aria-label={annotation.openNote(settings.pencils[mark.pencil])}
          onClick={() => onOpen(mark.id)}
        >
          <Letter pencil={mark.pencil} />
        </button>
      ))}
    </div>
  );
}
