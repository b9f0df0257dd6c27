import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Pencil } from '../../../archive/contract/annotations.ts';
import { pencilLetters, strokes } from '../../../renderer/reader/layers.ts';

const pencils = { o: 'ochre', b: 'blue', r: 'red', l: 'lead' } as const;
type Letter = keyof typeof pencils;
interface Given {
  pencil: Pencil;
  span: { start: number; end: number };
}

const parse = (text: string): Given => {
  const [, letter, start, end] = /^(\w)(\d+)-(\d+)$/.exec(text)!;
  return { pencil: pencils[letter as Letter], span: { start: Number(start), end: Number(end) } };
};

/** «o0-4 b2-6», oldest first; a line that is left under another is written in brackets. */
function check(marks: string, expected: string) {
  const found = strokes(marks.split(' ').map(parse)).map(({ pencil, start, end, under }) => {
    const text = `${pencil[0]}${start}-${end}`;
    return under ? `(${text})` : text;
  });
  expect(found.join(' ')).toBe(expected);
}

test('marks apart and side by side', () => {
  check('o0-4 b6-9', 'o0-4 b6-9');
  check('o0-4 b4-9', 'o0-4 b4-9');
  check('o0-4 o4-9', 'o0-9');
});

test('the later mark paints the ground, the earlier keeps its line', () => {
  check('o0-4 b2-6', 'o0-2 b2-6 (o2-4)');
  check('o0-9 b2-6', 'o0-2 b2-6 (o2-6) o6-9');
  check('b2-6 o0-9', 'o0-9 (b2-6)');
});

/** Letter by letter: who paints it, whose line lies under. */
function twin(marks: readonly Given[], length: number): string[] {
  return Array.from({ length }, (_, at) => {
    const over = marks.filter(({ span }) => span.start <= at && at < span.end);
    return `${over.at(-1)?.pencil ?? ''} ${over.at(-2)?.pencil ?? ''}`;
  });
}

test('as letter by letter', () => {
  const mark = fc
    .tuple(fc.constantFrom('ochre', 'blue', 'red', 'lead'), fc.nat(30), fc.integer({ min: 1, max: 12 }))
    .map(([pencil, start, length]): Given => ({ pencil: pencil as Pencil, span: { start, end: start + length } }));
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 8 }), (marks) => {
      const painted = Array.from({ length: 45 }, () => ['', '']);
      for (const { start, end, pencil, under } of strokes(marks)) {
        for (let at = start; at < end; at += 1) painted[at]![under ? 1 : 0] = pencil;
      }
      expect(painted.map((pair) => pair.join(' '))).toEqual(twin(marks, 45));
    }),
  );
});

test('letters of the pencils: two where names begin alike', () => {
  const names = { ochre: 'цитата', blue: 'проверить', red: 'спорно', lead: 'сомнение' };
  expect(pencilLetters(names)).toEqual({ ochre: 'Ц', blue: 'П', red: 'Сп', lead: 'Со' });
});
