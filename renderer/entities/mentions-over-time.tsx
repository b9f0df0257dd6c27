import { useRef, useState } from 'react';
import type { EntityPage } from '../../archive/contract/entities.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { filledBars } from '../search/bars.ts';
import { useOpenArticles } from './entity-page.tsx';

/** How many articles name them in each period; a click opens those of one bar. */
export function MentionsOverTime({ page }: { page: EntityPage }) {
  const { names, frame, search } = useMessages();
  const say = useSayings();
  const openArticles = useOpenArticles();
  const plot = useRef<HTMLDivElement>(null);
  const [under, setUnder] = useState<number | null>(null);
  const bars = filledBars({ step: 'day', bars: page.timeline, undated: 0 });
  if (bars.length < 2) return null;
  const highest = Math.max(...bars.map(({ count }) => count));
  const at = (event: React.PointerEvent | React.MouseEvent) => {
    const { left, width } = plot.current!.getBoundingClientRect();
    return Math.max(0, Math.min(bars.length - 1, Math.floor(((event.clientX - left) / width) * bars.length)));
  };
  const bar = under === null ? undefined : bars[under];
  const dated = bars.reduce((sum, { count }) => sum + count, 0);
  const busiest = bars.reduce((best, one) => (one.count > best.count ? one : best));
  return (
    <section className="sec over-time">
      <h2 className="h">
        {names.mentions}
        <span>{bar === undefined ? '' : `${say.date(bar.period)}: ${say.number(bar.count)}`}</span>
      </h2>
      <div
        ref={plot}
        className="over-time-plot"
        aria-hidden="true"
        onPointerMove={(event) => setUnder(at(event))}
        onPointerLeave={() => setUnder(null)}
        onClick={(event) => {
          const { period } = bars[at(event)]!;
          openArticles(page, [], { from: period, to: period });
        }}
      >
        {bars.map(({ period, count }, position) => (
          <span key={period} className={position === under ? 'under' : ''}>
            <i style={{ height: `${(100 * count) / highest}%` }} />
          </span>
        ))}
      </div>
      <div className="axis num" aria-hidden="true">
        <span>{say.date(bars[0]!.period)}</span>
        <span>{say.date(bars.at(-1)!.period)}</span>
      </div>
      <p className="sr">
        {search.histogram(
          frame.articles(dated),
          say.period(bars[0]!.period, bars.at(-1)!.period),
          say.date(busiest.period),
        )}
      </p>
    </section>
  );
}
