import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOfFileName, pressDate } from '../../../archive/import/press-date.ts';

function check(written: unknown, expected: string) {
  expect(pressDate(written)?.iso ?? 'none').toBe(expected);
}

test.each([
  ['2024', '2024'],
  ['2024-08', '2024-08'],
  ['2024-08-12', '2024-08-12'],
  ['2024-08-12T09:40', '2024-08-12T09:40'],
  ['2024-08-12T09:40:11.000+05:00', '2024-08-12T09:40'],
  ['2024-08-12 09:40:11', '2024-08-12T09:40'],
  ['12.08.2024', '2024-08-12'],
  ['12.08.2024 09:40', '2024-08-12T09:40'],
  ['12.08.2024, 9:40', '2024-08-12T09:40'],
  ['09:40, 12 августа 2024', '2024-08-12T09:40'],
  ['12 августа 2024 г.', '2024-08-12'],
  ['29-09-2022 08-37', '2022-09-29T08:37'],
  ['Mon, 12 Aug 2024 09:40:00 +0500', '2024-08-12T09:40'],
  ['12 Aug 2024', '2024-08-12'],
  [1723443000, '2024-08-12T06:10'],
  [1723443000000, '2024-08-12T06:10'],
  ['2024-13-45', 'none'],
  ['вчера', 'none'],
  ['', 'none'],
  [null, 'none'],
  [{}, 'none'],
])('%s', (written, expected) => check(written, expected));

test.each([
  ['2024-08-12-vstrecha.txt', '2024-08-12'],
  ['Встреча 12.08.2024.docx', '2024-08-12'],
  ['архив/20240812_7.html', '2024-08-12'],
  ['article_874146.html', 'none'],
  ['2024-08-12/letter.txt', 'none'],
])('file name %s', (file, expected) => expect(dateOfFileName(file)?.iso ?? 'none').toBe(expected));

test('a date is ISO text of its precision, whatever is written', () => {
  const length = { year: 4, month: 7, day: 10, minute: 16 };
  const written = fc.stringMatching(/^[0-9 .:T-]{4,19}$/);
  fc.assert(
    fc.property(written, (text) => {
      const date = pressDate(text);
      if (date !== undefined) expect(date.iso).toHaveLength(length[date.precision]);
    }),
    { numRuns: 1000 },
  );
});
