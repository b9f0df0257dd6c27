import { useQuery } from '@tanstack/react-query';
import { GitCompareArrows } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ArticleSummary } from '../../archive/contract/articles.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { IconButton } from '../ui/controls.tsx';
import { useArchive } from '../view/archive.tsx';
import { useWays } from '../view/place.tsx';
import { percent } from './percent.ts';

/** Articles of the same event, and about the same people. */
export function useNear(article: number) {
  const client = useArchive();
  const { data } = useQuery({
    queryKey: ['related', article],
    queryFn: ({ signal }) => client.articles.near({ id: article }, { signal }),
  });
  return data;
}

/** After the article, three lists: other prints of its text, articles of the same event, articles about the same people. */
export function Related({ article }: { article: number }) {
  const { reader } = useMessages();
  const near = useNear(article);
  return (
    <>
      <Reprints article={article} />
      <List title={reader.sameEvent} articles={near?.sameEvent} />
      <List title={reader.samePeople} articles={near?.samePeople} />
    </>
  );
}

/** Who printed it first, what each kept of that and what it added; any of them can be compared with this one. */
function Reprints({ article }: { article: number }) {
  const client = useArchive();
  const { reader } = useMessages();
  const say = useSayings();
  const { show } = useWays();
  const { data } = useQuery({
    queryKey: ['related', 'reprints', article],
    queryFn: ({ signal }) => client.articles.reprints({ id: article }, { signal }),
  });
  const others = data?.articles.filter(({ id }) => id !== article) ?? [];
  if (others.length === 0) return null;
  return (
    <section className="end-part reprints" aria-label={reader.reprints}>
      <h3>{reader.reprints}</h3>
      <ul>
        {others.map((print) => (
          <Near key={print.id} article={print}>
            <span className="print-facts">
              {print.id === data?.first
                ? reader.firstPrint
                : `${reader.printKept(percent(say, print.kept))}, ${reader.printAdded(percent(say, print.added))}`}
            </span>
            <IconButton
              icon={GitCompareArrows}
              label={reader.compareWith(print.source ?? print.title)}
              onPress={() => show({ article, reading: true, beside: print.id, compare: true, original: false })}
            />
          </Near>
        ))}
      </ul>
    </section>
  );
}

function List({ title, articles }: { title: string; articles: readonly ArticleSummary[] | undefined }) {
  if (articles === undefined || articles.length === 0) return null;
  return (
    <section className="end-part near-list" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {articles.map((article) => (
          <Near key={article.id} article={article} />
        ))}
      </ul>
    </section>
  );
}

/** One article of a list, opened by a press. */
export function Near({ article, children }: { article: ArticleSummary; children?: ReactNode }) {
  const { reader } = useMessages();
  const say = useSayings();
  const { show } = useWays();
  return (
    <li>
      <button type="button" className="near" onClick={() => show({ article: article.id, mark: null })}>
        <small>{[article.source, say.date(article.date, 'list')].filter(Boolean).join(', ')}</small>
        {article.title === '' ? reader.untitled : article.title}
      </button>
      {children}
    </li>
  );
}
