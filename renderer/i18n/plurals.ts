const rules = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') };
const figures = {
  ru: new Intl.NumberFormat('ru'),
  en: new Intl.NumberFormat('en-GB'),
  kk: new Intl.NumberFormat('ru'),
};

export type Language = 'ru' | 'en' | 'kk';

/** A number as it is set in a sentence: «4 812», «1,5». */
export const figure = (language: Language, n: number): string => figures[language].format(n);

/** The whole Russian sentence for a number; `{n}` stands for the figure. Fractions take the few: «1,5 минуты». */
export function russianCount(n: number, one: string, few: string, many: string): string {
  const form = rules.ru.select(n);
  const sentence = form === 'one' ? one : form === 'many' ? many : few;
  return sentence.replace('{n}', figure('ru', n));
}

export function englishCount(n: number, one: string, other: string): string {
  return (rules.en.select(n) === 'one' ? one : other).replace('{n}', figure('en', n));
}

/** Kazakh has one form after a numeral. */
export const kazakhCount = (n: number, sentence: string): string => sentence.replace('{n}', figure('kk', n));
