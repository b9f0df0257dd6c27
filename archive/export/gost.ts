import { dateParts, dayAndMonth, shortMonth } from './russian-dates.ts';

/** What a reference can be made of. Names of authors as they are printed: they are not turned about. */
export interface Cited {
  title: string;
  author: string | null;
  /** The newspaper, journal, agency or site. */
  source: string | null;
  /** ISO, cut to what is known. */
  date: string | null;
  url: string | null;
  /** Of a printed edition. */
  issue?: string | null;
  pages?: string | null;
}

/**
 * 7.0.5-2008 is the reference («ссылка»): in a list, or in brackets within a text; 7.0.100-2018 the bibliographic record
 * («запись»).
 */
export type Standard = 'gost-7.0.5' | 'gost-7.0.5-in-text' | 'gost-7.0.100';

/**
 * A reference to an article, one line.
 *
 * Article in a periodical: ГОСТ Р 7.0.5-2008, 7.4 (the part, ` // `, the whole, then areas parted by `. – `; in brackets
 * within a text, 5, by a point alone); an address and the day it was looked at, 10. ГОСТ Р 7.0.100-2018, 7 (kind of content and
 * means of access before ` // `, who is responsible after ` / `). That the whole is a site is said by «: [сайт]», 7.3.3, in both:
 * «[Электронный ресурс]» of 7.0.5-2008 has been no part of a description since 7.0.100. Where the edition is not known the article is described by itself: `[Б. м. : б. и.]`; where the
 * year is not known, `[б. г.]`. Day, issue and pages that are not known are left out.
 *
 * @param today ISO date of the look at the web page
 */
export function reference(article: Cited, today: string, standard: Standard = 'gost-7.0.5'): string {
  const inText = standard === 'gost-7.0.5-in-text';
  const record = standard === 'gost-7.0.100';
  const title = bare(article.title) || '[Без заглавия]';
  const author = bare(article.author ?? '');
  const named = record
    ? `${title}${author ? ` / ${author}` : ''}`
    : `${author ? `${author}${point(author)} ` : ''}${title}`;
  const areas = [...wholeOf(article, named, record), ...edition(article), ...address(article, today)];
  const line = areas.reduce((before, area) => `${before}${point(before)}${inText ? '' : ' –'} ${area}`);
  if (inText) return `(${line})`;
  return line.endsWith('.') ? line : `${line}.`;
}

/** Areas are parted by a point; one that is there already is not doubled (ГОСТ Р 7.0.100-2018, 4.7). */
const point = (before: string) => (/[.…]$/.test(before) ? '' : '.');

/** One line, without a closing point: `…`, `?` and `!` belong to the title. */
function bare(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.endsWith('.') && !line.endsWith('..') && !/(?:^|[\s.])\p{L}\.$/u.test(line) ? line.slice(0, -1) : line;
}

/** The part with its whole and the date: the areas up to the number of the issue. */
function wholeOf(article: Cited, named: string, record: boolean): string[] {
  const { source, url } = article;
  const kind = url ? 'Текст : электронный' : 'Текст : непосредственный';
  const name = bare(source ?? '') || (url ? host(url) : '');
  const [year, day] = datesOf(article.date);
  if (name === '') {
    const imprint = year === undefined ? '[Б. м. : б. и., б. г.]' : `[Б. м. : б. и.], ${day ? `${day} ` : ''}${year}`;
    return record ? [named, imprint, kind] : [named, imprint];
  }
  const whole = url ? `${name} : [сайт]` : name;
  const part = record ? `${named}${point(named)} – ${kind}` : named;
  return [`${part} // ${whole}`, year ?? '[б. г.]', ...(day ? [capital(day)] : [])];
}

function host(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}

/** The year, and what is known of the day: «12 авг.», «авг.» */
function datesOf(date: string | null): [year?: string, day?: string] {
  if (date === null) return [];
  const [year = '', month, day] = dateParts(date);
  const name = shortMonth(Number(month));
  if (name === '') return [year];
  return [year, day === undefined ? name : dayAndMonth(Number(day), Number(month))];
}

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);

function edition({ issue, pages }: Cited): string[] {
  return [...(issue ? [`№ ${issue}`] : []), ...(pages ? [`С. ${pages.replace(/-/g, '–')}`] : [])];
}

function address({ url }: Cited, today: string): string[] {
  if (!url) return [];
  const [year, month, day] = dateParts(today);
  return [`URL: ${url} (дата обращения: ${day}.${month}.${year})`];
}
