import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBoundary } from '../../../archive/annotations/boundary.ts';
import { place } from '../../../archive/annotations/place.ts';
import { describe } from '../../../archive/annotations/selector.ts';

/** The passage is written between ‹ and › in the text it was marked in. */
function check(marked: string, now: string, expected: string) {
  const start = marked.indexOf('‹');
  const end = marked.indexOf('›') - 1;
  const { placement, span } = place(now, describe(marked.replace(/[‹›]/g, ''), { start, end }));
  const shown =
    span === null ? '' : `: ${now.slice(0, span.start)}‹${now.slice(span.start, span.end)}›${now.slice(span.end)}`;
  expect(`${placement}${shown}`).toBe(expected);
}

test('an unchanged text', () => {
  check('новый ‹план› утверждён', 'новый план утверждён', 'exact: новый ‹план› утверждён');
  check('‹новый план утверждён›', 'новый план утверждён', 'exact: ‹новый план утверждён›');
});

test('of two equal passages the context decides', () => {
  check('новый ‹план› утверждён', 'план; новый план утверждён', 'moved: план; новый ‹план› утверждён');
  check('план; новый ‹план› утверждён', 'новый план утверждён', 'moved: новый ‹план› утверждён');
});

test('of equal passages with equal context nobody decides after a move', () => {
  check('да ‹нет› да нет да', 'или да нет да нет да нет да или', 'unplaced');
});

test('a passage that is gone is not looked for elsewhere', () => {
  check('Мэр открыл ‹мост› через реку Тихую.', 'В посёлке Дальнем сгорел старый мост.', 'unplaced');
  check('Мэр открыл ‹мост› через реку Тихую.', 'Мэр открыл парк у реки Тихой.', 'unplaced');
});

test('a changed passage', () => {
  check(
    'Сегодня ‹министр подписал приказ о выплатах семьям› в столице.',
    'Сегодня министр подписал указ о выплатах семьям в столице.',
    'approximate: Сегодня ‹министр подписал указ о выплатах семьям› в столице.',
  );
});

test('an empty passage has no place', () => {
  check('а‹›б', 'аб', 'unplaced');
});

const word = fc.constantFrom('план', 'мост', 'река', 'й', 'е\u0308ж', '😀', '👩‍🔬', '\n', 'новый', ' ');
const someText = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' '));

test('described and placed in the same text, a passage is where it was or nowhere', () => {
  fc.assert(
    fc.property(someText, fc.nat(), fc.nat(), (text, a, b) => {
      const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
      const selector = describe(text, { start, end });
      expect(isBoundary(text, selector.position.start) && isBoundary(text, selector.position.end)).toBe(true);
      const { placement, span } = place(text, selector);
      if (span !== null) expect([placement, span]).toEqual(['exact', selector.position]);
    }),
  );
});

test('in any other text no character is cut', () => {
  fc.assert(
    fc.property(someText, someText, fc.nat(), fc.nat(), (text, other, a, b) => {
      const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
      const { span } = place(other, describe(text, { start, end }));
      if (span !== null) expect(isBoundary(other, span.start) && isBoundary(other, span.end)).toBe(true);
    }),
  );
});
