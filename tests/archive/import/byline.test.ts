import { expect, test } from 'vitest';
import { byline } from '../../../archive/import/byline.ts';
import { readHead } from '../../../archive/import/head.ts';

/** «author | source» of a line, `text` for a line that is none. */
function check(line: string, expected: string) {
  const by = byline(line);
  expect(by === undefined ? 'text' : `${by.author ?? ''} | ${by.source ?? ''}`).toBe(expected);
}

test.each([
  ['Arailym Temirgaliyeva - Kazinform', 'Arailym Temirgaliyeva | Kazinform'],
  ['Мария Королёва, ТАСС', 'Мария Королёва | ТАСС'],
  ['Мария Королёва — «Степной вестник»', 'Мария Королёва | Степной вестник'],
  ['Пётр Лаврентьев', 'Пётр Лаврентьев | '],
  ['Л. Тен', 'Л. Тен | '],
  ['Автор: Ольга Берг', 'Ольга Берг | '],
  ['Автор: Ольга Берг, Интерфакс', 'Ольга Берг | Интерфакс'],
  ['Источник: Степной вестник', ' | Степной вестник'],
  ['/КАЗИНФОРМ/', ' | Казинформ'],
  ['РИА Новости', ' | РИА Новости'],
  ['ТАСС, Мария Королёва', 'Мария Королёва | ТАСС'],
])('byline %s', (line, expected) => check(line, expected));

test.each([
  'Белое озеро',
  'Новый Казахстан',
  'Озеро обмелело на 42 сантиметра',
  'Мы рады приветствовать вас!',
  'Касенов - министр водных ресурсов',
  '',
])('text: %s', (line) => check(line, 'text'));

test('lines of the head are taken off, the dateline stays', () => {
  expect(
    readHead('Ольга Берг, ТАСС\n12.08.2024 09:40\nРубрика: Экономика\nhttps://example.org/a\n\nОзеро обмелело.'),
  ).toEqual({
    author: 'Ольга Берг',
    source: 'ТАСС',
    date: { iso: '2024-08-12T09:40', precision: 'minute' },
    rubric: 'Экономика',
    url: 'https://example.org/a',
    body: 'Озеро обмелело.',
  });
  const item = 'Астана. 12 августа. Казинформ — В столице открылась встреча.';
  expect(readHead(item, 2024)).toEqual({
    body: item,
    inDateline: true,
    source: 'Казинформ',
    date: { iso: '2024-08-12', precision: 'day' },
  });
  expect(readHead(item)).toEqual({ body: item, inDateline: true, source: 'Казинформ' });
});
