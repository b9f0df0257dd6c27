import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { AlikePair, Entity } from '../../archive/contract/entities.ts';
import { useMessages } from '../i18n/messages.tsx';
import { Act, Mark } from '../ui/controls.tsx';
import { Empty, Unanswered } from '../ui/states.tsx';
import { useArchive } from '../view/archive.tsx';
import { useWays } from '../view/place.tsx';
import { useCuration } from './use-curation.ts';

/** Pairs that are drawn at once. */
const step = 50;

/** The pairs of names that wait for the person's word, as many as are drawn, and how many there are. */
export function useAlike(limit = step) {
  const client = useArchive();
  return useQuery({
    queryKey: ['entities', 'alike', limit],
    queryFn: ({ signal }) => client.entities.alike({ limit }, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** The pairs of names that may be one, answered one after another. */
export function AlikeList() {
  const { names } = useMessages();
  const [limit, setLimit] = useState(step);
  const { data, error, refetch } = useAlike(limit);
  const list = useRef<HTMLUListElement>(null);
  /** The place of the pair answered last: the next one comes there, and the keyboard with it. */
  const answered = useRef<number | null>(null);
  useEffect(() => {
    if (data === undefined || answered.current === null) return;
    const rows = list.current?.children ?? [];
    const at = Math.min(answered.current, rows.length - 1);
    answered.current = null;
    if (document.activeElement === document.body) rows[at]?.querySelector<HTMLElement>('.btn')?.focus();
  }, [data]);
  if (data === undefined) return <Unanswered error={error} onAgain={() => void refetch()} />;
  if (data.pairs.length === 0) return <Empty title={names.noAlike} more={names.noAlikeMore} />;
  return (
    <>
      <ul className="alike" ref={list}>
        {data.pairs.map((pair, at) => (
          <Pair
            key={`${pair.one.id} ${pair.other.id}`}
            pair={pair}
            onAnswer={() => {
              answered.current = at;
            }}
          />
        ))}
      </ul>
      {data.pairs.length < data.total && (
        <p className="names-once">
          <Act kind="link" onPress={() => setLimit(limit + step)}>
            {names.moreAlike(data.total - data.pairs.length)}
          </Act>
        </p>
      )}
    </>
  );
}

function Pair({ pair: { one, other, evidence }, onAnswer }: { pair: AlikePair; onAnswer(): void }) {
  const { names } = useMessages();
  const curate = useCuration();
  const { kind } = one;
  const both = `${one.name}, ${other.name}`;
  const answer = (step: Parameters<typeof curate>[0], said: string) => () => curate(step, said, onAnswer);
  return (
    <li>
      <div>
        <Name of={one} />
        <Name of={other} />
        <p className="dim">{evidence.map((each) => names.evidence[each]).join(', ')}</p>
      </div>
      <Act
        aria-label={`${names.yes[kind]}: ${both}`}
        onPress={answer({ step: 'merge', from: other.id, into: one.id }, names.merged)}
      >
        {names.yes[kind]}
      </Act>
      <Act
        aria-label={`${names.other[kind]}: ${both}`}
        onPress={answer({ step: 'distinct', entity: one.id, other: other.id }, names.distinct)}
      >
        {names.other[kind]}
      </Act>
    </li>
  );
}

function Name({ of: { id, kind, name, articles } }: { of: Entity }) {
  const { frame } = useMessages();
  const { show } = useWays();
  return (
    <button type="button" onClick={() => show({ entity: id })}>
      <Mark person={kind === 'person'} />
      <span className="name">{name}</span>
      <span className="num dim">{frame.articles(articles)}</span>
    </button>
  );
}
