import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Mention } from '../../../archive/entities/mention.ts';
import { pairs, sentenceAt } from '../../../archive/entities/occurrence.ts';
import { quotes } from '../../../archive/entities/quotes.ts';

/** Persons stand between ‹ and ›; the answer is `speaker: first words of the quotation`, one after another. */
function check(marked: string, expected: string) {
  const mentions: Mention[] = [];
  let body = '';
  for (const piece of marked.split(/(‹[^›]*›)/)) {
    const text = piece.replace(/[‹›]/g, '');
    if (piece.startsWith('‹')) {
      const start = body.length;
      mentions.push({
        field: 'body',
        start,
        end: start + text.length,
        kind: 'person',
        text,
        normal: text,
        probability: 1,
        name: 0,
      });
    }
    body += text;
  }
  const shown = quotes(body, mentions).map(
    ({ speaker, start, end }) =>
      `${mentions[speaker]!.text}: ${body.slice(start, end).split(' ').slice(0, 2).join(' ')}`,
  );
  expect(shown.join('; ')).toBe(expected);
}

test('who said it', () => {
  check('«Мы очень рады приветствовать вас в городе», – отметил ‹Иван Белов›.', 'Иван Белов: Мы очень');
  check('‹Анна Котова› сказала: «Завтра откроется новая школа на окраине».', 'Анна Котова: Завтра откроется');
  check('— Завтра откроется новая школа на окраине, — сказала ‹Анна Котова›.', 'Анна Котова: Завтра откроется');
  check('«Завтра откроется новая школа на окраине», — сообщил ‹Белов›, помощник ‹Котовой›.', 'Белов: Завтра откроется');
});

test('nobody is named where nobody is', () => {
  check('«Мы очень рады приветствовать вас в городе», – отметил министр. ‹Иван Белов› уехал.', '');
  check('‹Иван Белов› смотрел фильм «Долгая дорога через большие дюны».', '');
  check('‹Иван Белов› вошёл. «Мы очень рады приветствовать вас в городе», – отметил министр.', '');
});

/** Sentences of ids parted by full stops: `1 2. 3` → `1-2 1, 1-3 0, 2-3 0`. */
function checkPairs(text: string, expected: string) {
  const body = text.replace(/\d+/g, (id) => `Имя${id}`);
  const mentions = [...body.matchAll(/Имя(\d+)/g)].map((match) => ({
    field: 'body' as const,
    start: match.index,
    end: match.index + match[0].length,
    entity: Number(match[1]),
  }));
  expect(
    pairs({ title: '', body }, mentions)
      .map(({ a, b, sentences }) => `${a}-${b} ${sentences}`)
      .join(', '),
  ).toBe(expected);
}

test('who is named together', () => {
  checkPairs('1 и 2 пришли. 3 ушёл.', '1-2 1, 1-3 0, 2-3 0');
  checkPairs('2 и 1. 1 и 2. 1 и 1.', '1-2 2');
  checkPairs('1 один.', '');
});

test('the sentence of an offset is the last that starts at it or before', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(50), { minLength: 1 }), fc.nat(60), (list, offset) => {
      const starts = list.sort((a, b) => a - b);
      expect(sentenceAt(starts, offset)).toBe(
        Math.max(
          0,
          starts.findLastIndex((start) => start <= offset),
        ),
      );
    }),
  );
});
