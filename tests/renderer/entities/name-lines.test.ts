import { expect, test } from 'vitest';
import { nameLines } from '../../../renderer/entities/name-lines.ts';

/** Lines of fifteen letters. */
const check = (name: string, kind: 'person' | 'organization', expected: string, count = '1') =>
  expect(nameLines(name, kind, count, ({ length }) => length <= 15).join(' | ')).toBe(expected);

test('a person is told by an initial and the surname', () => {
  check('Мурат Нуртлеу', 'person', 'М. Нуртлеу');
  check('Касым-Жомарт Токаев', 'person', 'К.-Ж. Токаев');
  check('Иван Петрович Сидоров', 'person', 'И. Сидоров');
  check('Конфуций', 'person', 'Конфуций');
});

test('an organization takes two lines, cut at a word', () => {
  check('ООН', 'organization', 'ООН');
  check('МИД Казахстана', 'organization', 'МИД | Казахстана');
  check('Белый берег', 'organization', 'Белый берег');
  check('Союз земледельцев Приозёрья', 'organization', 'Союз | земледельцев…');
  check('Министерство финансов', 'organization', 'Министерство | финансов');
});

test('no line ends with a preposition before what was cut off', () => {
  check('Региональный центр ООН по превентивной дипломатии', 'organization', 'Региональный | центр ООН…');
  check('Департамент ООН по политическим вопросам', 'organization', 'Департамент ООН | по политичес…');
});

test('the count takes room in the last line', () => {
  check('Белый берег', 'organization', 'Белый | берег', '1 204');
  check('Союз земледельцев', 'organization', 'Союз | земледел…', '1 204');
});

test('a word that is longer than a line is cut', () => {
  check('Достопримечательность', 'organization', 'Достопримеча…');
  check('Иван Достопримечательный', 'person', 'И. Достопри…', '12');
  check('Достопримечательность города', 'organization', 'Достопримечате… | города');
});
