import type { Language } from './plurals.ts';
import { typeset } from './typography.ts';

const locale = { ru: 'ru', en: 'en-GB' } as const;
/** Chromium carries no Kazakh: it would say «2024 M08 9». */
const kazakhMonths = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' ');

const words = {
  ru: { today: 'сегодня в', yesterday: 'вчера в', undated: 'без даты' },
  en: { today: 'today at', yesterday: 'yesterday at', undated: 'no date' },
  kk: { today: 'бүгін', yesterday: 'кеше', undated: 'күні жоқ' },
};

/** The parts of a date that are said. */
type Parts = Pick<Intl.DateTimeFormatOptions, 'day' | 'month' | 'year'>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats are dear to make, and a list of articles asks for one a row. */
function formatOf(language: keyof typeof locale, options: Parts): Intl.DateTimeFormat {
  const key = `${language} ${options.day} ${options.month} ${options.year}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  // Outlets write local time; the parts are read and shown as UTC so that no zone moves the day.
  const made = new Intl.DateTimeFormat(locale[language], { ...options, timeZone: 'UTC' });
  formats.set(key, made);
  return made;
}

function shown(date: Date, language: Language, options: Parts): string {
  if (language === 'kk') return shownInKazakh(date, options);
  const text = formatOf(language, options).format(date);
  return typeset(text.replace(/\s?г\.$/, ''));
}

function shownInKazakh(date: Date, { day, year }: Parts): string {
  const month = kazakhMonths[date.getUTCMonth()]!;
  const named = day === undefined ? month : `${date.getUTCDate()}\u00a0${month}`;
  return year === undefined ? named : `${date.getUTCFullYear()}\u00a0ж. ${named}`;
}

/**
 * A date of publication in words, to its precision: «9 августа», «9 августа 2024», «август 2024», «2024».
 *
 * @param iso   ISO text cut to its precision; null: unknown
 * @param style `list` leaves out this year, `full` never does
 */
export function publicationDate(
  iso: string | null,
  language: Language,
  style: 'list' | 'full',
  now: Date = new Date(),
): string {
  if (iso === null) return words[language].undated;
  const [year = 0, month, day] = iso.slice(0, 10).split('-').map(Number);
  if (month === undefined) return String(year);
  const date = new Date(Date.UTC(year, month - 1, day ?? 1));
  if (day === undefined) return shown(date, language, { month: 'long', year: 'numeric' });
  const thisYear = year === now.getFullYear() && style === 'list';
  return shown(date, language, { day: 'numeric', month: 'long', ...(thisYear ? {} : { year: 'numeric' }) });
}

/** A month as a heading: «Август 2024». */
export function monthHeading(iso: string, language: Language): string {
  const text = publicationDate(iso.slice(0, 7), language, 'full');
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** A moment of the archive's clock as the person lived it: «сегодня в 9:40», «вчера в 18:05», «12 августа». */
export function moment(instant: string, language: Language, now: Date = new Date()): string {
  const at = new Date(instant);
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  const clock = `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`;
  if (at >= midnight) return typeset(`${words[language].today} ${clock}`);
  if (at.getTime() >= midnight.getTime() - 86_400_000) return typeset(`${words[language].yesterday} ${clock}`);
  const local = [at.getFullYear(), String(at.getMonth() + 1).padStart(2, '0'), String(at.getDate()).padStart(2, '0')];
  return publicationDate(local.join('-'), language, 'list', now);
}

/**
 * A range of periods in words: «апрель — сентябрь 2024», «2007–2024», «9–12 августа 2024», «с марта 2019», «по 2021».
 * A bound of null is open.
 */
export function periodRange(from: string | null, to: string | null, language: Language): string {
  const name = (iso: string) => publicationDate(iso, language, 'full');
  if (from === null && to === null) return '';
  if (from === null) return `… — ${name(to!)}`;
  if (to === null) return `${name(from)} — …`;
  if (from === to) return name(from);
  if (from.length === 4 && to.length === 4) return `${from}–${to}`;
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  if (sameYear && from.length === 7 && to.length === 7) {
    const first = shown(new Date(`${from}-01T00:00:00Z`), language, { month: 'long' });
    return `${first}\u00a0— ${name(to)}`;
  }
  return `${name(from)}\u00a0— ${name(to)}`;
}
