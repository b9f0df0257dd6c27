import { describe, expect, test } from 'vitest';
import { encode } from '../../../archive/import/charset.ts';
import { damagedText, isDamaged, repairedText } from '../../../archive/import/encodings/mojibake.ts';
import { decodeText } from '../../../archive/import/text-bytes.ts';
import { kazakh, pieces, readRight, textFormats, writable } from './samples/encoded-texts.ts';

const sum = (counts: Map<unknown, number>) => [...counts.values()].reduce((all, count) => all + count, 0);

describe('texts of 200 letters and more, in every encoding and format that can have it', () => {
  test.each(Object.keys(textFormats))('%s', { timeout: 60_000 }, async (format) => {
    // Every text in some of the encodings, so that every pair of text and encoding comes in one format or another.
    const { right, all, wrong } = await readRight(format, format === 'txt' ? 1 : 4);
    expect(sum(all)).toBeGreaterThan(format === 'txt' ? 500 : 100);
    expect(sum(right) / sum(all), wrong.slice(0, 5).join('\n')).toBeGreaterThanOrEqual(0.99);
  });
});

test('what a person chose is not guessed again', () => {
  const bytes = encode(pieces[0]!, 'windows-1251');
  expect(decodeText(bytes, undefined, 'koi8-r')).toMatchObject({ encoding: 'koi8-r' });
});

describe('texts that were read in a wrong encoding', () => {
  const text =
    'Мурат Касенов встретился с советом по воде: «Озеро» обмелело на треть, и хозяйства ждут решения — сообщил вестник.';
  test.each([
    ['utf-8', 'windows-1251'],
    ['utf-8', 'windows-1252'],
    ['utf-8', 'iso-8859-1'],
    ['windows-1251', 'windows-1252'],
    ['windows-1251', 'koi8-r'],
    ['koi8-r', 'windows-1251'],
    ['cp866', 'windows-1251'],
    ['utf-8', 'cp866'],
  ] as const)('%s as %s', (right, wrong) => {
    const written = writable(text, right)!;
    const damaged = damagedText(written, right, wrong);
    // What the wrong encoding had no sign for cannot come back.
    if (damaged.includes('\ufffd')) return expect(repairedText(damaged)).toBe(damaged);
    expect(repairedText(damaged)).toBe(written);
  });
  test('twice', () =>
    expect(repairedText(damagedText(damagedText(text, 'utf-8', 'windows-1252'), 'utf-8', 'windows-1252'))).toBe(text));
  test('three times', () => {
    const once = (one: string) => damagedText(one, 'utf-8', 'iso-8859-1');
    expect(repairedText(once(once(once(text))))).toBe(text);
  });
  test('one damaged line among sound ones', () => {
    const sound = 'Первая строка цела и читается хорошо.';
    expect(repairedText(`${sound}\n${damagedText(text, 'utf-8', 'windows-1251')}`)).toBe(`${sound}\n${text}`);
  });
  test.each([...pieces.slice(0, 20), ...kazakh, 'Water council meets', ''])('sound text stays: %.30s', (sound) => {
    expect([isDamaged(sound), repairedText(sound)]).toEqual([false, sound]);
  });
});
