import { Bookmark } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import type { Annotation } from '../../archive/contract/annotations.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { Icon } from '../ui/controls.tsx';
import { useSettings } from '../view/settings.tsx';
import type { Desk } from './desk.tsx';
import { markSaid } from './mark-name.ts';
import { Letter } from './pencils.tsx';
import { type Placed, spread } from './places.ts';
import { usePlaced } from './use-placed.ts';

interface MarginProps {
  desk: Desk;
  /** Whether notes have room beside the text; else only their letters. */
  wide: boolean;
}

const itself = (mark: Annotation) => mark;

/** The person's notes beside their lines, sewn to them; where there is no room, their letters in the gutter. */
export function Margin({ desk, wide }: MarginProps) {
  const placed = usePlaced(desk, desk.annotations, itself);
  const Side = wide ? Notes : Letters;
  return <Side placed={placed} current={desk.current} onOpen={(id) => desk.open(id, true)} />;
}

/** What stands for a mark in the margin: its pencil's letter, or a ribbon. */
export const Sign = ({ mark }: { mark: Annotation }) =>
  mark.bookmark ? (
    <span className="ribbon" aria-hidden="true">
      <Icon of={Bookmark} />
    </span>
  ) : (
    <Letter pencil={mark.pencil} />
  );

type SideProps = { placed: Placed<Annotation>[]; current: number | null; onOpen(id: number): void };

function Notes({ placed, current, onOpen }: SideProps) {
  const { annotation } = useMessages();
  const say = useSayings();
  const { settings } = useSettings();
  const column = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const notes = [...(column.current?.children ?? [])] as HTMLElement[];
    const heights = notes.map((note) => note.offsetHeight);
    const at = placed.findIndex(({ of: mark }) => mark.id === current);
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
      {placed.map(({ of: mark }) => (
        <button
          key={mark.id}
          type="button"
          className={`mn ${mark.bookmark ? '' : mark.pencil}${mark.id === current ? ' current' : ''}`}
          aria-label={markSaid(annotation, settings.pencils, mark, 80)}
          onClick={() => onOpen(mark.id)}
        >
          <span className="who">
            <Sign mark={mark} /> {mark.bookmark ? annotation.bookmark : settings.pencils[mark.pencil]},{' '}
            {say.moment(mark.createdAt)}
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
      {placed.map(({ of: mark }, at) => (
        <button
          key={mark.id}
          type="button"
          className={mark.id === current ? 'tab current' : 'tab'}
          style={{ top: (tops[at] ?? 0) + 2 }}
          aria-label={mark.bookmark ? annotation.bookmark : annotation.openNote(settings.pencils[mark.pencil])}
          onClick={() => onOpen(mark.id)}
        >
          <Sign mark={mark} />
        </button>
      ))}
    </div>
  );
}
