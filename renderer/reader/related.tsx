import { useQuery } from '@tanstack/react-query';
import type { Article } from '../../archive/contract/articles.ts';
import type { Hit, SearchRequest } from '../../archive/contract/search.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { useArchive } from '../view/archive.tsx';
import { usePlace } from '../view/place.tsx';
import { emptyQuestion } from '../view/view.ts';

/** Articles shown in each list. */
const most = 4;
/** Days before and after the article in which the same event is looked for. */
const eventDays = 2;

/** The entities an article is about: those it names most often. */
function mainEntities(article: Article, kind: 'person' | 'organization', count: number): string[] {
  const times = new Map<number, number>();
  for (const mention of article.mentions) {
    if (mention.kind === kind) times.set(mention.entity, (times.get(mention.entity) ?? 0) + 1);
  }
  return [...times]
    .sort((a, b) => b[1] - a[1])
    .slice(0, count)
    .map(([entity]) => String(entity));
}

function shifted(date: string, days: number): string {
  const at = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

const plain = { ...emptyQuestion, unfold: [], offset: 0, limit: most + 1 };

/** The same event: a headline word in common, a name in common, about the same day. */
export function sameEvent(article: Article): SearchRequest | null {
  const words = article.title.match(/[\p{L}\p{N}-]{4,}/gu) ?? [];
  const persons = mainEntities(article, 'person', 3);
  const organizations = mainEntities(article, 'organization', 3);
  const [facet, include] =
    persons.length > 0 ? (['person', persons] as const) : (['organization', organizations] as const);
  if (words.length === 0 || include.length === 0 || article.date === null || article.date.length < 10) return null;
  return {
    ...plain,
    query: words.slice(0, 8).join(' OR '),
    choices: [{ facet, include: [...include], exclude: [], match: 'any' }],
    from: shifted(article.date, -eventDays),
    to: shifted(article.date, eventDays),
  };
}

/** The same people: both of the two persons named most, whenever it was. */
export function samePeople(article: Article): SearchRequest | null {
  const persons = mainEntities(article, 'person', 2);
  if (persons.length === 0) return null;
  return { ...plain, sort: 'newest', choices: [{ facet: 'person', include: persons, exclude: [], match: 'all' }] };
}

export function Related({ article }: { article: Article }) {
  const { reader } = useMessages();
  return (
    <>
      <List title={reader.sameEvent} article={article} request={sameEvent(article)} />
      <List title={reader.samePeople} article={article} request={samePeople(article)} />
    </>
  );
}

function List({ title, article, request }: { title: string; article: Article; request: SearchRequest | null }) {
  const client = useArchive();
  const { data } = useQuery({
    queryKey: ['related', article.id, request],
    queryFn: ({ signal }) => client.search.run(request ?? plain, { signal }),
    enabled: request !== null,
  });
  const hits = (data?.hits ?? []).filter(({ id }) => id !== article.id).slice(0, most);
  if (request === null || hits.length === 0) return null;
  return (
    <section className="end-part near-list" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {hits.map((hit) => (
          <Near key={hit.id} hit={hit} />
        ))}
      </ul>
    </section>
  );
}

function Near({ hit }: { hit: Hit }) {
  const { reader } = useMessages();
  const say = useSayings();
  const { show } = usePlace();
  return (
    <li>
      <button type="button" className="near" onClick={() => show({ article: hit.id })}>
        <small>{[hit.source, say.date(hit.date, 'list')].filter(Boolean).join(', ')}</small>
        {hit.title === '' ? reader.untitled : hit.title}
      </button>
    </li>
  );
}
