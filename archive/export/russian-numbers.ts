const plurals = new Intl.PluralRules('ru');
const figures = new Intl.NumberFormat('ru', { maximumFractionDigits: 1 });

/** «1 200», «0,5»: to one decimal. */
export const figure = (n: number): string => figures.format(n);

/** «1 статья», «2 статьи», «5 статей», «1 200 статей». */
export function articlesCounted(n: number): string {
  return counted(n, 'статья', 'статьи', 'статей');
}

/** A whole number with the right form of a word, a no-break space between. */
export function counted(n: number, one: string, few: string, many: string): string {
  const form = plurals.select(n);
  return `${figure(n)}\u00a0${form === 'one' ? one : form === 'few' ? few : many}`;
}
