import type { Annotation } from '../../../archive/contract/annotations.ts';
import type { Article } from '../../../archive/contract/articles.ts';
import type { DigestItem } from '../../../archive/export/digest.ts';

/** An article for a digest; what is not given is plain. */
export function anArticle(known: Partial<Article>): Article {
  return {
    id: 1,
    key: null,
    title: 'Мост открыт',
    source: 'Заречье',
    author: 'И. Петров',
    date: '2024-08-12',
    datePrecision: 'day',
    readState: 'read',
    annotations: 0,
    selections: [],
    body: 'В городе открыли мост.',
    lead: null,
    url: null,
    rubric: null,
    tags: [],
    rating: 0,
    encoding: 'utf-8',
    format: 'txt',
    file: 'most.txt',
    importedAt: '2024-09-01T00:00:00.000Z',
    mentions: [],
    ...known,
  };
}

export function aNote(body: string, passage: string, note: string): Annotation {
  const start = body.indexOf(passage);
  return {
    id: 1,
    article: 1,
    field: 'body',
    quote: { exact: passage, prefix: '', suffix: '' },
    span: { start, end: start + passage.length },
    placement: 'exact',
    pencil: 'ochre',
    bookmark: false,
    note,
    tags: [],
    createdAt: '2024-09-01T00:00:00.000Z',
    changedAt: '2024-09-01T00:00:00.000Z',
  };
}

export const anItem = (known: Partial<Article>, rest: Partial<DigestItem> = {}): DigestItem => ({
  article: anArticle(known),
  annotations: [],
  comment: '',
  ...rest,
});
