import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Hit } from '../../archive/contract/search.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { usePlace } from '../view/place.tsx';
import { useSettings } from '../view/settings.tsx';
import { orderOf } from './question.ts';
import { useResult } from './result.tsx';
import { ResultRow } from './result-row.tsx';
import { type RowAsked, RowMenu } from './row-menu.tsx';

/** Heights before a row is measured, by density, CSS pixels. */
const estimate = { roomy: 126, line: 60, list: 28 } as const;

/** The month a row is listed under; rows of a year alone, or without a date, have none. */
const monthOf = (hit: Hit | undefined): string | null =>
  hit?.date !== null && hit?.date !== undefined && hit.date.length >= 7 ? hit.date.slice(0, 7) : null;

/** The articles found, as many as there are: only the rows in sight exist. */
export function ResultList({ total }: { total: number }) {
  const { search } = useMessages();
  const say = useSayings();
  const { view, show, amend } = usePlace();
  const { settings } = useSettings();
  const { answer, old, hitAt, need, positionOf, unfolded, turn } = useResult();
  const scroller = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<RowAsked | null>(null);
  const byDate = orderOf(view.question) !== 'relevance';
  // Asked for every row there is, seen or not: articles have their ids, rows that did not come yet numbers below zero.
  const keyAt = useCallback((position: number) => hitAt(position)?.id ?? -1 - position, [hitAt]);
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate[settings.density],
    overscan: 3,
    getItemKey: keyAt,
  });
  const items = rows.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = items.at(-1)?.index ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer has other rows in the same places
  useEffect(() => need(from, to), [need, from, to, answer]);

  const current = positionOf(view.article);
  useEffect(() => {
    if (current >= 0) rows.scrollToIndex(current, { align: 'auto' });
  }, [current, rows]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question or order begins at the top
  useEffect(() => {
    if (current < 0) scroller.current?.scrollTo({ top: 0 });
  }, [view.question]);

  const open = (position: number) => {
    const hit = hitAt(position);
    if (hit !== undefined) amend({ article: hit.id });
  };
  /** Keys pressed while the result is still that of a former query are for the one that comes. */
  const held = useRef<React.KeyboardEvent[]>([]);
  const press = (event: React.KeyboardEvent) => {
    if (!old) return act(event);
    event.preventDefault();
    held.current.push(event);
  };
  useEffect(() => {
    if (old) return;
    for (const event of held.current.splice(0)) act(event);
  });
  const act = (event: React.KeyboardEvent) => {
    const page = Math.max(1, to - from - 2);
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = Math.max(0, Math.min(total - 1, current < 0 ? 0 : current + step));
      need(next, next);
      open(next);
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      const next = event.key === 'Home' ? 0 : total - 1;
      need(next, next);
      rows.scrollToIndex(next);
      open(next);
    } else if ((event.key === 'ArrowRight' || event.key === 'ArrowLeft') && current >= 0) {
      const hit = hitAt(current);
      const story = hit?.reprintOf ?? hit?.id ?? 0;
      const folds = unfolded.includes(story);
      if (folds === (event.key === 'ArrowRight') || (!folds && hit?.reprints.length === 0)) return;
      event.preventDefault();
      if (hit?.reprintOf != null) amend({ article: story });
      turn(story);
    } else if (event.key === 'Enter' && current >= 0) {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) show({ reading: true });
      else document.querySelector<HTMLElement>('.sheet .page')?.focus();
    }
  };
  /** The row under the pointer; by the menu key, the current one. */
  const askMenu = (event: React.MouseEvent) => {
    const under = event.target instanceof Element ? event.target.closest('[data-index]') : null;
    const position = under === null ? current : Number(under.getAttribute('data-index'));
    const hit = hitAt(position);
    if (hit === undefined) return;
    event.preventDefault();
    const box = document.getElementById(`row-${position}`)?.getBoundingClientRect();
    const byKey = under === null && box !== undefined;
    setAsked({ hit, x: byKey ? box.left + 24 : event.clientX, y: byKey ? box.top + 24 : event.clientY });
  };
  const monthCounts = new Map(
    answer?.histogram.step === 'month' ? answer.histogram.bars.map(({ period, count }) => [period, count]) : [],
  );
  const month = (period: string) => (
    <div className="month">
      {say.month(period)}
      {monthCounts.has(period) && <span className="num">{say.number(monthCounts.get(period) ?? 0)}</span>}
    </div>
  );
  const topMonth = byDate ? monthOf(hitAt(rows.range?.startIndex ?? from)) : null;
  const pushed = (rows.scrollOffset ?? 0) > 4;

  return (
    <div className="list-frame">
      {topMonth !== null && pushed && (
        <div className="month-top" aria-hidden="true">
          {month(topMonth)}
        </div>
      )}
      <div
        ref={scroller}
        className={old ? 'list scroll old' : 'list scroll'}
        role="listbox"
        aria-label={search.list}
        aria-activedescendant={current >= 0 ? `row-${current}` : undefined}
        tabIndex={0}
        onKeyDown={press}
        onContextMenu={askMenu}
      >
        <div role="presentation" className="list-inner" style={{ height: rows.getTotalSize() }}>
          {items.map((item) => {
            const hit = hitAt(item.index);
            const own = byDate ? monthOf(hit) : null;
            const heads = own !== null && own !== monthOf(hitAt(item.index - 1));
            return (
              <div
                key={item.key}
                role="presentation"
                ref={rows.measureElement}
                data-index={item.index}
                className="list-item"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {heads && own !== null && <div aria-hidden="true">{month(own)}</div>}
                <div
                  id={`row-${item.index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={item.index === current}
                  aria-setsize={total}
                  aria-posinset={item.index + 1}
                  draggable={hit !== undefined}
                  onDragStart={(event) => {
                    event.dataTransfer.setData('application/x-podshivka-article', String(hit?.id));
                    // What any other program takes of it.
                    event.dataTransfer.setData('text/plain', hit?.title ?? '');
                  }}
                  onClick={(event) => {
                    if (hit !== undefined && (event.target as Element).closest('.prints') !== null) turn(hit.id);
                    else open(item.index);
                    scroller.current?.focus({ preventScroll: true });
                  }}
                  onDoubleClick={() => show({ reading: true })}
                  onKeyDown={undefined}
                >
                  {hit === undefined ? (
                    <div className="waiting-row" style={{ height: estimate[settings.density] }}>
                      <i />
                      <i />
                    </div>
                  ) : (
                    <ResultRow
                      hit={hit}
                      current={item.index === current}
                      density={settings.density}
                      unfolded={unfolded.includes(hit.id)}
                    />
                  )}
                </div>
              </div>
            );
          })}
        </div>
      </div>
      {asked !== null && <RowMenu asked={asked} onClose={() => setAsked(null)} />}
    </div>
  );
}
