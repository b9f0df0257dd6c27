import { expect, test } from 'vitest';
import { nominatives, type PersonMention } from '../../../archive/entities/article-nominatives.ts';
import { createPersonNormaliser } from '../../../archive/entities/person-normal.ts';
import { morphologyOfTests } from '../text/morphology-of-tests.ts';

const persons = createPersonNormaliser(morphologyOfTests());

/** Mentions between ‹ and ›, each with a word before and after it; their nominatives, parted by commas. */
function check(text: string, expected: string) {
  const mentions = [...text.matchAll(/(\S*)\s*‹([^›]+)›\s*(\S*)/g)].map(
    ([, before, name, after]): PersonMention => ({
      words: name!.split(' '),
      before: before || undefined,
      after: after || undefined,
    }),
  );
  const found = nominatives(mentions, persons);
  expect(found.map((person) => person.text).join(', ')).toBe(expected);
}

test('one nominative explains all forms, and the words around them', () => {
  check('. ‹Асия Биби› была , но ‹Асия Биби› ждала . Признали ‹Асию Биби›', 'Асия Биби, Асия Биби, Асия Биби');
  check('дело ‹Егора Свиридова› и по ‹Егору Свиридову›', 'Егор Свиридов, Егор Свиридов');
});

test('bare surnames follow the full names of the article', () => {
  check('министр ‹Ирина Яровая› заявила. Закон ‹Яровой›', 'Ирина Яровая, Яровая');
  check('с ‹Касым-Жомартом Токаевым›. Слова ‹Токаева›', 'Касым-Жомарт Токаев, Токаев');
});

test('two people of one surname stay two', () => {
  check(', ‹Максим Туров› , ‹Ирина Турова› . ‹Турова› сказала', 'Максим Туров, Ирина Турова, Турова');
});
