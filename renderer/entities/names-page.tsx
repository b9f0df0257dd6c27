import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, Search } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Entity } from '../../archive/contract/entities.ts';
import { useMessages } from '../i18n/messages.tsx';
import { Act, Icon, Mark } from '../ui/controls.tsx';
import { ChoiceMenu } from '../ui/menu.tsx';
import { PageView } from '../ui/page-view.tsx';
import { Segments } from '../ui/segments.tsx';
import { Empty, Unanswered } from '../ui/states.tsx';
import { useArchive } from '../view/archive.tsx';
import { usePlace, useWays } from '../view/place.tsx';
import { AlikeList, useAlike } from './alike-list.tsx';

type Kind = 'all' | Entity['kind'];
/** What the page shows: names, or those of them that may be one. */
type Shown = Kind | 'alike';
type Sort = 'articles' | 'name';
const kinds: readonly Kind[] = ['all', 'person', 'organization'];

/** Everyone and everything the articles name. */
export function NamesPage() {
  const client = useArchive();
  const { names } = useMessages();
  const { view, amend } = usePlace();
  const [kind, setKind] = useState<Kind>('all');
  const [sort, setSort] = useState<Sort>('articles');
  const [filter, setFilter] = useState('');
  const [all, setAll] = useState(false);
  // Who was named once only would bury the others; a search for a name looks among them too.
  const least = all || filter !== '' ? 1 : 2;
  const { data, error, refetch } = useQuery({
    queryKey: ['entities', kind, sort, filter, least],
    queryFn: ({ signal }) =>
      client.entities.list({ kind: kind === 'all' ? null : kind, filter, sort, least, limit: 20_000 }, { signal }),
    placeholderData: keepPreviousData,
    enabled: !view.alike,
  });
  const alike = useAlike().data?.total ?? 0;
  const choices: Shown[] = alike > 0 || view.alike ? [...kinds, 'alike'] : [...kinds];
  const choose = (next: Shown) => {
    amend({ alike: next === 'alike' });
    if (next !== 'alike') setKind(next);
  };
  const nameOf = (one: Shown) => (one === 'alike' ? names.alike(alike) : names.kinds[one]);
  // A state, so that the list is drawn again when it is there: known names come in the same moment as the page.
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  return (
    <PageView
      title={names.title}
      sub={view.alike ? alike > 0 && names.alikePairs(alike) : data !== undefined && names.total(data.total)}
      scroller={setScroller}
    >
      <div className="names-bar">
        {!view.alike && (
          <label className="field">
            <Icon of={Search} />
            <input
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
              placeholder={names.filter}
              aria-label={names.filter}
            />
          </label>
        )}
        <Segments<Shown>
          label={names.kind}
          value={view.alike ? 'alike' : kind}
          options={choices.map((one) => [one, nameOf(one)] as const)}
          onChange={choose}
        />
        <span className="grow" />
        {!view.alike && (
          <ChoiceMenu<Sort>
            label={names.sort}
            value={sort}
            options={(['articles', 'name'] as const).map((one) => [one, names.sorts[one]] as const)}
            onChange={setSort}
          >
            <Button className="select" aria-label={`${names.sort}: ${names.sorts[sort]}`}>
              {names.sorts[sort]}
              <Icon of={ChevronDown} size={14} />
            </Button>
          </ChoiceMenu>
        )}
      </div>
      {view.alike ? (
        <AlikeList />
      ) : data === undefined ? (
        <Unanswered error={error} onAgain={() => void refetch()} />
      ) : data.entities.length === 0 && data.once === 0 ? (
        filter === '' ? (
          <Empty title={names.empty} more={names.emptyMore} />
        ) : (
          <Empty title={names.nothing} />
        )
      ) : (
        <>
          <NamesList entities={data.entities} scroller={scroller} />
          {filter === '' && data.once > 0 && (
            <p className="names-once">
              <Act kind="link" onPress={() => setAll(!all)}>
                {all ? names.onceFold : names.once(data.once)}
              </Act>
            </p>
          )}
        </>
      )}
    </PageView>
  );
}

function NamesList({ entities, scroller }: { entities: Entity[]; scroller: HTMLElement | null }) {
  const { names, frame } = useMessages();
  const { show } = useWays();
  const list = useRef<HTMLUListElement>(null);
  const rows = useVirtualizer({
    count: entities.length,
    getScrollElement: () => scroller,
    estimateSize: () => 32,
    overscan: 12,
    scrollMargin: 190,
  });
  return (
    <ul className="names-list" ref={list} style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map((item) => {
        const entity = entities[item.index]!;
        return (
          <li key={entity.id} style={{ transform: `translateY(${item.start - 190}px)` }}>
            <button type="button" onClick={() => show({ entity: entity.id })}>
              <Mark person={entity.kind === 'person'} />
              <span className="sr">{names.kindOf[entity.kind]}: </span>
              <span className="grow name">{entity.name}</span>
              <span className="num dim">{frame.articles(entity.articles)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
