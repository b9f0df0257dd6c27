/** `YYYY-MM-DD`, or undefined when the calendar has no such day. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000;
  return real ? date.toISOString().slice(0, 10) : undefined;
}

/** Names of months as texts have them: Russian in the cases dates take, shortened, Kazakh (also in Russian letters), English. */
const MONTHS: readonly (readonly string[])[] = [
  ['январь', 'января', 'январе', 'янв', 'қаңтар', 'кантар', 'january', 'jan'],
  ['февраль', 'февраля', 'феврале', 'фев', 'февр', 'ақпан', 'акпан', 'february', 'feb'],
  ['март', 'марта', 'марте', 'мар', 'наурыз', 'march', 'mar'],
  ['апрель', 'апреля', 'апреле', 'апр', 'сәуір', 'сауир', 'april', 'apr'],
  ['май', 'мая', 'мае', 'мамыр', 'may'],
  ['июнь', 'июня', 'июне', 'июн', 'маусым', 'june', 'jun'],
  ['июль', 'июля', 'июле', 'июл', 'шілде', 'шилде', 'july', 'jul'],
  ['август', 'августа', 'августе', 'авг', 'тамыз', 'august', 'aug'],
  ['сентябрь', 'сентября', 'сентябре', 'сен', 'сент', 'қыркүйек', 'кыркуйек', 'september', 'sep', 'sept'],
  ['октябрь', 'октября', 'октябре', 'окт', 'қазан', 'казан', 'october', 'oct'],
  ['ноябрь', 'ноября', 'ноябре', 'ноя', 'нояб', 'қараша', 'караша', 'november', 'nov'],
  ['декабрь', 'декабря', 'декабре', 'дек', 'желтоқсан', 'желтоксан', 'december', 'dec'],
];
const NUMBER_OF = new Map(MONTHS.flatMap((names, month) => names.map((name) => [name, month + 1] as const)));

/** 1–12 for a small-letter word that names a month; undefined for any other. */
export function monthNumber(word: string): number | undefined {
  return NUMBER_OF.get(word);
}

export const monthWords: readonly string[] = [...NUMBER_OF.keys()];

/** `2024-08` or, with a day that the calendar has, `2024-08-12`. */
export function isoOf(year: number, month: number, day?: number): string | undefined {
  return day === undefined ? `${year}-${String(month).padStart(2, '0')}` : isoDay(year, month, day);
}
