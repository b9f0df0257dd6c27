import { expect, test } from 'vitest';
import type { Mention } from '../../../archive/entities/mention.ts';
import { roles } from '../../../archive/entities/roles.ts';
import { morphologyOfTests } from '../text/morphology-of-tests.ts';

/** Persons stand between ‹ and ›, organizations between ‹‹ and ››; the answer is `person: role`, one after another. */
function check(marked: string, expected: string) {
  const mentions: Mention[] = [];
  let body = '';
  for (const piece of marked.split(/(‹‹[^›]*››|‹[^›]*›)/)) {
    const text = piece.replace(/[‹›]/g, '');
    if (piece.startsWith('‹')) {
      const kind = piece.startsWith('‹‹') ? 'organization' : 'person';
      const start = body.length;
      mentions.push({
        field: 'body',
        start,
        end: start + text.length,
        kind,
        text,
        normal: text,
        probability: 1,
        name: 0,
      });
    }
    body += text;
  }
  const found = roles(body, mentions, morphologyOfTests()).map(
    ({ mention, role }) => `${mentions[mention]!.text}: ${role}`,
  );
  expect(found.join('; ')).toBe(expected);
}

test('a role before the name', () => {
  check(
    'Вчера министр иностранных дел Казахстана ‹Мурат Нуртлеу› прибыл.',
    'Мурат Нуртлеу: министр иностранных дел Казахстана',
  );
  check('Встреча с министром обороны ‹Петром Лаптевым› прошла.', 'Петром Лаптевым: министр обороны');
  check(
    'Он говорил с генеральным директором ‹‹ООО «Заря»›› ‹Анной Котовой›.',
    'Анной Котовой: генеральный директор ООО «Заря»',
  );
  check('По словам заместителя министра ‹Ивана Белова›, всё готово.', 'Ивана Белова: заместитель министра');
});

test('a role after the name', () => {
  check('‹Иван Белов›, директор школы, рад.', 'Иван Белов: директор школы');
  check('Пришли ‹Иван Белов›, ‹Анна Котова› и другие.', '');
});

test('nobody gets the office of another, nor one across a verb', () => {
  check('Директор сказал, что ‹Иван Белов› уехал.', '');
  check('Директор ‹Анна Котова› и ‹Иван Белов› уехали.', 'Анна Котова: директор');
  check('Погода хорошая. ‹Иван Белов› уехал.', '');
});

test('that it is held now is no part of a role', () => {
  check('Нынешний министр обороны ‹Иван Котов› приехал.', 'Иван Котов: министр обороны');
  check('Бывший губернатор ‹Иван Котов› уехал.', 'Иван Котов: бывший губернатор');
});
