import { fold } from './letters.ts';
import type { Morphology } from './morphology.ts';

/**
 * Words of one root among the names of places: the adjective and the inhabitants («Казахстан»: казахстанский, казахстанец,
 * казахстанка), and back. Off unless the reader asks. The dictionary decides which of the possible words are words.
 */
export function sameRoot(lemma: string, morphology: Morphology): string[] {
  const irregular = IRREGULAR.find((words) => words.includes(lemma));
  if (irregular !== undefined) return irregular.filter((word) => word !== lemma);
  const stems = new Set<string>();
  const bare = lemma.replace(DERIVED, '');
  for (const stem of [lemma, bare, lemma.replace(/[аяоеьйы]$/, ''), lemma.replace(/и[яи]$/, '')]) {
    if (stem.length >= SHORTEST_ROOT) stems.add(stem);
  }
  const words = new Set<string>();
  for (const stem of stems) {
    for (const suffix of SUFFIXES) {
      const word = joined(stem, suffix);
      if (word !== lemma && isLemma(word, morphology)) words.add(word);
    }
  }
  return [...words];
}

const SHORTEST_ROOT = 3;
const DERIVED = /(?:[её]?н?ский|цкий|[аиоя]нец|[аиоя]нка|ец|ка|чанин|чанка|янин|янка|анин|анка)$/;
const SUFFIXES = [
  '',
  'а',
  'я',
  'ия',
  'ь',
  'ы',
  'ск',
  'ский',
  'инский',
  'анский',
  'ийский',
  'йский',
  'ец',
  'анец',
  'иец',
  'нец',
  'ка',
  'анка',
  'чанин',
  'чанка',
  'янин',
  'янка',
  'анин',
  'анка',
];

/** «Алматы» and «ский» join over «инский»; «к», «ц» and «т» swallow the с. */
function joined(stem: string, suffix: string): string {
  return suffix === 'ский' && /[кцч]$/.test(stem) ? `${stem.slice(0, -1)}цкий` : stem + suffix;
}

/** A dictionary word in its base form that is a place, the adjective of one or its people, and no one's name. */
function isLemma(word: string, morphology: Morphology): boolean {
  return morphology.parses(word).some(({ known, lemma, grammemes }) => {
    if (!known || fold(lemma) !== word) return false;
    if (grammemes.includes('ADJF')) return word.endsWith('ий');
    return grammemes.includes('Geox') || (grammemes.includes('anim') && PEOPLE.test(word) && !isPerson(grammemes));
  });
}

const PEOPLE = /(?:ец|ка|ин)$/;

function isPerson(grammemes: readonly string[]): boolean {
  return grammemes.some((one) => one === 'Name' || one === 'Surn' || one === 'Patr');
}

/** Roots that change beyond rules. */
const IRREGULAR: readonly (readonly string[])[] = [
  ['москва', 'московский', 'москвич', 'москвичка'],
  ['франция', 'французский', 'француз', 'француженка'],
  ['германия', 'германский', 'немецкий', 'немец', 'немка'],
  ['англия', 'английский', 'англичанин', 'англичанка'],
  ['россия', 'российский', 'россиянин', 'россиянка'],
  ['алматы', 'алматинский', 'алматинец', 'алматинка'],
  ['астана', 'астанинский', 'астанчанин', 'астанчанка'],
  ['киев', 'киевский', 'киевлянин', 'киевлянка'],
  ['турция', 'турецкий', 'турок', 'турчанка'],
  ['польша', 'польский', 'поляк', 'полька'],
  ['греция', 'греческий', 'грек', 'гречанка'],
  ['грузия', 'грузинский', 'грузин', 'грузинка'],
  ['япония', 'японский', 'японец', 'японка'],
  ['кыргызстан', 'кыргызстанский', 'кыргызстанец', 'кыргызстанка'],
  ['киргизия', 'киргизский', 'киргиз', 'киргизка'],
  ['афганистан', 'афганский', 'афганец', 'афганка'],
  ['сша', 'американский', 'американец', 'американка'],
];
