import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/**
 * What a reader of Russian press tries, by row: letters (L), words (W), names (N), abbreviations (A), dates (D), keyboard
 * (K). Each row has a test of its name; those below are also shown where the whole program takes part.
 */
const ROWS = { L: 20, W: 18, N: 20, A: 7, D: 7, K: 8 };

/** The keys of the window are no matter of the text. */
const KEYS = '../../renderer/ui/keys.test.ts';

/** Rows whose expected outcome is an offer, a mark or a key: the test that shows it in the program. */
const SHOWN: Readonly<Record<string, readonly [file: string, name: string]>> = {
  L1: ['../index/archive-index.test.ts', 'of a word in both spellings the one typed comes first'],
  L16: [
    '../service/search.test.ts',
    'other letters, a slip and Kazakh letters are offered with the number of articles',
  ],
  W6: ['../service/search.test.ts', 'the forms that a word searched can be left out'],
  W8: ['../../e2e/window-forms.spec.ts', 'by the keyboard: from the query to a form and back'],
  W14: ['../service/search.test.ts', 'nothing typed makes the search fail'],
  N3: ['../service/search.test.ts', 'other letters, a slip and Kazakh letters are offered with the number of articles'],
  N4: ['../service/search.test.ts', 'other letters, a slip and Kazakh letters are offered with the number of articles'],
  N19: [
    '../service/search.test.ts',
    'other letters, a slip and Kazakh letters are offered with the number of articles',
  ],
  N16: [
    '../service/search.test.ts',
    'other letters, a slip and Kazakh letters are offered with the number of articles',
  ],
  N20: ['../service/glossary.test.ts', 'other names of a place are offered'],
  A2: ['../service/glossary.test.ts', 'an abbreviation explained in brackets and its long form offer each other'],
  D1: ['../index/archive-index.test.ts', 'a date is found however it is written'],
  D4: ['../service/search.test.ts', 'sorted by date, the undated come last among the newest'],
  W16: [
    '../service/search.test.ts',
    'of several words only the one in the other layout is read anew, and a hyphen alone excludes nothing',
  ],
  K5: [
    '../service/search.test.ts',
    'of several words only the one in the other layout is read anew, and a hyphen alone excludes nothing',
  ],
  K1: ['../service/search.test.ts', 'a query in the other keyboard layout is read as it was meant, and it is said'],
  K7: ['../service/search.test.ts', 'other letters, a slip and Kazakh letters are offered with the number of articles'],
  K8: [KEYS, 'K8: shortcuts work by the key and not by its letter'],
};

const read = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8');

/** The rows that the names of tests begin with: «K1–K2: …» is two. */
function named(source: string): string[] {
  return [...source.matchAll(/^test\('([LWNADK])(\d+)(?:–[LWNADK](\d+))?:/gm)].flatMap(([, letter, first, last]) =>
    Array.from({ length: Number(last ?? first) - Number(first) + 1 }, (_, i) => `${letter}${Number(first) + i}`),
  );
}

test('every row has a test of its name', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => /^press-.*\.test\.ts$/.test(name));
  const tested = new Set([...files, KEYS].flatMap((file) => named(read(file))));
  const rows = Object.entries(ROWS).flatMap(([letter, count]) =>
    Array.from({ length: count }, (_, i) => `${letter}${i + 1}`),
  );
  expect(rows.filter((row) => !tested.has(row))).toEqual([]);
});

test.each(Object.entries(SHOWN))('%s is shown in the whole program', (_, [file, name]) => {
  expect(read(file)).toContain(`test('${name}'`);
});
