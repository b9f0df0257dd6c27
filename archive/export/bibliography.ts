import type { Article } from '../contract/articles.ts';

/** What the files of reference managers are made of; authors exactly as printed. */
const oneLine = (text: string | null) =>
  (text ?? '')
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

/** Year, month and day of a date of publication, as far as they are known. */
export function dateParts(iso: string | null): number[] {
  return iso === null ? [] : iso.slice(0, 10).split('-').map(Number);
}

/**
 * An article as a RIS record: a newspaper item.
 *
 * @param today ISO date of the look at the web page
 * @see RIS format specification, 2001–2011: two-letter tags, two spaces, a dash; CR LF at the end of a line
 */
export function ris(article: Article, today: string): string {
  const [year, month, day] = (article.date ?? '').slice(0, 10).split('-');
  const fields: [string, string][] = [
    ['TY', 'NEWS'],
    ['ID', article.key ?? String(article.id)],
    ['TI', article.title],
    ['AU', article.author ?? ''],
    ['T2', article.source ?? ''],
    ['PY', year ?? ''],
    ['DA', year ? `${year}/${month ?? ''}/${day ?? ''}/` : ''],
    ['AB', article.lead ?? ''],
    ...article.tags.map((tag): [string, string] => ['KW', tag]),
    ['UR', article.url ?? ''],
    ['Y2', article.url ? `${today.replaceAll('-', '/')}/` : ''],
    ['LA', 'ru'],
  ];
  const lines = fields
    .map(([tag, value]) => [tag, oneLine(value)])
    .filter(([, value]) => value !== '')
    .map(([tag, value]) => `${tag}  - ${value}\r\n`);
  return `${lines.join('')}ER  - \r\n\r\n`;
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const tex: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
/** Braces are named, because BibTeX counts them even behind a backslash. */
const escaped = (text: string) => text.replace(/[\\{}~^]/g, (sign) => tex[sign]!).replace(/[%$&#_]/g, '\\$&');

/** An article as a BibTeX entry in UTF-8; a second pair of braces keeps names and capitals as they are printed. */
export function bibtex(article: Article, today: string): string {
  const [year, month, day] = dateParts(article.date);
  const values: [string, string][] = [
    ['title', `{${escaped(oneLine(article.title))}}`],
    ['author', article.author === null ? '' : `{${escaped(oneLine(article.author))}}`],
    ['journal', escaped(oneLine(article.source))],
    ['year', year === undefined ? '' : String(year)],
    ['day', day === undefined ? '' : String(day)],
    ['url', encoded(oneLine(article.url))],
    ['urldate', article.url === null ? '' : today],
    ['keywords', escaped(article.tags.map(oneLine).join(', '))],
    ['langid', 'russian'],
  ];
  const fields = values.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}},\n`);
  if (month !== undefined) fields.splice(4, 0, `  month = ${months[month - 1] ?? 'jan'},\n`);
  return `@article{press-${year ?? 'nd'}-${article.id},\n${fields.join('')}}\n\n`;
}

const encoded = (url: string) => url.replace(/[\s{}\\]/g, (sign) => encodeURIComponent(sign));

/** An article as an item of CSL-JSON. @see citation-style-language/schema, csl-data.json */
export function cslItem(article: Article, today: string): object {
  const issued = dateParts(article.date);
  const item = {
    id: article.key ?? String(article.id),
    type: 'article-newspaper',
    title: oneLine(article.title),
    author: article.author === null ? [] : [{ literal: oneLine(article.author) }],
    'container-title': oneLine(article.source),
    issued: issued.length === 0 ? '' : { 'date-parts': [issued] },
    abstract: oneLine(article.lead),
    keyword: article.tags.map(oneLine).join(', '),
    URL: oneLine(article.url),
    accessed: article.url === null ? '' : { 'date-parts': [dateParts(today)] },
    section: oneLine(article.rubric),
    language: 'ru',
  };
  return Object.fromEntries(
    Object.entries(item).filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0)),
  );
}
