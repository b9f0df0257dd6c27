import type { Annotation } from '../contract/annotations.ts';
import type { Speech } from '../contract/reading.ts';
import { refuse } from '../contract/refuse.ts';
import type { ArticleField, Span } from '../contract/values.ts';
import { quotes } from '../entities/quotes.ts';
import { reference } from '../export/gost.ts';
import type { Archive } from './archive.ts';
import { storedArticle } from './summaries.ts';

/** Direct speech in an article's body whose speaker is a person it names, in the order of the text. */
export function speechesOf(archive: Archive, article: number): Speech[] {
  const { entities } = archive;
  const body = archive.articles.text(article)?.body ?? refuse('NOT_FOUND');
  const shown = entities.mentions(article);
  const mentions = shown.map(({ field, start, end, entity, written, name }) => ({
    ...{ field, start, end, name, normal: written, probability: 1 },
    kind: entities.kind(entity),
    text: field === 'body' ? body.slice(start, end) : '',
  }));
  return quotes(body, mentions).map(({ start, end, speaker }) => {
    const { entity } = shown[speaker]!;
    return { span: { start, end }, text: body.slice(start, end), speaker: { entity, label: entities.label(entity) } };
  });
}

/**
 * A passage as it is quoted elsewhere: in «ёлочки», marks inside it turned into „лапки“, with the speaker where the
 * passage is somebody's speech, and the reference by ГОСТ.
 *
 * @throws a refusal: NOT_FOUND, also for a passage with nothing in it
 */
export function quotation(archive: Archive, id: number, field: ArticleField, { start, end }: Span): string {
  const article = storedArticle(archive, id);
  const text = field === 'title' ? article.title : (archive.articles.text(id)?.body ?? '');
  const words = text.slice(start, end).trim();
  if (words === '') refuse('NOT_FOUND');
  const said = field === 'body' ? speechesOf(archive, id) : [];
  const speaker = said.find(({ span }) => span.start <= start && end <= span.end)?.speaker.label;
  return `${inMarks(words)}${speaker === undefined ? '' : ` — ${speaker}`}\n${reference(article, today())}`;
}

/** Quotations one after another: the words, the person's note, the reference of the article after its last one. */
export function quotedAnnotations(archive: Archive, annotations: readonly Annotation[]): string {
  return annotations
    .map((one, at) => {
      const last = annotations[at + 1]?.article !== one.article;
      const cited = last ? `\n${reference(storedArticle(archive, one.article), today())}\n` : '';
      return `${inMarks(one.quote.exact.trim())}${one.note === '' ? '' : `\n${one.note}`}${cited}`;
    })
    .join('\n');
}

function inMarks(words: string): string {
  const inner = words
    .replace(/^[«„“"]+|[»“”"]+$/gu, '')
    .replaceAll('«', '„')
    .replaceAll('»', '“')
    .replace(/\s*\n\s*/g, ' ');
  return `«${inner}»`;
}

const today = () => new Date().toISOString().slice(0, 10);
