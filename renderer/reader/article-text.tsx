import { memo, type Ref } from 'react';
import type { Article } from '../../archive/contract/articles.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { bindShortWords } from '../i18n/typography.ts';
import type { Paragraph } from './paragraphs.ts';

interface ArticleTextProps {
  article: Article;
  paragraphs: readonly Paragraph[];
  ref: Ref<HTMLElement>;
}

/** Letters a minute at a quiet pace: 180 words of seven letters with the space. */
const pace = 1300;

/** The language a text is written in, by its letters: for the voice that reads it aloud. */
function languageOf(text: string): 'ru' | 'kk' | 'en' {
  const sample = text.slice(0, 4000);
  if (/[әғқңөұүһі]/i.test(sample) && /[а-я]/i.test(sample)) return 'kk';
  const latin = sample.match(/[a-z]/gi)?.length ?? 0;
  const cyrillic = sample.match(/[а-яё]/gi)?.length ?? 0;
  return latin > cyrillic ? 'en' : 'ru';
}

/**
 * The article as it is set. Every block holds one text node and the offset its text begins at; found words, names and
 * marks are painted over it and never change it.
 */
export const ArticleText = memo(function ArticleText({ article, paragraphs, ref }: ArticleTextProps) {
  const { reader } = useMessages();
  const say = useSayings();
  const language = languageOf(article.body);
  return (
    <article className="text" lang={language} ref={ref} aria-labelledby={`title-${article.id}`}>
      <div className="src">
        {article.source !== null && <b>{article.source}</b>}
        <span>{say.date(article.date)}</span>
        <span className="dim">
          {reader.characters(article.body.length)},{' '}
          {reader.minutes(Math.max(1, Math.round(article.body.length / pace)))}
        </span>
        <span className="dim">{reader.readStates[article.readState]}</span>
      </div>
      {article.title === '' ? (
        <h2 className="headline" id={`title-${article.id}`}>
          {reader.untitled}
        </h2>
      ) : (
        <h2 className="headline" id={`title-${article.id}`} data-field="title" data-start={0}>
          {bindShortWords(article.title)}
        </h2>
      )}
      {article.author !== null && (
        <p className="by" lang={/^[\p{Script=Latin}\P{L}]+$/u.test(article.author) ? 'en' : language}>
          {article.author}
        </p>
      )}
      <div className="by-rule" />
      <div className="body">
        {paragraphs.map(({ start, shown, hangs }) => (
          <p key={start} className={hangs ? 'p q' : 'p'} data-field="body" data-start={start}>
            {shown}
          </p>
        ))}
      </div>
    </article>
  );
});
