/**
 * How Russian declines a name it has never seen. Each class says which nominatives it takes and what replaces their
 * ending in the oblique cases; read backwards, it gives the nominatives a form may come from.
 */

export type Case = 'nomn' | 'gent' | 'datv' | 'accs' | 'ablt' | 'loct';
export type Gender = 'masc' | 'femn';

export const cases: readonly Case[] = ['nomn', 'gent', 'datv', 'accs', 'ablt', 'loct'];
export const genders: readonly Gender[] = ['masc', 'femn'];

interface DeclensionClass {
  /** Nominatives that belong to the class. */
  readonly nominative: RegExp;
  readonly ending: string;
  readonly genders: readonly Gender[];
  /** Endings of gent, datv, accs, ablt, loct; variants parted by a slash. */
  readonly oblique: readonly [string, string, string, string, string];
  /** How usual the class is for names of people; 0 is neutral. */
  readonly usual: number;
}

const masc: readonly Gender[] = ['masc'];
const femn: readonly Gender[] = ['femn'];

/** The order does not matter; a form may be read by several. */
const classes: readonly DeclensionClass[] = [
  // Петров, Лукин; Петрова, Лукина
  { nominative: /[оеё]в$|[иы]н$/, ending: '', genders: masc, oblique: ['а', 'у', 'а', 'ым', 'е'], usual: 1 },
  { nominative: /(?:[оеё]в|[иы]н)а$/, ending: 'а', genders: femn, oblique: ['ой', 'ой', 'у', 'ой/ою', 'ой'], usual: 1 },
  // Горский, Крутой, Белый; Горская
  { nominative: /[кгх]ий$/, ending: 'ий', genders: masc, oblique: ['ого', 'ому', 'ого', 'им', 'ом'], usual: 0.8 },
  { nominative: /[жшщ]ий$/, ending: 'ий', genders: masc, oblique: ['его', 'ему', 'его', 'им', 'ем'], usual: 0.8 },
  { nominative: /[^кгхжшщч]ый$/, ending: 'ый', genders: masc, oblique: ['ого', 'ому', 'ого', 'ым', 'ом'], usual: 0.3 },
  {
    nominative: /[^аеиоуыэюя]ой$/,
    ending: 'ой',
    genders: masc,
    oblique: ['ого', 'ому', 'ого', 'ым/им', 'ом'],
    usual: 0.2,
  },
  {
    nominative: /(?:ск|цк|[нвлт])ая$/,
    ending: 'ая',
    genders: femn,
    oblique: ['ой', 'ой', 'ую', 'ой/ою', 'ой'],
    usual: 0.6,
  },
  // Громан, Смит; Левич, Мороз
  { nominative: /[бвгдзклмнпрстфх]$/, ending: '', genders: masc, oblique: ['а', 'у', 'а', 'ом', 'е'], usual: 0.5 },
  { nominative: /[жшщчц]$/, ending: '', genders: masc, oblique: ['а', 'у', 'а', 'ем/ом', 'е'], usual: 0.5 },
  // Заяц, Стрелец: the vowel falls out
  {
    nominative: /[^аеиоуыэюя]ец$/,
    ending: 'ец',
    genders: masc,
    oblique: ['ца', 'цу', 'ца', 'цом/цем', 'це'],
    usual: -0.6,
  },
  {
    nominative: /[лн]ец$/,
    ending: 'ец',
    genders: masc,
    oblique: ['ьца', 'ьцу', 'ьца', 'ьцом/ьцем', 'ьце'],
    usual: -0.6,
  },
  { nominative: /[^аеиоуыэюя]ок$/, ending: 'ок', genders: masc, oblique: ['ка', 'ку', 'ка', 'ком', 'ке'], usual: -0.8 },
  // Андрей, Гай; Дмитрий; Игорь, Гоголь
  { nominative: /[аеоуыэюя]й$/, ending: 'й', genders: masc, oblique: ['я', 'ю', 'я', 'ем', 'е'], usual: 0.3 },
  { nominative: /[^кгхжшщ]ий$/, ending: 'ий', genders: masc, oblique: ['ия', 'ию', 'ия', 'ием', 'ии'], usual: 0.3 },
  { nominative: /ь$/, ending: 'ь', genders: masc, oblique: ['я', 'ю', 'я', 'ем/ём', 'е'], usual: -0.2 },
  { nominative: /ь$/, ending: 'ь', genders: femn, oblique: ['и', 'и', 'ь', 'ью', 'и'], usual: -0.6 },
  // Лина, Сорока; Глинка, Мария, Бабаджа
  { nominative: /[бвдзлмнпрстф]а$/, ending: 'а', genders, oblique: ['ы', 'е', 'у', 'ой/ою', 'е'], usual: 0 },
  { nominative: /[гкх]а$/, ending: 'а', genders, oblique: ['и', 'е', 'у', 'ой/ою', 'е'], usual: 0 },
  { nominative: /[жшщчц]а$/, ending: 'а', genders, oblique: ['и/ы', 'е', 'у', 'ей/ой', 'е'], usual: 0 },
  { nominative: /[^и]я$/, ending: 'я', genders, oblique: ['и', 'е', 'ю', 'ей/ёй', 'е'], usual: -0.3 },
  { nominative: /ия$/, ending: 'ия', genders, oblique: ['ии', 'ии', 'ию', 'ией', 'ии'], usual: 0.1 },
  { nominative: /[ауоыи]а$/, ending: 'а', genders, oblique: ['и/ы', 'е', 'у', 'ой', 'е'], usual: -0.3 },
];

