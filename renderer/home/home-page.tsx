import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ArticleSummary } from '../../archive/contract/articles.ts';
import type { Home } from '../../archive/contract/home.ts';
import type { SavedSearch } from '../../archive/contract/library.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { bindShortWords } from '../i18n/typography.ts';
import { sizeInWords } from '../library/size.ts';
import { Act } from '../ui/controls.tsx';
import { PageView } from '../ui/page-view.tsx';
import { Unanswered } from '../ui/states.tsx';
import { useArchive, useInfo } from '../view/archive.tsx';
import { useWays } from '../view/place.tsx';
import { emptyQuestion, sectionAlone, type View } from '../view/view.ts';

/** The first page: what is new since the visit before, what was read last, what waits for the person's word. */
export function HomePage() {
  const client = useArchive();
  const { home, frame } = useMessages();
  const say = useSayings();
  const { data: info } = useInfo();
  const { data, error, refetch } = useQuery({
    queryKey: ['home'],
    queryFn: ({ signal }) => client.archive.home(undefined, { signal }),
    staleTime: 0,
  });
  const { data: saved } = useQuery({ queryKey: ['saved'], queryFn: () => client.search.saved() });
  return (
    <PageView
      title={info === undefined ? home.title : frame.archiveNamed(info.name)}
      sub={info !== undefined && home.size(frame.articles(info.articles), sizeInWords(info.size, say))}
      narrow={false}
      className="home"
    >
      {data === undefined ? (
        <Unanswered error={error} onAgain={() => void refetch()} />
      ) : (
        <div className="home-cols">
          <div>
            <Fresh home={data} />
            <Articles title={home.recent} articles={data.recent} none={home.nothingRead} />
          </div>
          <div>
            <Searches saved={saved ?? []} />
            <Waits home={data} />
          </div>
        </div>
      )}
    </PageView>
  );
}

function Fresh({ home: { since, fresh } }: { home: Home }) {
  const { home, frame } = useMessages();
  const say = useSayings();
  const title = since === null ? home.fresh : home.since(say.moment(since));
  const none = since === null ? home.firstVisit : home.nothingNew;
  return (
    <Articles
      title={title}
      count={fresh.total > 0 ? frame.articles(fresh.total) : ''}
      articles={fresh.articles}
      none={none}
    />
  );
}

interface ArticlesProps {
  title: string;
  count?: string;
  articles: ArticleSummary[];
  /** What to say of an empty list. */
  none: string;
}

function Articles({ title, count = '', articles, none }: ArticlesProps) {
  const { reader } = useMessages();
  const say = useSayings();
  const { show } = useWays();
  return (
    <section className="sec">
      <h2 className="h">
        {title}
        <span className="num">{count}</span>
      </h2>
      {articles.length === 0 ? (
        <p className="dim home-none">{none}</p>
      ) : (
        <ul className="home-articles">
          {articles.map(({ id, title: headline, date, source, readState }) => (
            <li key={id}>
              <button type="button" onClick={() => show({ section: 'search', article: id, reading: true })}>
                <span className="dim num when">{say.date(date, 'list')}</span>
                <span className={readState === 'read' ? 'name' : 'name unread'}>
                  {headline === '' ? reader.untitled : bindShortWords(headline)}
                </span>
                <span className="dim from">{source}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Saved searches, those with something new first. */
function Searches({ saved }: { saved: SavedSearch[] }) {
  const client = useArchive();
  const queries = useQueryClient();
  const { home, search, frame } = useMessages();
  const { show } = useWays();
  const open = ({ id, request: { offset: _offset, limit: _limit, ...question } }: SavedSearch) => {
    show({ section: 'search', question: { ...emptyQuestion, ...question } });
    void client.search.lookedAt({ id }).then(() => queries.invalidateQueries({ queryKey: ['saved'] }));
  };
  return (
    <section className="sec">
      <h2 className="h">{search.saved}</h2>
      {saved.length === 0 ? (
        <p className="dim home-none">{home.noSaved}</p>
      ) : (
        <ul className="home-lines">
          {saved
            .toSorted((a, b) => b.fresh - a.fresh)
            .map((one) => (
              <li key={one.id}>
                <button type="button" onClick={() => open(one)}>
                  <span className="name">{one.name}</span>
                  {one.fresh > 0 && <b className="num">{search.fresh(one.fresh)}</b>}
                  <span className="num dim">{frame.articles(one.total)}</span>
                </button>
              </li>
            ))}
        </ul>
      )}
    </section>
  );
}

/** What waits for a decision; what does not wait is not named. */
function Waits({ home: { toCheck, unplaced, proposals } }: { home: Home }) {
  const { home } = useMessages();
  const { data: info } = useInfo();
  const { show } = useWays();
  const go = (change: Partial<View>) => () => show({ ...sectionAlone, ...change });
  const checked = {
    ...emptyQuestion,
    choices: [{ facet: 'readState', include: ['check'], exclude: [], match: 'any' }],
  };
  const lines: [number, (n: number) => string, () => void][] = [
    [toCheck.total, home.toCheck, go({ section: 'search', question: checked as View['question'] })],
    [unplaced, home.unplaced, go({ section: 'notes' })],
    [proposals, home.proposals, go({ section: 'names', alike: true })],
  ];
  const waiting = lines.filter(([count]) => count > 0);
  return (
    <section className="sec">
      <h2 className="h">{home.waits}</h2>
      {waiting.length === 0 && <p className="dim home-none">{home.nothingWaits}</p>}
      <ul className="home-lines">
        {waiting.map(([count, sentence, act]) => (
          <li key={sentence(0)}>
            <button type="button" onClick={act}>
              <span className="name">{sentence(count)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="home-none dim">
        {info?.index === 'rebuilding' ? home.indexing : home.sound}{' '}
        <Act kind="link" onPress={go({ section: 'archive' })}>
          {home.toArchive}
        </Act>
      </p>
    </section>
  );
}
