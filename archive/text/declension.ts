/**
 * Which base forms an unknown word may be a form of, by its ending alone: surnames, given names, places and borrowed
 * nouns that no dictionary has (Токаев, Нуртлеу, Имнадзе, Айгуль, Жанаозен). Each word of a paradigm names the base form
 * among its own, so that any form finds any other. Words are folded.
 */

interface Ending {
  /** What must stand before the ending. */
  readonly after: RegExp;
  readonly ending: string;
  /** Endings of the base forms, the likeliest first; `=` is the word itself. */
  readonly bases: readonly string[];
}

/** `ending after → bases`; the first rule that fits decides. */
function rule(ending: string, after: RegExp, ...bases: string[]): Ending {
  return { after, ending, bases };
}

const ANY = /[а-я]{2}$/;
const VOWEL = /[аеиоуыэюя]$/;
const CONSONANT = /[бвгджзклмнпрстфхцчшщ]$/;
const HUSHING = /[гкхжшчщц]$/;
/** Surnames that decline half as adjectives. */
const POSSESSIVE = /[а-я](?:ов|ев|ин|ын)$/;
const ADJECTIVAL = /[сц]к$/;
/** Surnames and names that never change. */
const FIXED = /(?:дзе|швили|(?:енк|ейк|очк|айк)о|ых|аго|ово|улы|кызы|оглы)$/;

const RULES: readonly Ending[] = [
  rule('ого', ADJECTIVAL, 'ий'),
  rule('ому', ADJECTIVAL, 'ий'),
  rule('им', ADJECTIVAL, 'ий'),
  rule('ом', ADJECTIVAL, 'ий', ''),
  rule('ие', ADJECTIVAL, 'ий'),
  rule('их', ADJECTIVAL, 'ий'),
  rule('ими', ADJECTIVAL, 'ий'),
  rule('ая', ADJECTIVAL, 'ая'),
  rule('ую', ADJECTIVAL, 'ая'),
  rule('ой', ADJECTIVAL, 'ая', 'ой', 'а'),
  rule('ого', ANY, 'ый', 'ой', '='),
  rule('ому', ANY, 'ый', 'ой', 'ом'),
  rule('ыми', POSSESSIVE, ''),
  rule('ых', POSSESSIVE, '', '='),
  rule('ым', POSSESSIVE, ''),
  rule('ой', POSSESSIVE, 'а'),
  rule('ою', POSSESSIVE, 'а'),
  rule('ом', POSSESSIVE, '', '='),
  rule('а', POSSESSIVE, '', 'а'),
  rule('у', POSSESSIVE, '', 'а'),
  rule('е', POSSESSIVE, '', 'а', '='),
  rule('ы', POSSESSIVE, '', 'а', '='),
  rule('цем', /[бвгджзклмнпрстфхшщй]$/, 'ец', 'ц'),
  rule('цом', /[бвгджзклмнпрстфхшщй]$/, 'ец', 'ц'),
  rule('ца', /[бвгджзклмнпрстфхшщй]$/, 'ец', 'ца', 'ц'),
  rule('цу', /[бвгджзклмнпрстфхшщй]$/, 'ец', 'ца', 'ц'),
  rule('це', /[бвгджзклмнпрстфхшщй]$/, 'ец', 'ца', 'ц', '='),
  rule('ией', ANY, 'ия'),
  rule('ием', ANY, 'ий', 'ие'),
  rule('ии', ANY, 'ия', 'ий', '='),
  rule('ию', ANY, 'ия', 'ий'),
  rule('ия', ANY, 'ия', 'ий'),
  rule('ью', CONSONANT, 'ь'),
  rule('ьем', CONSONANT, 'ь', 'ье', 'ьй', '='),
  rule('ью', ANY, 'ь', 'ья'),
  rule('ой', CONSONANT, 'а', 'ый', 'ая', '='),
  rule('ою', CONSONANT, 'а'),
  rule('ей', HUSHING, 'а', '=', 'я'),
  rule('ей', CONSONANT, '=', 'я', 'ь'),
  rule('ей', VOWEL, 'я', '='),
  rule('ем', HUSHING, '', '='),
  rule('ем', CONSONANT, 'ь', '=', 'й'),
  rule('ем', VOWEL, 'й', '='),
  rule('ом', CONSONANT, '', '=', 'о'),
  rule('ам', CONSONANT, '=', '', 'а', 'ы'),
  rule('ами', CONSONANT, 'ы', 'а', '', '='),
  rule('ах', CONSONANT, '=', 'ы', 'а', ''),
  rule('а', CONSONANT, 'а', '', '=о'),
  rule('у', CONSONANT, '', 'а', '=', '=о'),
  rule('у', VOWEL, '='),
  rule('е', CONSONANT, '', 'а', '=', 'ь', 'я'),
  rule('е', VOWEL, '=', 'я', 'й'),
  rule('ы', CONSONANT, 'а', '=', ''),
  rule('и', HUSHING, 'а', '=', ''),
  rule('и', CONSONANT, '=', 'ь', 'я'),
  rule('и', VOWEL, 'я', '=', 'й'),
  rule('ю', CONSONANT, 'ь', 'я', '='),
  rule('ю', VOWEL, 'й', 'я', '='),
  rule('я', CONSONANT, 'я', 'ь'),
  rule('я', VOWEL, 'я', 'й'),
];

/** The rules by the last letter of their ending, in their order. */
const RULES_BY_LETTER = Map.groupBy(RULES, ({ ending }) => ending.slice(-1));

/** Whether a folded word looks like a man's surname on -ов, -ев, -ин, -ын in the nominative: «Омаров», «Токаев». */
export function isPossessiveSurname(word: string): boolean {
  return word.length >= 5 && /[бвгджзйклмнпрстфхцчшщаеуыя](?:ов|ев)$|[бвгджзклмнпрстфхчшщ]ин$|цын$/.test(word);
}

/** Whether a folded word looks like an oblique form of such a surname, or like a woman's. */
export function isPossessiveForm(word: string): boolean {
  return /[а-я]{2}(?:[ое]в|[иы]н)(?:а|у|ым|ом|е|ой|ою|ы|ых|ыми)$/.test(word);
}

/** Base forms that a folded word may have, the likeliest first, the word itself where it may be one; never empty. */
export function baseForms(word: string): readonly string[] {
  const rules = RULES_BY_LETTER.get(word.slice(-1));
  if (word.length < 3 || FIXED.test(word) || rules === undefined) return [word];
  for (const { ending, after, bases } of rules) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, word.length - ending.length);
    if (stem.length < 2 || !after.test(stem)) continue;
    return bases.filter((base) => base !== '=о' || NEUTER.test(stem)).map((base) => spell(word, stem, base));
  }
  return [word];
}

/** Stems of neuter nouns and of places in -о: «Алматово», «Иваново»; not worth asking of others. */
const NEUTER = /(?:ов|ев|ин|ск|тв)$/;

function spell(word: string, stem: string, base: string): string {
  if (base === '=') return word;
  return stem + base.replace('=', '');
}
