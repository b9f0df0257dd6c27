import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align, differences } from '../../../archive/annotations/difference.ts';
import { follow } from '../../../archive/annotations/follow.ts';
import { describe } from '../../../archive/annotations/selector.ts';

/** The passage is written between ‹ and › in the earlier text; what is left of it so in the later one. */
function check(marked: string, now: string, expected: string) {
  const before = marked.replace(/[‹›]/g, '');
  const position = { start: marked.indexOf('‹'), end: marked.indexOf('›') - 1 };
  const placed = follow(before, now, align(before, now)!, describe(before, position));
  const { placement, span } = placed ?? { placement: 'none', span: null };
  const shown =
    span === null ? '' : `: ${now.slice(0, span.start)}‹${now.slice(span.start, span.end)}›${now.slice(span.end)}`;
  expect(`${placement}${shown}`).toBe(expected);
}

test('unchanged, or pushed along', () => {
  check('новый ‹план› утверждён', 'новый план утверждён', 'exact: новый ‹план› утверждён');
  check('новый ‹план› утверждён', 'Уже новый план утверждён', 'moved: Уже новый ‹план› утверждён');
  check('до‹мовой и› лес', 'вот домовой и лес', 'moved: вот до‹мовой и› лес');
});

test('a passage that was taken out is not mistaken for one like it', () => {
  check('Мост открыт. Мэр назвал ‹мост› новым. Мост закрыт.', 'Мост открыт. Мост закрыт.', 'unplaced');
  check('в ‹США›, а не в США ли?', 'а не в США ли?', 'unplaced');
});

test('a few words are not believed among new neighbours, least of all where two places are alike', () => {
  check(
    'Работы осмотрел мэр. ‹Причал будет деревянным›.',
    'Работы осмотрел мэр. Настил положат к осени, сваи забиты весной, лёд не помешал. Писали: «Причал будет деревянным», потом опять: «Причал будет деревянным», и зря.',
    'unplaced',
  );
});

test('of equal passages the one that was marked is followed', () => {
  check('да ‹нет› да нет да нет', 'или да нет да нет да нет', 'moved: или да ‹нет› да нет да нет');
  check('да нет да ‹нет› да нет', 'или да нет да нет да нет', 'moved: или да нет да ‹нет› да нет');
});

test('a changed word, a word put in, a slip', () => {
  check(
    'Сегодня ‹министр подписал приказ о выплатах семьям› в столице.',
    'Сегодня министр лично подписал указ о выплатах семьям в столице.',
    'approximate: Сегодня ‹министр лично подписал указ о выплатах семьям› в столице.',
  );
  check('прошёл ‹консультативный› совет', 'прошёл консультатвный совет', 'approximate: прошёл ‹консультатвный› совет');
});

test('a sentence put into the middle of a passage belongs to it now', () => {
  check(
    'Река ‹вышла из берегов. Жители ждут› помощи.',
    'Река вышла из берегов. Дорога размыта, мост снесён водой. Жители ждут помощи.',
    'approximate: Река ‹вышла из берегов. Дорога размыта, мост снесён водой. Жители ждут› помощи.',
  );
});

test('what another reader of the page writes differently is no change of place', () => {
  check(
    'он сказал: ‹«всё решено» — да›.',
    'он сказал: "все решено" - да.',
    'approximate: он сказал: ‹"все решено" - да›.',
  );
});

const text = fc
  .array(fc.constantFrom('план', 'мост', 'река', 'и', 'в', '.', '—', '\n', 'новый', '😀'), { maxLength: 40 })
  .map((words) => words.join(' '));

test('the alignment rises, pairs equal words, and its differences lead from one text to the other', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const alignment = align(before, after)!;
      let last = -1;
      alignment.to.forEach((there, at) => {
        if (there < 0) return;
        expect(there).toBeGreaterThan(last);
        last = there;
        expect(alignment.from[there]).toBe(at);
      });
      // Replacing every difference by its counterpart gives the other text, blanks aside.
      let [rebuilt, from] = ['', 0];
      for (const one of differences(alignment)) {
        rebuilt += before.slice(from, one.before.start) + after.slice(one.after.start, one.after.end);
        from = one.before.end;
      }
      const bare = (whole: string) => whole.replace(/\s/g, '');
      expect(bare(rebuilt + before.slice(from))).toBe(bare(after));
    }),
  );
});

test('in an unchanged text every passage is where it was', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (whole, a, b) => {
      const [start, end] = [a % (whole.length + 1), b % (whole.length + 1)].sort((x, y) => x - y) as [number, number];
      const selector = describe(whole, { start, end });
      const placed = follow(whole, whole, align(whole, whole)!, selector);
      if (selector.quote.exact.trim() !== '')
        expect(placed).toMatchObject({ placement: 'exact', span: selector.position });
    }),
  );
});
