import type { Article } from '../contract/articles.ts';
import { languageOf } from './language.ts';
import { oneLine } from './printable.ts';
import { dateParts } from './russian-dates.ts';

/**
 * Authors as they are printed. A line of several, each of two words at least, is one record each: a reference manager
 * reads what stands before a comma as a surname. «Петров, Иван» is one.
 */
export function authorsOf(printed: string | null): string[] {
  const line = oneLine(printed ?? '');
  const several = line.split(/\s*[,;]\s*|\s+и\s+/u);
  return several.every((name) => /\S\s\S/.test(name)) ? several : line === '' ? [] : [line];
}

/**
 * An article as a RIS record: a newspaper item.
 *
 * @param today ISO date of the look at the web page
 * @see RIS format specification, 2001–2011: two-letter tags, two spaces, a dash; CR LF at the end of a line
 */
export function ris(article: Article, today: string): string {
  const [year, month, day] = dateParts(article.date ?? '');
  const fields: [string, string][] = [
    ['TY', 'NEWS'],
    ['ID', article.key ?? String(article.id)],
    ['TI', article.title],
    ...authorsOf(article.author).map((name): [string, string] => ['AU', name]),
    ['T2', article.source ?? ''],
    ['PY', year ?? ''],
    ['DA', year ? `${year}/${month ?? ''}/${day ?? ''}/` : ''],
    ['AB', article.lead ?? ''],
    ...article.tags.map((tag): [string, string] => ['KW', tag]),
    ['UR', article.url ?? ''],
    ['Y2', article.url ? `${today.replaceAll('-', '/')}/` : ''],
    ['LA', languageOf(article.body)],
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

const languages = { ru: 'russian', kk: 'kazakh' } as const;

/**
 * An article as a BibTeX entry in UTF-8; a second pair of braces keeps names and capitals as they are printed. The day,
 * which BibTeX has no field for, stands in `date` of BibLaTeX.
 */
export function bibtex(article: Article, today: string): string {
  const [year = '', month] = dateParts(article.date ?? '');
  const fields: [string, string][] = [
    ['title', braced(braced(escaped(oneLine(article.title))))],
    ['author', braced(authorsOf(article.author).map(escaped).map(braced).join(' and '))],
    ['journal', braced(escaped(oneLine(article.source ?? '')))],
    ['date', braced(article.date?.slice(0, 10) ?? '')],
    ['year', braced(year)],
    ['month', months[Number(month) - 1] ?? ''],
    ['url', braced(encoded(oneLine(article.url ?? '')))],
    ['urldate', braced(article.url === null ? '' : today)],
    ['keywords', braced(escaped(article.tags.map(oneLine).join(', ')))],
    ['langid', braced(languages[languageOf(article.body)])],
  ];
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = ${value},\n`);
  return `@article{press-${year || 'nd'}-${article.id},\n${lines.join('')}}\n\n`;
}

const braced = (text: string) => (text === '' ? '' : `{${text}}`);
const encoded = (url: string) => url.replace(/[\s{}\\]/g, (sign) => encodeURIComponent(sign));

/** An article as an item of CSL-JSON. @see citation-style-language/schema, csl-data.json */
export function cslItem(article: Article, today: string): object {
  const issued = article.date === null ? [] : dateParts(article.date).map(Number);
  const item = {
    id: article.key ?? String(article.id),
    type: 'article-newspaper',
    title: oneLine(article.title),
    author: authorsOf(article.author).map((literal) => ({ literal })),
    'container-title': oneLine(article.source ?? ''),
    issued: issued.length === 0 ? '' : { 'date-parts': [issued] },
    abstract: oneLine(article.lead ?? ''),
    keyword: article.tags.map(oneLine).join(', '),
    URL: oneLine(article.url ?? ''),
    accessed: article.url === null ? '' : { 'date-parts': [dateParts(today).map(Number)] },
    section: oneLine(article.rubric ?? ''),
    language: languageOf(article.body),
  };
  return Object.fromEntries(
    Object.entries(item).filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0)),
  );
}