/** Names that no case changes: -о -у -ю -е -и -ы -э, -их -ых, «Дюма»; a woman's surname that ends in a consonant. */
const indeclinable = /[оуюеиыэ]$|[иы]х$|(?:уа|оа)$/;
const consonant = /[бвгджзйклмнпрстфхцчшщь]$/;

/** «Ын», «Ир»: the shortest names that decline. */
const syllable = /^[аеиоуыэюя][бвгджзйклмнпрстфхцчшщ]$/;

/** A nominative that a form may come from. Lower case. */
export interface Reading {
  readonly nominative: string;
  readonly gender: Gender;
  readonly case: Case;
  /** How likely by form alone; compared only within one word. */
  readonly score: number;
}

/** Everything a form of a name, lower case, can be by its ending. */
export function readings(form: string): Reading[] {
  const found: Reading[] = [];
  for (const kind of classes) {
    if (form.length > 2 && kind.nominative.test(form)) {
      for (const gender of kind.genders) found.push({ nominative: form, gender, case: 'nomn', score: kind.usual });
    }
    kind.oblique.forEach((endings, i) => {
      for (const ending of endings.split('/')) {
        if (!form.endsWith(ending) || form.length - ending.length < 2) continue;
        const nominative = form.slice(0, form.length - ending.length) + kind.ending;
        if ((nominative.length < 3 && !syllable.test(nominative)) || !kind.nominative.test(nominative)) continue;
        for (const gender of kind.genders) {
          found.push({ nominative, gender, case: cases[i + 1]!, score: kind.usual });
        }
      }
    });
  }
  for (const gender of genders) {
    const usual = /ии$|[ое]го$/.test(form)
      ? -1.5
      : /[ыую]$/.test(form)
        ? -0.2
        : indeclinable.test(form)
          ? 0.4
          : gender === 'femn' && /[ое]м$/.test(form)
            ? -0.5
            : gender === 'femn' && consonant.test(form)
              ? 0
              : -2;
    for (const oneCase of cases) {
      if (oneCase === 'nomn' && usual < 0) continue;
      found.push({ nominative: form, gender, case: oneCase, score: usual });
    }
  }
  return found;
}

/** The forms of a nominative in all cases, by every class that takes it. */
export function formsOf(nominative: string, gender: Gender): Set<string> {
  const forms = new Set([nominative]);
  for (const kind of classes) {
    if (!kind.genders.includes(gender) || !kind.nominative.test(nominative)) continue;
    const stem = nominative.slice(0, nominative.length - kind.ending.length);
    for (const endings of kind.oblique) for (const ending of endings.split('/')) forms.add(stem + ending);
  }
  return forms;
}
