import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAnalyzer } from '../../../archive/text/analyzer.ts';
import { fold, letterMarks } from '../../../archive/text/letters.ts';
import { openSections, packSections } from '../../../archive/text/section-file.ts';
import { SurfaceTable, spellingOf } from '../../../archive/text/surface-table.ts';

/** Properties that hold for any text, and clever structures beside their stupid twins. */

const anyText = fc
  .array(
    fc.constantFrom(
      ..."АаБбЁёЙйИия -.,\n«»()&;#\u00ad\u0301\u0306\u00a0\u200b—–’'1234C0oxі😀\ud800№",
      '&shy;',
      '&laquo;',
      'г.',
      'С.П.',
      '1 500',
      '12.08.2024',
      'COVID-19',
      'Касым-Жомарт',
      'встре-\nчу',
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

const analyzer = createAnalyzer();

test('spans are in order, within the text and never empty', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { length, start, end, position, sentence } = analyzer.tokens(text);
      for (let i = 0; i < length; i++) {
        expect(start[i]).toBeLessThan(end[i]!);
        expect(end[i]).toBeLessThanOrEqual(text.length);
        if (i === 0) continue;
        expect(position[i]! - position[i - 1]!).toSatisfy((step: number) => step === 0 || step === 1);
        expect(sentence[i]! - sentence[i - 1]!).toSatisfy((step: number) => step === 0 || step === 1);
        expect(start[i]).toBeGreaterThanOrEqual(start[i - 1]!);
      }
    }),
  );
});

test('the same text gives the same tokens, warm or cold', () => {
  const read = (one: typeof analyzer, text: string) => {
    const { length, surface, start } = one.tokens(text);
    return Array.from({ length }, (_, i) => `${start[i]} ${one.surface(surface[i]!).form}`);
  };
  fc.assert(
    fc.property(anyText, (text) => {
      expect(read(analyzer, text)).toEqual(read(createAnalyzer(), text));
    }),
    { numRuns: 30 },
  );
});

test('plain words are those between anything that is no letter, folded', () => {
  const plain = fc.string({ unit: fc.constantFrom(...'абвЁёЙАБ ,!?—\n'), maxLength: 40 });
  fc.assert(
    fc.property(plain, (text) => {
      const { length, surface } = analyzer.tokens(text);
      const forms = Array.from({ length }, (_, i) => analyzer.surface(surface[i]!).form);
      expect(forms).toEqual((text.match(/[а-яё]+/gi) ?? []).map(fold));
    }),
  );
});

test('numbers of spellings are those of a map', () => {
  const spelling = fc.tuple(fc.string({ unit: fc.constantFrom(...'абв'), minLength: 1, maxLength: 4 }), fc.boolean());
  fc.assert(
    fc.property(fc.array(spelling, { maxLength: 400 }), (spellings) => {
      const table = new SurfaceTable();
      const twin = new Map<string, number>();
      for (const [form, capitalised] of spellings) {
        const units = Uint16Array.from(form, (letter) => letter.charCodeAt(0));
        const id = table.intern(units, 0, units.length, capitalised ? 1 : 0);
        const key = `${form} ${capitalised}`;
        if (!twin.has(key)) twin.set(key, twin.size);
        expect(id).toBe(twin.get(key));
        expect(table.form(id)).toBe(form);
      }
      expect(table.size).toBe(twin.size);
    }),
    { numRuns: 30 },
  );
});

test('a table keeps its numbers while it grows', () => {
  const table = new SurfaceTable();
  const unitsOf = (n: number) => Uint16Array.from(String(n), (digit) => digit.charCodeAt(0));
  for (let n = 0; n < 30_000; n++) expect(table.intern(unitsOf(n), 0, String(n).length, 0)).toBe(n);
  for (let n = 0; n < 30_000; n += 997)
    expect(table.form(table.intern(unitsOf(n), 0, String(n).length, 0))).toBe(String(n));
});

test('capitals of a word, and 4 for a ё in it', () => {
  const check = (word: string, expected: number) => {
    const marks = [...word].reduce((sum, letter) => sum + letterMarks[letter.charCodeAt(0)]!, 0);
    expect(spellingOf(word.charCodeAt(0), word.charCodeAt(1), marks, word.length)).toBe(expected);
  };
  check('слово', 0);
  check('Слово', 1);
  check('СЛОВО', 2);
  check('МИДом', 3);
  check('КазМунайГаз', 1);
  check('Я', 1);
  check('иОС', 0);
  check('ёлка', 4);
  check('Ёлка', 5);
  check('ЁЛКА', 6);
  check('Королёв', 5);
  check('А'.repeat(256), 2);
});

test('sections come back as they were put in', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 9 }), { maxLength: 5 }), fc.nat(3), (sections, shift) => {
      const packed = packSections('TEST', 7, sections);
      const moved = new Uint8Array(packed.length + shift);
      moved.set(packed, shift);
      const opened = openSections('TEST', moved.subarray(shift));
      expect(opened?.version).toBe(7);
      expect(opened?.sections.map((section) => [...section])).toEqual(sections.map((section) => [...section]));
      expect(openSections('NONE', packed)).toBeUndefined();
      if (sections.some((section) => section.length > 0)) {
        expect(openSections('TEST', packed.subarray(0, 12))).toBeUndefined();
      }
    }),
  );
});
