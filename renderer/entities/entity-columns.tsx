import { useQuery } from '@tanstack/react-query';
import type { EntityPage } from '../../archive/contract/entities.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { bindShortWords } from '../i18n/typography.ts';
import { Act } from '../ui/controls.tsx';
import { useArchive } from '../view/archive.tsx';
import { useWays } from '../view/place.tsx';
import { emptyQuestion } from '../view/view.ts';
import { useOpenArticles } from './entity-page.tsx';
import { timeOf } from './time-line.ts';

/** Roles as the articles name them, each from its first to its last mention. */
export function Roles({ page }: { page: EntityPage }) {
  const { names } = useMessages();
  const say = useSayings();
  const { show } = useWays();
  const line = timeOf(page);
  if (page.roles.length === 0) return null;
  return (
    <section className="sec">
      <h2 className="h">
        {names.roles[page.kind]}
        <span>{names.rolesNote}</span>
      </h2>
      <ul className="tl">
        {page.roles.slice(0, 10).map((role) => {
          // Of a role that only undated articles name nothing can be drawn.
          const [from, to] = role.first === null ? [0, 0] : line.stretch(role.first, role.last);
          return (
            <li key={role.role} className={to > 99 ? 'role now' : 'role'}>
              <button
                type="button"
                style={{ minWidth: `${to}%` }}
                onClick={() => show({ section: 'search', article: role.article, reading: true })}
              >
                {role.role} <small className="num">{say.number(role.count)}</small>
                <span className="sr">{say.period(role.first, role.last)}</span>
              </button>
              <div className="role-track" aria-hidden="true">
                {role.first !== null && <i style={{ left: `${from}%`, width: `${Math.max(1, to - from)}%` }} />}
              </div>
            </li>
          );
        })}
      </ul>
      {line.years.length > 1 && (
        <div className="yrs num" aria-hidden="true">
          {line.years.map((year) => (
            <span key={year}>{year}</span>
          ))}
        </div>
      )}
    </section>
  );
}

/** Direct speech, its opening quotation mark hanging. */
export function Quotes({ page }: { page: EntityPage }) {
  const { names, reader } = useMessages();
  const say = useSayings();
  const { show } = useWays();
  if (page.quotes.length === 0) return null;
  return (
    <section className="sec">
      <h2 className="h">
        {names.quotes}
        <span>{say.number(page.quotes.length)}</span>
      </h2>
      {page.quotes.slice(0, 30).map((quote) => (
        <blockquote key={`${quote.article} ${quote.text}`} className={/^«/.test(quote.text) ? 'qt' : 'qt plain'}>
          <p>{bindShortWords(quote.text)}</p>
          <footer className="meta">
            <span>{say.date(quote.date)}</span>
            <span>{quote.source}</span>
            <button
              type="button"
              className="link"
              onClick={() => show({ section: 'search', article: quote.article, reading: true })}
            >
              {quote.title === '' ? reader.untitled : quote.title}
            </button>
          </footer>
        </blockquote>
      ))}
    </section>
  );
}

/** The newest articles that name them. */
export function EntityArticles({ page, title }: { page: EntityPage; title: string }) {
  const client = useArchive();
  const { names, reader } = useMessages();
  const say = useSayings();
  const { show } = useWays();
  const openArticles = useOpenArticles();
  const { data } = useQuery({
    queryKey: ['search', 'entity', page.id],
    queryFn: ({ signal }) =>
      client.search.run(
        {
          ...emptyQuestion,
          choices: [{ facet: page.kind, include: [String(page.id)], exclude: [], match: 'any' }],
          sort: 'newest',
          offset: 0,
          limit: 6,
        },
        { signal },
      ),
  });
  return (
    <section className="sec mini">
      <h2 className="h">
        {title}
        <span>{say.number(page.articles)}</span>
        <Act kind="link" onPress={() => openArticles(page)}>
          {names.inSearch}
        </Act>
      </h2>
      {data?.hits.map((hit) => (
        <button
          key={hit.id}
          type="button"
          className="mini-row"
          onClick={() => show({ section: 'search', article: hit.id, reading: true })}
        >
          <span className="meta">
            <span>{say.date(hit.date, 'list')}</span>
            <span>{hit.source}</span>
          </span>
          <b>{hit.title === '' ? reader.untitled : bindShortWords(hit.title)}</b>
        </button>
      ))}
    </section>
  );
}
