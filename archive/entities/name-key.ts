import { RUSSIAN_OF } from '../text/kazakh.ts';
import { oneScript } from '../text/look-alikes.ts';

/**
 * Folded forms by which names are compared. A key is never shown. Two names with one key are one name; names that are
 * only near each other are a matter for `proposals.ts`.
 */

/** Letters of the neighbours, by the Russian one that stands for each. */
const neighbours: Readonly<Record<string, string>> = { ...RUSSIAN_OF, ї: 'и', є: 'е', ў: 'у', ґ: 'г' };

const spelling: Readonly<Record<string, string>> = { ё: 'е', э: 'е', й: 'и', ы: 'и', ь: '', ъ: '', ...neighbours };

/** «Джoнсон» with a Latin o: a word of both scripts is read in the one that can hold all of it. */
const inOneScript = (text: string) =>
  /[a-z]/.test(text) && /[а-я]/.test(text)
    ? text.replace(/[\p{L}]+/gu, (word) => (/[a-z]/.test(word) && /[а-я]/.test(word) ? oneScript(word) : word))
    : text;

/** Lower case, ё as е, one kind of apostrophe, hyphen and space. */
export function fold(text: string): string {
  return inOneScript(text.toLowerCase())
    .replaceAll('ё', 'е')
    .replace(/[’ʼ`´]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * What remains of a name when the letters that Russian spells now this way, now that way in foreign names are made one
 * (й ы и, э ё е, ъ ь, doubled letters, Kazakh letters): «Джеффри» and «Джефри», «Касым» and «Қасым».
 */
export function skeleton(name: string): string {
  let result = '';
  for (const letter of fold(name)) {
    const plain = spelling[letter] ?? letter;
    if (plain !== '' && !(result.endsWith(plain) && /\p{L}/u.test(plain))) result += plain;
  }
  return result;
}

/** Consonants by the one that sounds like them where Russian hears no difference; vowels without stress. */
const heard: Readonly<Record<string, string>> = {
  б: 'п',
  в: 'ф',
  г: 'к',
  х: 'к',
  д: 'т',
  з: 'с',
  ж: 'ш',
  а: 'е',
  я: 'е',
};

/** A given name's skeleton as it sounds behind its first letter: «Дональд» and «Дональт», «Анджелина» and «Анжелина». */
export function sound(name: string): string {
  const plain = skeleton(name)
    .replaceAll('дж', 'ж')
    .replace(/и(?=[аеоуюя])/g, '');
  return plain.slice(0, 1) + [...plain.slice(1)].map((letter) => heard[letter] ?? letter).join('');
}

const legal = new Set(
  'ооо оао зао пао ао нао тоо ип фгуп фгбу гуп муп мбу гку нко ано тов компания корпорация концерн холдинг агентство информагентство телеканал газета журнал банк'.split(
    ' ',
  ),
);

/** Key of an organization: its normal form without quotes, full stops in abbreviations and the legal form in front. */
export function organizationKey(normal: string): string {
  const words = fold(normal)
    .replace(/(?<=\p{L})\.(?=\p{L}|\s|$)/gu, '')
    .replace(/[«»"„“”()\][,]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .split(' ');
  let from = 0;
  while (from < words.length - 1 && legal.has(words[from]!)) from++;
  return words.slice(from).join(' ');
}

/** Key of a person: surname first, then given name or initials, so that one surname stands together when sorted. */
export function personKey(parts: {
  given?: string | undefined;
  patronymic?: string | undefined;
  surname?: string | undefined;
  initials?: string | undefined;
}): string {
  const surname = skeleton(parts.surname ?? '');
  const given = parts.given === undefined ? '' : skeleton(parts.given);
  const initials = parts.given === undefined && parts.initials ? `${fold(parts.initials).split('').join('.')}.` : '';
  const patronymic = parts.patronymic === undefined ? '' : skeleton(parts.patronymic);
  return `${surname}|${given || initials}|${patronymic}`.replace(/\|+$/, '');
}
