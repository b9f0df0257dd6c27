import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likeness, reprintLikelihood } from '../../../archive/import/reprints.ts';
import { shared, shinglesOf, sketchOf } from '../../../archive/import/shingles.ts';

const story = `Совет по водным ресурсам собрался в Приозёрске. Министр Тимур Касенов доложил о паводке.
По его словам, плотины выдержали весеннюю воду, но три моста нужно чинить до осени. Рыбаки просили построить причал.
Председатель совета Анна Белова напомнила, что деньги на причал выделены ещё в прошлом году. Следующее заседание в мае.`;
const lead = story.slice(0, story.indexOf('\n'));
const other = `На площади открылась ярмарка. Мёд, ткани и посуду привезли из девяти районов области. Торговать будут до воскресенья,
вход свободный. В прошлом году ярмарку посетили двадцать тысяч человек, рассказали устроители и пообещали концерт.`;

function check(first: string, second: string, expected: 'reprint' | 'another story'): void {
  const likely = reprintLikelihood(shinglesOf(first), shinglesOf(second));
  expect(likely > 0 ? 'reprint' : 'another story').toBe(expected);
  expect(reprintLikelihood(shinglesOf(second), shinglesOf(first))).toBe(likely);
}

test('a text is its own reprint, whatever its case, ё and layout', () => {
  check(story, story, 'reprint');
  check(story, story.toUpperCase().replaceAll('Ё', 'Е').replaceAll('\n', '\n\n  '), 'reprint');
});

test('a shortened print and one with a new beginning are reprints', () => {
  check(story, story.slice(0, story.lastIndexOf('\n')), 'reprint');
  check(story, `Как сообщает наш корреспондент, дело не терпит. ${story.slice(lead.length)}`, 'reprint');
});

test('another story is none; neither is a quotation, nor one item of a digest', () => {
  check(story, other, 'another story');
  check(`${other}\n${other.replaceAll(' ', ' и ')}\n${lead}`, story, 'another story');
  check(
    `${story}\n${Array.from({ length: 9 }, (_, i) => other.replaceAll('а', `а${i}`)).join('\n')}`,
    story,
    'another story',
  );
});

test('the same form with other figures is another story', () => {
  const rates = (day: number) =>
    Array.from({ length: 12 }, (_, i) => `Курс валюты ${i} на ${day} число составил ${day * 31 + i} тенге`).join('. ');
  check(rates(3), rates(4), 'another story');
});

test('too short a text is nobody’s reprint', () =>
  check('Всё спокойно, вода спала.', 'Всё спокойно, вода спала.', 'another story'));

test('what was kept and what was added', () => {
  const first = shinglesOf(story);
  expect(likeness(first, first)).toEqual({ kept: 1, added: 0 });
  const { kept, added } = likeness(first, shinglesOf(`${story} ${other}`));
  expect(kept).toBe(1);
  expect(added).toBeGreaterThan(0.4);
});

const words = fc.array(fc.constantFrom('река', 'Ёлка', 'мост', '7', 'берег', 'совет', 'день'), { maxLength: 60 });
/** Shingles as sets of texts: what hashes stand for. */
const plain = (text: readonly string[]) =>
  new Set(
    text.flatMap((_, i) =>
      i + 4 > text.length
        ? []
        : [
            text
              .slice(i, i + 4)
              .join(' ')
              .toLowerCase()
              .replaceAll('ё', 'е'),
          ],
    ),
  );

test('hashes count as sets of words do', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [left, right] = [shinglesOf(a.join(' ')), shinglesOf(b.join(', '))];
      expect(left.length).toBe(plain(a).size);
      expect(shared(left, right)).toBe([...plain(a)].filter((shingle) => plain(b).has(shingle)).length);
      expect(sketchOf(left)).toEqual([...left].sort((x, y) => x - y).slice(0, 16));
    }),
  );
});
