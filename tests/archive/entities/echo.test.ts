import { expect, test } from 'vitest';
import { recogniserOfTests } from './recogniser-of-tests.ts';

/** Organizations that are found in a text, in order, as they stand there. */
function check(body: string, ...expected: string[]) {
  const { mentions } = recogniserOfTests().recognise({ title: '', body });
  expect(mentions.filter(({ kind }) => kind === 'organization').map(({ text }) => text)).toEqual(expected);
}

test('a name that one place shows is found where it stands alone', () => {
  const bare = 'Вестник Заволжья вышел утром.';
  check(bare);
  check(`Корреспондент газеты «Вестник Заволжья» был на месте. ${bare}`, 'Вестник Заволжья', 'Вестник Заволжья');
});

test('names that everybody knows; quotes tell some of them from common words', () => {
  check('Об этом пишет «Правда». Правда восторжествует.', 'Правда');
  check('О проверке рассказало Эхо Москвы.', 'Эхо Москвы');
});
