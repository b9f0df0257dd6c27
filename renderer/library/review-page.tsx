import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DoubtfulArticle, DoubtfulField } from '../../archive/contract/intake.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { Act } from '../ui/controls.tsx';
import { PageView } from '../ui/page-view.tsx';
import { Segments } from '../ui/segments.tsx';
import { Empty, Unanswered } from '../ui/states.tsx';
import { Tick } from '../ui/tick.tsx';
import { useArchive } from '../view/archive.tsx';
import { useWays } from '../view/place.tsx';
import { AmendBar } from './amend-bar.tsx';
import { Pages } from './pages.tsx';

const fields: readonly DoubtfulField[] = ['date', 'source', 'title', 'author'];
/** Articles of a page. */
const page = 50;
const folderOf = (file: string) => file.split(/[\\/]/).slice(0, -1).join('/');

/** Articles whose metadata should be looked at: put right many at a time, or left as they are. */
export function ReviewPage() {
  const client = useArchive();
  const { intake, library, frame } = useMessages();
  const say = useSayings();
  const { show } = useWays();
  const [field, setField] = useState<DoubtfulField | 'all'>('all');
  const [offset, setOffset] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const { data, error, refetch } = useQuery({
    queryKey: ['review', field, offset],
    queryFn: ({ signal }) =>
      client.review.list({ field: field === 'all' ? null : field, offset, limit: page }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const articles = data?.articles ?? [];
  const toggle = (id: number) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const take = (wanted: readonly DoubtfulArticle[]) => setChosen(new Set(wanted.map(({ id }) => id)));
  const folders = [...Map.groupBy(articles, ({ file }) => folderOf(file))].filter(([name]) => name !== '');
  const count = field === 'all' ? (data?.total ?? 0) : (data?.fields[field] ?? 0);
  return (
    <PageView
      title={intake.reviewTitle}
      sub={intake.reviewMore}
      back={{ text: library.title, to: { section: 'archive' } }}
    >
      {data === undefined ? (
        <Unanswered error={error} onAgain={() => void refetch()} />
      ) : data.total === 0 ? (
        <Empty title={intake.reviewEmpty} more={intake.reviewEmptyMore}>
          <Act kind="link" onPress={() => show({ section: 'archive' })}>
            {library.title}
          </Act>
        </Empty>
      ) : (
        <>
          <Segments
            label={intake.review}
            value={field}
            options={[
              ['all', `${intake.allFields} ${say.number(data.total)}`] as const,
              ...fields.map((key) => [key, `${intake.fields[key]} ${say.number(data.fields[key])}`] as const),
            ]}
            onChange={(next) => {
              setField(next);
              setOffset(0);
              setChosen(new Set());
            }}
          />
          <div className="acts review-choose">
            <Act kind="link" onPress={() => take(chosen.size === articles.length ? [] : articles)}>
              {chosen.size === articles.length && chosen.size > 0 ? frame.cancel : intake.chooseAll}
            </Act>
            {folders.length > 1 &&
              folders.slice(0, 4).map(([name, inside]) => (
                <Act key={name} kind="link" onPress={() => take(inside)}>
                  {intake.chooseFolderOf(name)}
                </Act>
              ))}
          </div>
          <ul className="review">
            {articles.map((article) => (
              <Doubtful key={article.id} article={article} on={chosen.has(article.id)} onToggle={toggle} />
            ))}
          </ul>
          <Pages total={count} offset={offset} page={page} onOffset={setOffset} />
          <AmendBar chosen={[...chosen]} onDone={() => setChosen(new Set())} />
        </>
      )}
    </PageView>
  );
}

interface DoubtfulProps {
  article: DoubtfulArticle;
  on: boolean;
  onToggle(id: number): void;
}

function Doubtful({ article, on, onToggle }: DoubtfulProps) {
  const { intake, reader } = useMessages();
  const say = useSayings();
  const { show } = useWays();
  const title = article.title === '' ? reader.untitled : article.title;
  const reasons: Record<DoubtfulField, Partial<Record<string, string>>> = intake.doubts;
  return (
    <li className={on ? 'on' : ''}>
      <Tick says={intake.choose(title)} on={on} onChange={() => onToggle(article.id)} />
      <div className="grow">
        <p className="meta">
          {[say.date(article.date), article.source, article.author].filter(Boolean).map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        <h2>{title}</h2>
        <p className="snip">{article.beginning}</p>
        <p className="doubts">
          {article.doubts.map((one) => reasons[one.field][one.reason] ?? intake.fields[one.field]).join('. ')}
          <small>{article.file.replaceAll('/', ' / ')}</small>
        </p>
      </div>
      <Act kind="link" onPress={() => show({ section: 'search', article: article.id })}>
        {intake.open}
      </Act>
    </li>
  );
}
