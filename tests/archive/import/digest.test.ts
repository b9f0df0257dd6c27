import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encode } from '../../../archive/import/charset.ts';
import { proposedCuts } from '../../../archive/import/digest/cuts.ts';
import { type Block, documentText, textDocument } from '../../../archive/import/documents/document-text.ts';
import { readFileOfAnyFormat } from '../../../archive/import/formats.ts';
import { previewOf } from '../../../archive/import/preview.ts';
import { first, second } from './samples/samples.ts';

const titles = [
  'Совет по воде собрался в Приозёрске',
  'Новая дорога свяжет два района',
  'Пеликаны вернулись на озеро',
  'Школьникам рассказали о погоде',
];
const outlets = [
  'Казинформ, 12.08.2024',
  'Tengrinews.kz | 13 августа 2024 г.',
  'ТАСС, 14.08.2024',
  'Казахстанская правда, 15 августа 2024',
];

/** The headlines at which a document is cut, each with the line the cut stands at where that is another. */
function check(document: ReturnType<typeof documentText>, expected: string[]) {
  const cuts = proposedCuts(document).map(({ at, title }) => {
    const line = document.text.slice(at).split('\n', 1)[0]!;
    return line === title ? title : `${line} → ${title}`;
  });
  expect(cuts).toEqual(expected);
}

describe('layouts of digests', () => {
  test('headings', () =>
    check(
      documentText(
        titles.flatMap((text): Block[] => [
          { text, level: 1 },
          { text: first },
          { text: 'Подробности', level: 2 },
          { text: second },
        ]),
      ),
      titles,
    ));
  test('a title over all of it, and a list of contents', () =>
    check(
      documentText([
        { text: 'Обзор прессы за 12 августа', level: 1 },
        ...titles.map((text) => ({ text: `${text} 3` })),
        ...titles.flatMap((text): Block[] => [{ text, level: 2 }, { text: first }, { text: second }]),
      ]),
      titles,
    ));
  test('bold headlines with outlet and date below', () =>
    check(
      documentText(
        titles.flatMap((text, i): Block[] => [
          { text, strong: true },
          { text: outlets[i]! },
          { text: first },
          { text: second },
        ]),
      ),
      titles,
    ));
  test('outlet and date above the headline', () =>
    check(
      documentText(
        titles.flatMap((text, i): Block[] => [
          { text: outlets[i]! },
          { text, strong: true },
          { text: first },
          { text: second },
        ]),
      ),
      titles.map((text, i) => `${outlets[i]} → ${text}`),
    ));
  test('plain text, rules between', () =>
    check(textDocument(titles.map((text) => `${text}\n\n${first}\n${second}`).join('\n\n***\n\n')), titles));
  test('plain text in capitals with datelines', () =>
    check(
      textDocument(
        titles
          .map((text) => `${text.toUpperCase()}\n\nАстана. 12 августа. Казинформ — ${first}\n${second}`)
          .join('\n\n'),
      ),
      titles.map((text) => text.toUpperCase()),
    ));
  test('a page for each', () =>
    check(
      documentText(
        titles.flatMap((text): Block[] => [{ text, strong: true, breaks: true }, { text: first }, { text: second }]),
      ),
      titles,
    ));
});

describe('what is no digest', () => {
  test('one article', () => check(textDocument(`${titles[0]}\n\n${first}\n${second}`), []));
  test('one article with a byline and a date', () =>
    check(textDocument(`${titles[0]}\nОльга Берг, ТАСС\n12.08.2024\n\n${first}\n${second}`), []));
  test('an article with direct speech and short lines', () =>
    check(
      textDocument(`${titles[0]}\n\n${first}\n— Вода уходит, — сказал он.\n— Куда?\n${second}\nИ ещё раз.\n${first}`),
      [],
    ));
});

const digest = titles.map((text, i) => `${outlets[i]}\n${text}\n\n${first}\n${second}`).join('\n\n* * *\n\n');

test('the import uses the cuts it is given', async () => {
  const source = { file: 'обзор.txt', bytes: encode(digest, 'windows-1251') };
  const { document } = await previewOf(source);
  const cuts = document!.cuts.map(({ at }) => at);
  const { reads } = await readFileOfAnyFormat({ ...source, choices: { cuts } });
  const lines = reads.map((read) =>
    'article' in read
      ? `${read.place.record} ${read.article.title} / ${read.article.source} / ${read.article.date?.iso}`
      : read.reason,
  );
  expect(lines).toEqual([
    `1 ${titles[0]} / Казинформ / 2024-08-12`,
    `2 ${titles[1]} / Tengrinews.kz / 2024-08-13`,
    `3 ${titles[2]} / ТАСС / 2024-08-14`,
    `4 ${titles[3]} / Казахстанская правда / 2024-08-15`,
  ]);
});

test('without a choice it is one article, and tells that it seems to be several', async () => {
  const reading = await readFileOfAnyFormat({ file: 'a.txt', bytes: encode(digest, 'utf-8') });
  expect([reading.reads.length, reading.clippings]).toEqual([1, 4]);
});

test('cuts are offsets of lines, in order, whatever the blocks', () => {
  const block = fc.record({
    text: fc.oneof(fc.constantFrom(...titles, ...outlets, first, second, '***', ''), fc.string({ maxLength: 300 })),
    strong: fc.boolean(),
    breaks: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(block, { maxLength: 40 }), (blocks) => {
      const document = documentText(blocks);
      const cuts = proposedCuts(document);
      const starts = new Set(document.blocks.map(({ start }) => start));
      expect(cuts.every(({ at }, i) => starts.has(at) && (i === 0 || cuts[i - 1]!.at < at))).toBe(true);
    }),
  );
});
