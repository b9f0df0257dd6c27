import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Comparison as Compared } from '../../archive/contract/reading.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { announce } from '../ui/announce.ts';
import { IconButton } from '../ui/controls.tsx';
import { useKeys } from '../ui/keys.ts';
import { useArchive } from '../view/archive.tsx';
import { useWays } from '../view/place.tsx';
import type { Desk } from './desk.tsx';
import { type Fields, type Layer, paint, wipe } from './paint.ts';
import { percent } from './percent.ts';
import { liveRange, rangeOf } from './ranges.ts';
import { scrollTo } from './use-hit-walk.ts';

type Side = 'before' | 'after';
type Difference = Compared['differences'][number];

/** Letters of a difference that are said aloud. */
const said = 200;

function rangesOf(fields: Fields, differences: readonly Difference[], side: Side): StaticRange[] {
  return differences.flatMap((one) => rangeOf(fields[one.field], one[side]) ?? []);
}

/** The bar over two articles that are compared: how much they share, and a walk over their differences in both texts. */
export function ComparisonBar({ mine, theirs }: { mine: Desk; theirs: Desk }) {
  const { reader } = useMessages();
  const say = useSayings();
  const { show } = useWays();
  const client = useArchive();
  const [id, other] = [mine.article?.id ?? 0, theirs.article?.id ?? 0];
  const { data } = useQuery({
    queryKey: ['related', 'comparison', id, other],
    queryFn: ({ signal }) => client.articles.compare({ id, other }, { signal }),
    enabled: id > 0 && other > 0,
  });
  const { at, step } = useDifferenceWalk(mine, theirs, data);
  useKeys({ F7: () => step(1), 'Shift+F7': () => step(-1) });
  const count = data?.differences.length ?? 0;
  const sentence =
    count > 0 ? reader.differences(count) : data?.likeness === 0 ? reader.tooUnlike : reader.noDifferences;
  return (
    <div className="compare-bar" role="toolbar" aria-label={reader.comparison}>
      {data !== undefined && (
        <span role="status">
          <b>{sentence}</b>
          {count > 0 && `, ${reader.likeness(percent(say, data.likeness))}`}
        </span>
      )}
      <span className="grow" />
      {count > 0 && (
        <span className="pos">
          <IconButton icon={ChevronUp} label={reader.previousDifference} keys="Shift+F7" onPress={() => step(-1)} />
          <span className="num">{reader.position(say.number(at + 1), say.number(count))}</span>
          <IconButton icon={ChevronDown} label={reader.nextDifference} keys="F7" onPress={() => step(1)} />
        </span>
      )}
      <IconButton icon={X} label={reader.closeComparison} onPress={() => show({ beside: null, compare: false })} />
    </div>
  );
}

/** Paints the differences into both texts and walks them: each step brings the place into view on both sides. */
function useDifferenceWalk(mine: Desk, theirs: Desk, data: Compared | undefined) {
  const { reader } = useMessages();
  const [at, setAt] = useState(-1);
  const [all, now] = [useRef({}), useRef({})];
  const { fields: left } = mine;
  const { fields: right } = theirs;
  const differences = data?.differences;
  useEffect(() => {
    setAt(-1);
    if (left === null || right === null || differences === undefined) return;
    const painted = new Map<Layer, AbstractRange[]>([
      ['only-here', rangesOf(left, differences, 'before')],
      ['only-there', rangesOf(right, differences, 'after')],
    ]);
    const [owner, current] = [all.current, now.current];
    paint(owner, painted);
    return () => {
      wipe(owner);
      wipe(current);
    };
  }, [left, right, differences, all, now]);
  const step = useCallback(
    (by: 1 | -1) => {
      if (left === null || right === null || differences === undefined || differences.length === 0) return;
      const next =
        at < 0 ? (by === 1 ? 0 : differences.length - 1) : (at + by + differences.length) % differences.length;
      const one = differences[next]!;
      setAt(next);
      const places = [
        ...shown(left, one, 'before', mine.article?.[one.field].length ?? 0),
        ...shown(right, one, 'after', theirs.article?.[one.field].length ?? 0),
      ];
      paint(now.current, new Map([['chosen', places]]));
      for (const place of places) scrollTo(liveRange(place));
      const text = (desk: Desk, side: Side) =>
        desk.article?.[one.field].slice(one[side].start, one[side].end).slice(0, said) ?? '';
      const [before, after] = [text(mine, 'before'), text(theirs, 'after')];
      if (before === '') announce(reader.differenceAdded(after));
      else if (after === '') announce(reader.differenceLeft(before));
      else announce(reader.difference(before, after));
    },
    [at, differences, left, right, mine, theirs, reader, now],
  );
  return { at, step };
}

/** The place of a difference in one text; where that text has nothing, the letter before it. */
function shown(fields: Fields, one: Difference, side: Side, length: number): StaticRange[] {
  const { start, end } = one[side];
  const span = end > start ? { start, end } : { start: Math.max(0, start - 1), end: Math.min(length, start + 1) };
  const range = rangeOf(fields[one.field], span);
  return range === undefined ? [] : [range];
}
