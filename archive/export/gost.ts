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

/** 7.0.5-2008 is the reference («ссылка»), 7.0.100-2018 the bibliographic record («запись»). */
export type Standard = 'gost-7.0.5' | 'gost-7.0.100';

/** ГОСТ Р 7.0.12-2011: short names of months; май, март, июнь and июль are not cut. */
const months = ['янв.', 'февр.', 'март', 'апр.', 'май', 'июнь', 'июль', 'авг.', 'сент.', 'окт.', 'нояб.', 'дек.'];

/**
 * A reference to an article, one line ending in a point.
 *
 * Article in a periodical: ГОСТ Р 7.0.5-2008, 7.4 (the part, ` // `, the whole, then areas parted by `. – `);
 * ГОСТ Р 7.0.100-2018, 5.9 (kind of content and means of access before ` // `, authors after ` / `). Of what is not
 * known: `[б. г.]` for the year, `[б. и.]` for the edition; day, issue and pages are left out.
 *
 * @param today ISO date of the look at the web page
 */
export function reference(article: Cited, today: string, standard: Standard = 'gost-7.0.5'): string {
  const title = bare(article.title) || '[Без заглавия]';
  const author = bare(article.author ?? '');
  const areas = [`${whole(article)}`, ...dateAreas(article), ...edition(article), ...address(article, today)];
  const record = standard === 'gost-7.0.100';
  const kind = article.url ? 'Текст : электронный' : 'Текст : непосредственный';
  const part = record
    ? `${title}${author ? ` / ${author}` : ''}${joint(author || title)} – ${kind}`
    : `${author ? `${author}${joint(author)} ` : ''}${title}`;
  return `${part} // ${areas.reduce((line, area) => `${line}${joint(line)} – ${area}`)}.`.replace(/\.\.$/, '.');
}

/** Areas are parted by a point and a dash; a point that is already there is not doubled (ГОСТ Р 7.0.100-2018, 4.7). */
const joint = (before: string) => (/[.…]$/.test(before) ? '' : '.');

/** One line, without a closing point: `…`, `?` and `!` belong to the title. */
function bare(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.endsWith('.') && !line.endsWith('..') && !/(?:^|[\s.])\p{L}\.$/u.test(line) ? line.slice(0, -1) : line;
}

function whole({ source, url }: Cited): string {
  const name = bare(source ?? '') || (url ? host(url) : '');
  if (name === '') return '[б. и.]';
  return url ? `${name} : [сайт]` : name;
}

function host(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}

function dateAreas({ date }: Cited): string[] {
  if (date === null) return ['[б. г.]'];
  const [year = '', month, day] = date.slice(0, 10).split('-');
  const name = month === undefined ? undefined : months[Number(month) - 1];
  if (name === undefined) return [year];
  return [year, day === undefined ? name[0]!.toUpperCase() + name.slice(1) : `${Number(day)} ${name}`];
}

function edition({ issue, pages }: Cited): string[] {
  return [...(issue ? [`№ ${issue}`] : []), ...(pages ? [`С. ${pages.replace(/-/g, '–')}`] : [])];
}

function address({ url }: Cited, today: string): string[] {
  if (!url) return [];
  const [year, month, day] = today.slice(0, 10).split('-');
  return [`URL: ${url} (дата обращения: ${day}.${month}.${year})`];
}
