import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stem } from '../../../archive/text/stemmer.ts';

const snowball = createRequire(import.meta.url)('snowball-stemmers') as {
  newStemmer(language: string): { stem(word: string): string };
};
const twin = snowball.newStemmer('russian');

test.each('вагон важнейшими противоестественном казахстана делавшись известность ранняя ходили'.split(' '))(
  'stems as Snowball does: %s',
  (word) => {
    expect(stem(word)).toBe(twin.stem(word));
  },
);

test('any letters are stemmed as Snowball does', () => {
  const endings = fc.constantFrom('ами', 'ость', 'ейше', 'нн', 'ого', 'ющ', 'ился', 'вшись', 'ия', 'ь', 'ете', '');
  const word = fc.tuple(fc.string({ unit: fc.constantFrom(...'абеинорсту'), maxLength: 8 }), endings, endings);
  fc.assert(
    fc.property(word, (parts) => {
      expect(stem(parts.join(''))).toBe(twin.stem(parts.join('')));
    }),
  );
});
