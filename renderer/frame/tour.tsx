import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../i18n/messages.tsx';
import { Act } from '../ui/controls.tsx';
import { useKeys } from '../ui/keys.ts';
import { usePlace } from '../view/place.tsx';

/** What the walk shows, in its order: a part of the window and the sentence about it, by one name. */
const stops = {
  query: '.query, #query',
  facets: '.facets, .refine',
  results: '.results',
  sheet: '.sheet',
  tray: '.tray',
  palette: '.mast .side',
} as const;
type Stop = keyof typeof stops;

interface Frame {
  top: number;
  left: number;
  width: number;
  height: number;
}

/** The first visible part that a stop names, with a little air around it. */
function frameOf(stop: Stop): Frame | undefined {
  for (const element of document.querySelectorAll(stops[stop])) {
    const { top, left, width, height } = element.getBoundingClientRect();
    if (width > 0 && height > 0) return { top: top - 2, left: left - 2, width: width + 4, height: height + 4 };
  }
  return undefined;
}

/** A walk around the window for whoever sees it first; nothing is covered, and Esc ends it. */
export function Tour({ onClose }: { onClose(): void }) {
  const { tour, frame: words } = useMessages();
  const { view, show } = usePlace();
  const names = Object.keys(stops) as Stop[];
  const [at, setAt] = useState(0);
  const [frame, setFrame] = useState<Frame>();
  const card = useRef<HTMLElement>(null);
  const stop = names[at]!;
  const onSearch = view.section === 'search' && !view.reading;
  useKeys({ Escape: onClose });
  useEffect(() => {
    if (!onSearch) show({ section: 'search', reading: false });
  }, [onSearch, show]);
  useEffect(() => {
    const look = () => setFrame(frameOf(stop));
    const timer = setTimeout(look, onSearch ? 0 : 100);
    window.addEventListener('resize', look);
    card.current?.focus();
    return () => {
      clearTimeout(timer);
      window.removeEventListener('resize', look);
    };
  }, [stop, onSearch]);
  const last = at === names.length - 1;
  return (
    <>
      {frame !== undefined && <div className="tour-frame" style={frame} aria-hidden="true" />}
      <section ref={card} className="tour" tabIndex={-1} aria-label={tour.title} aria-live="polite">
        <p className="label num">{tour.step(at + 1, names.length)}</p>
        <h2>{tour.stops[stop][0]}</h2>
        <p>{tour.stops[stop][1]}</p>
        <div className="acts">
          {at > 0 && <Act onPress={() => setAt(at - 1)}>{tour.before}</Act>}
          <Act kind="main" onPress={() => (last ? onClose() : setAt(at + 1))}>
            {last ? words.close : tour.next}
          </Act>
          {!last && (
            <Act kind="link" onPress={onClose}>
              {tour.skip}
            </Act>
          )}
        </div>
      </section>
    </>
  );
}
