import { expect, test } from 'vitest';
import { askedOf, placeOfLink } from '../../electron/deep-link.ts';
import { hashToView } from '../../renderer/view/view.ts';

const check = (address: string, place: string | undefined) => expect(placeOfLink(address), address).toBe(place);

test('a link names an article or a section', () => {
  check('podshivka://article/12', '#/search?article=12&reading=true');
  check('podshivka://names', '#/names');
  check('podshivka://names/', '#/names');
  check('podshivka://search?query=%D0%B2%D0%BE%D0%B4%D0%B0', '#/search?query=%D0%B2%D0%BE%D0%B4%D0%B0');
});

test('any other address names nothing', () => {
  check('podshivka://article/0', undefined);
  check('podshivka://article/../../etc', undefined);
  check('podshivka://elsewhere', undefined);
  check('podshivka:', undefined);
  check('https://example.org/', undefined);
  check('javascript:alert(1)', undefined);
});

test('the window reads the place', () => {
  expect(hashToView(placeOfLink('podshivka://article/12')!)).toMatchObject({ article: 12, reading: true });
  expect(hashToView(placeOfLink('podshivka://search?query=a&article=x')!)).toMatchObject({ article: null });
});

test('a start is asked by its arguments', () => {
  expect(askedOf(['podshivka', '--archive=a', 'podshivka://names'])).toEqual({ place: '#/names' });
  expect(askedOf(['podshivka', 'Дело.podshivka'])).toEqual({ file: 'Дело.podshivka' });
  expect(askedOf(['podshivka.podshivka', '--x.podshivka'])).toBeUndefined();
});
