import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formsOf, type Gender, readings } from '../../../archive/entities/declension.ts';

/** Whether a form can come from a nominative of that gender. */
function check(form: string, nominative: string, gender: Gender, expected: boolean) {
  expect(readings(form).some((r) => r.nominative === nominative && r.gender === gender)).toBe(expected);
}

test('classes of names', () => {
  check('лапиным', 'лапин', 'masc', true);
  check('лапиной', 'лапина', 'femn', true);
  check('лапиной', 'лапин', 'masc', false);
  check('горского', 'горский', 'masc', true);
  check('игоря', 'игорь', 'masc', true);
  check('дмитрием', 'дмитрий', 'masc', true);
  check('стрельцом', 'стрелец', 'masc', true);
  check('заборовцем', 'заборовец', 'masc', true);
  check('гюго', 'гюго', 'masc', true);
  check('смит', 'смит', 'femn', true);
});

const syllable = fc.constantFrom('ва', 'ко', 'ри', 'ту', 'ме', 'ло', 'сю');
const ending = fc.constantFrom(
  'ов',
  'ова',
  'ин',
  'ина',
  'ский',
  'ская',
  'н',
  'ч',
  'й',
  'ь',
  'на',
  'ша',
  'ля',
  'рия',
  'ец',
  'ко',
  'их',
);

test('every form of a nominative is read back to it', () => {
  fc.assert(
    fc.property(syllable, syllable, ending, fc.constantFrom<Gender>('masc', 'femn'), (a, b, c, gender) => {
      const nominative = a + b + c;
      for (const form of formsOf(nominative, gender)) {
        const found = readings(form).some((r) => r.nominative === nominative && r.gender === gender);
        if (form !== nominative) expect(found, form).toBe(true);
      }
    }),
  );
});
