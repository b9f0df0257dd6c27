import type { DigestItem } from './digest.ts';

/**
 * One article as a line of JSON: the fields that an import reads back (`id`, `title`, `body`, `date`, `source`, `author`, `url`,
 * `rubric`), and what the archive adds to them. What is not known is left out.
 */
export function jsonLine({ article, annotations, comment }: DigestItem): string {
  const names = (kind: 'person' | 'organization') => [
    ...new Set(article.mentions.filter((mention) => mention.kind === kind).map(({ label }) => label)),
  ];
  const record = {
    id: article.key ?? String(article.id),
    title: article.title,
    body: article.body,
    lead: article.lead,
    date: article.date,
    source: article.source,
    author: article.author,
    url: article.url,
    rubric: article.rubric,
    tags: article.tags,
    persons: names('person'),
    organizations: names('organization'),
    comment,
    annotations: annotations.map(({ field, quote, span, pencil, note, tags }) => ({
      field,
      exact: quote.exact,
      ...(span === null ? {} : { start: span.start, end: span.end }),
      pencil,
      note,
      tags,
    })),
  };
  const known = Object.entries(record).filter(
    ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return `${JSON.stringify(Object.fromEntries(known))}\n`;
}
