import { Star, X } from 'lucide-react';
import { useState } from 'react';
import type { Article } from '../../archive/contract/articles.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { useEncodingName } from '../library/encoding-name.ts';
import { Icon } from '../ui/controls.tsx';
import { useArticleActs } from './reading.tsx';
import { Related } from './related.tsx';

/** After the article: related ones, where it came from, the person's tags and rating. */
export function ArticleEnd({ article }: { article: Article }) {
  const { reader } = useMessages();
  const say = useSayings();
  const encodingName = useEncodingName();
  const facts = [
    [reader.rubric, article.rubric],
    [reader.address, article.url],
    [reader.file, article.file],
    [reader.encoding, encodingName(article.encoding)],
    [reader.imported, say.moment(article.importedAt)],
  ].filter((fact): fact is [string, string] => fact[1] !== null && fact[1] !== '');
  return (
    <>
      <Related article={article.id} />
      <section className="end-part" aria-label={reader.about}>
        <h3>{reader.about}</h3>
        <dl>
          <dt>{reader.tags}</dt>
          <dd>
            <Tags article={article} />
          </dd>
          <dt>{reader.rating}</dt>
          <dd>
            <Rating article={article} />
          </dd>
          {facts.map(([name, value]) => (
            <Fact key={name} name={name} value={value} />
          ))}
        </dl>
      </section>
    </>
  );
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
);

function Tags({ article }: { article: Article }) {
  const { reader } = useMessages();
  const { tags } = useArticleActs(article);
  const [typed, setTyped] = useState('');
  const add = () => {
    const tag = typed.trim();
    if (tag === '' || article.tags.includes(tag)) return;
    tags.mutate([...article.tags, tag], { onSuccess: () => setTyped('') });
  };
  return (
    <div className="tag-line">
      {article.tags.map((tag) => (
        <span key={tag} className="chip">
          {tag}
          <button
            type="button"
            className="x"
            aria-label={reader.removeTag(tag)}
            onClick={() => tags.mutate(article.tags.filter((one) => one !== tag))}
          >
            <Icon of={X} size={14} />
          </button>
        </span>
      ))}
      <input
        className="tag-input"
        aria-label={reader.addTag}
        placeholder={reader.addTag}
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && add()}
        onBlur={add}
      />
    </div>
  );
}

function Rating({ article }: { article: Article }) {
  const { reader } = useMessages();
  const { rating } = useArticleActs(article);
  return (
    <div className="stars" role="radiogroup" aria-label={reader.rating}>
      {[1, 2, 3, 4, 5].map((star) => (
        // biome-ignore lint/a11y/useSemanticElements: a star is a picture of a radio, which an input cannot be
        <button
          key={star}
          type="button"
          role="radio"
          aria-checked={article.rating === star}
          aria-label={reader.ratingOf(star)}
          className={star <= article.rating ? 'star on' : 'star'}
          onClick={() => rating.mutate(article.rating === star ? 0 : star)}
        >
          <Icon of={Star} />
        </button>
      ))}
    </div>
  );
}
