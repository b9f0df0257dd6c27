import { useRef, useState } from 'react';
import type { SearchAnswer } from '../../archive/contract/search.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { Act } from '../ui/controls.tsx';
import { useWays } from '../view/place.tsx';
import { type Bar, barsWithin, filledBars } from './bars.ts';
import type { Conditions } from './question.ts';

/** Articles over time: a click takes one bar, a drag a range, the two handles move by the arrow keys. */
export function HistogramBrush({ answer, conditions }: { answer: SearchAnswer; conditions: Conditions }) {
  const { search, frame } = useMessages();
  const say = useSayings();
  const { ask } = useWays();
  const { from, to, undated } = conditions;
  const bars = filledBars(answer.histogram);
  const narrowed = from !== null || to !== null;
  const [first, last] = barsWithin(bars, from, to);
  if (bars.length === 0 && answer.histogram.undated === 0) return null;
  const take = (a: number, b: number) => {
    const [start, end] = [bars[Math.min(a, b)], bars[Math.max(a, b)]];
    if (start === undefined || end === undefined) return;
    const whole = Math.min(a, b) === 0 && Math.max(a, b) === bars.length - 1;
    ask(whole ? { from: null, to: null } : { from: start.period, to: end.period, undated: false });
  };
  return (
    <section className="hist" aria-label={search.time}>
      <h3>
        {search.time}
        <span>{narrowed ? say.period(from, to) : ''}</span>
      </h3>
      {bars.length > 1 && <Plot bars={bars} first={first} last={last} narrowed={narrowed} onTake={take} />}
      <div className="axis num">
        <span>{bars.length > 0 ? say.date(bars[0]!.period) : ''}</span>
        {answer.histogram.undated > 0 ? (
          <Act kind="link" aria-pressed={undated} onPress={() => ask({ undated: !undated, from: null, to: null })}>
            {search.undatedCount(say.number(answer.histogram.undated))}
          </Act>
        ) : (
          <span>{bars.length > 1 ? say.date(bars.at(-1)!.period) : ''}</span>
        )}
      </div>
      <p className="sr">
        {bars.length > 0 &&
          search.histogram(
            frame.articles(bars.reduce((sum, { count }) => sum + count, 0)),
            say.period(bars[0]!.period, bars.at(-1)!.period),
            say.date(bars.reduce((best, bar) => (bar.count > best.count ? bar : best)).period),
          )}
      </p>
    </section>
  );
}

interface PlotProps {
  bars: Bar[];
  first: number;
  last: number;
  narrowed: boolean;
  onTake(first: number, last: number): void;
}

function Plot({ bars, first, last, narrowed, onTake }: PlotProps) {
  const { search } = useMessages();
  const say = useSayings();
  const plot = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<[number, number] | null>(null);
  const highest = Math.max(1, ...bars.map(({ count }) => count));
  const [low, high] = drag === null ? [first, last] : [Math.min(...drag), Math.max(...drag)];
  const shown = narrowed || drag !== null;
  const at = (event: React.PointerEvent) => {
    const { left, width } = plot.current!.getBoundingClientRect();
    return Math.max(0, Math.min(bars.length - 1, Math.floor(((event.clientX - left) / width) * bars.length)));
  };
  const percent = (n: number) => `${(100 * n) / bars.length}%`;
  const handle = (which: 'from' | 'to', position: number) => (
    <div
      role="slider"
      tabIndex={0}
      className={`handle ${which}`}
      style={{ left: percent(which === 'from' ? position : position + 1) }}
      aria-label={search[which]}
      aria-valuemin={0}
      aria-valuemax={bars.length - 1}
      aria-valuenow={position}
      aria-valuetext={say.date(bars[position]?.period ?? null)}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        const moved = Math.max(0, Math.min(bars.length - 1, position + step));
        if (which === 'from') onTake(Math.min(moved, last), last);
        else onTake(first, Math.max(moved, first));
      }}
    />
  );
  return (
    <div
      ref={plot}
      className="plot"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        // A handle drags its own end; the other stays.
        const target = event.target as HTMLElement;
        const anchor = target.matches('.handle.from') ? last : target.matches('.handle.to') ? first : at(event);
        setDrag([anchor, at(event)]);
      }}
      onPointerMove={(event) => drag !== null && setDrag([drag[0], at(event)])}
      onPointerUp={() => {
        if (drag !== null) onTake(...drag);
        setDrag(null);
      }}
      onPointerCancel={() => setDrag(null)}
    >
      {bars.map(({ period, count }, position) => (
        <i
          key={period}
          className={shown && (position < low || position > high) ? 'bar-off' : 'bar'}
          style={{ height: `${(100 * count) / highest}%` }}
        />
      ))}
      {shown && <span className="brush" style={{ left: percent(low), width: percent(high - low + 1) }} />}
      {handle('from', low)}
      {handle('to', high)}
    </div>
  );
}
