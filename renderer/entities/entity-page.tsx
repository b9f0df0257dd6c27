import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, ChartNoAxesColumn, Ellipsis, Merge } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { EntityPage as Page } from '../../archive/contract/entities.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { Act, Icon } from '../ui/controls.tsx';
import { NameDialog } from '../ui/dialog.tsx';
import { ActionMenu } from '../ui/menu.tsx';
import { Failure, Waiting } from '../ui/states.tsx';
import { useArchive } from '../view/archive.tsx';
import { useWays } from '../view/place.tsx';
import { emptyQuestion } from '../view/view.ts';
import { EntityArticles, Quotes, Roles } from './entity-columns.tsx';
import { MentionsOverTime } from './mentions-over-time.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { Proposals, Spellings } from './spellings.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { Together } from './together.tsx';
import { useCuration } from './use-curation.ts';

/** Everything the archive knows of one person or organization, in three columns of a newspaper. */
export function EntityPage({ id }: { id: number }) {
  const client = useArchive();
  const { names } = useMessages();
  const { show } = useWays();
  const { data, error, refetch } = useQuery({
    queryKey: ['entity', id],
    queryFn: ({ signal }) => client.entities.page({ id }, { signal }),
  });
  return (
    <main className="pageview scroll" tabIndex={-1}>
      <div className="wrap">
        <Act kind="link" icon={ArrowLeft} onPress={() => show({ entity: null })}>
          {names.all}
        </Act>
        {data !== undefined ? (
          <Whole page={data} />
        ) : error === null ? (
          <Waiting />
        ) : (
          <Failure error={error} onAgain={() => void refetch()} />
        )}
      </div>
    </main>
  );
}

/** Opens the articles that name somebody in the search. */
export function useOpenArticles() {
  const { show } = useWays();
  return (
    page: Pick<Page, 'id' | 'kind'>,
    also: { id: number; kind: Page['kind'] }[] = [],
    within: { from: string; to: string } | null = null,
  ) => {
    const of = (kind: Page['kind']) => [page, ...also].filter((one) => one.kind === kind).map((one) => String(one.id));
    const choices = (['person', 'organization'] as const)
      .map((facet) => ({ facet, include: of(facet), exclude: [], match: 'all' as const }))
      .filter(({ include }) => include.length > 0);
    show({
      section: 'search',
      entity: null,
      article: null,
      question: { ...emptyQuestion, ...within, sort: 'newest', choices },
    });
  };
}

function Whole({ page }: { page: Page }) {
  const { names } = useMessages();
  const columns = page.roles.length > 0 || page.quotes.length > 0;
  return (
    <>
      <EntityHead page={page} />
      <div className={columns ? 'cols' : 'cols two'}>
        <div>
          <Proposals page={page} />
          <MentionsOverTime page={page} />
          <Spellings page={page} />
        </div>
        {columns && (
          <div>
            <Roles page={page} />
            <Quotes page={page} />
          </div>
        )}
        <div>
          <Together page={page} />
          <EntityArticles page={page} title={names.articles} />
        </div>
      </div>
    </>
  );
}

function EntityHead({ page }: { page: Page }) {
  const { names, frame, charts } = useMessages();
  const say = useSayings();
  const { show } = useWays();
  const openArticles = useOpenArticles();
  const curate = useCuration();
  const [asking, setAsking] = useState<'merge' | 'rename' | 'split' | null>(null);
  const role = page.roles[0]?.role;
  const close = () => setAsking(null);
  return (
    <header className="ph">
      <div>
        <h1>
          <span className={`who-mark ${page.kind}`} aria-hidden="true" />
          {page.name}
        </h1>
        <p className="sub">
          {names.sub(names.kindOf[page.kind], frame.articles(page.articles), say.period(page.firstDate, page.lastDate))}
          {role !== undefined && ` ${names.mostly(role)}`}
        </p>
      </div>
      <div className="acts">
        <ActionMenu
          label={frame.more}
          items={[
            { id: 'rename', text: names.rename },
            ...(page.articles > 1 ? [{ id: 'split', text: names.splitArticles }] : []),
            { id: 'reject', text: names.reject[page.kind] },
          ]}
          onAct={(id) =>
            id === 'rename' || id === 'split'
              ? setAsking(id)
              : curate({ step: 'reject', entity: page.id, article: null }, names.rejected, () => show({ entity: null }))
          }
        >
          <Button className="ico" aria-label={frame.more}>
            <Icon of={Ellipsis} />
          </Button>
        </ActionMenu>
        <Act icon={ChartNoAxesColumn} onPress={() => show({ section: 'charts', lines: [`e:${page.id}`] })}>
          {charts.open}
        </Act>
        <Act icon={Merge} onPress={() => setAsking('merge')}>
          {names.merge}
        </Act>
        <Act kind="main" onPress={() => openArticles(page)}>
          {names.openArticles(page.articles)}
        </Act>
      </div>
      <NameDialog
        open={asking === 'rename'}
        title={names.rename.replace('…', '')}
        label={names.spelling}
        initial={page.name}
        verb={frame.save}
        onName={(name) => curate({ step: 'rename', entity: page.id, name }, names.renamed)}
        onClose={close}
      />
      {asking === 'merge' && <MergeDialog into={page} onClose={close} />}
      {asking === 'split' && <SplitDialog page={page} onClose={close} />}
    </header>
  );
}
