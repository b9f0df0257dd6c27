const latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const russian = 'ёйцукенгшщзхъфывапролджэячсмитьбю';
const table = new Map([...latin].map((key, at) => [key, russian[at] ?? key]));

/** What the same keys give under the Russian layout: «gjl,» → «подб». For names of commands only. */
export const inRussianLayout = (typed: string): string =>
  [...typed.toLowerCase()].map((key) => table.get(key) ?? key).join('');
