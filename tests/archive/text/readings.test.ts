import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Dictionary, openDictionaryFile } from '../../../archive/text/dictionary.ts';
import { FORM_PREFIXES } from '../../../archive/text/dictionary-format.ts';
import { ENDING_TRUST, LONGEST_ENDING } from '../../../archive/text/ending-trust.ts';
import { GuessedReadings } from '../../../archive/text/guessed-readings.ts';
import { KnownReadings, weighedReadings } from '../../../archive/text/known-readings.ts';
import { fold } from '../../../archive/text/letters.ts';
import type { Reading } from '../../../archive/text/readings.ts';
import { type Reduction, reduced } from '../../../archive/text/reductions.ts';
import { dictionaryBytes, morphologyOfTests } from './morphology-of-tests.ts';

/** What is kept about sets of readings and about endings must say what each word by itself would. */
const dictionary = openDictionaryFile(dictionaryBytes())!;
const known = new KnownReadings(dictionary);
const guessed = new GuessedReadings(dictionary);

const STEMS = (
  'стекло сталь вести замок белка роман надежда лев павел астана киев диплом запах лучший наилучший елка все сорок дуров ' +
  'иванова петрович мид вуз бежать сделать премьер сентябрь три пять оба получше подальше человек идти шел хороший синий ' +
  'токарь городок полтора рубль весь этот мочь быть есть жечь звезда слеза далекий зеленый орел козел темный'
).split(' ');
const FORMS = STEMS.flatMap((stem) =>
  morphologyOfTests()
    .parses(stem)
    .flatMap((parse) => parse.forms().map(({ form }) => fold(form))),
);

test('readings of a known word', () => {
  fc.assert(
    fc.property(fc.constantFrom(...FORMS), (word) => {
      expect(known.of(word)).toEqual(weighedReadings(dictionary, word));
    }),
    { numRuns: 2000 },
  );
});

test('readings of an unknown word', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'аеиоукнртвспйлья'), minLength: 1, maxLength: 6 });
  const words = fc.tuple(fc.constantFrom('', '', 'по', 'наи'), letters, fc.constantFrom(...FORMS));
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 7 }), ([prefix, head, form], length) => {
      const word = prefix + head + form.slice(-length);
      fc.pre(word.length >= 4);
      expect(guessed.of(word)).toEqual(guessedOneByOne(dictionary, word));
    }),
    { numRuns: 2000 },
  );
});

/** Every ending asked for anew. */
function guessedOneByOne(dictionary: Dictionary, word: string): Reading[] {
  const weights = new Map<Reduction, number>();
  const met = new Set<number>();
  for (const [prefix, text] of FORM_PREFIXES.entries()) {
    if (!word.startsWith(text)) continue;
    let found = false;
    for (let length = Math.min(LONGEST_ENDING, word.length - text.length - 1); length > 0; length--) {
      const places = dictionary.endingPlaces(prefix, word.slice(-length));
      if (places.length === 0 && found) break;
      found ||= places.length > 0;
      const most = Math.max(1, ...places.map(({ count }) => count));
      for (const { place, count, reduction } of places) {
        if (met.has(place)) continue;
        met.add(place);
        weights.set(reduction, (weights.get(reduction) ?? 0) + (count * ENDING_TRUST[length]!) / most);
      }
    }
  }
  return [...weights]
    .sort(([, a], [, b]) => b - a)
    .map(([reduction, weight]) => ({
      lemma: reduced(word, reduction),
      grammemes: reduction.bits,
      weight,
      known: false,
    }));
}
