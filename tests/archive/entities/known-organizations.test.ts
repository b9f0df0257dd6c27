import { expect, test } from 'vitest';
import { companies } from '../../../archive/entities/known/companies.ts';
import { foreignBodies } from '../../../archive/entities/known/foreign-bodies.ts';
import { media } from '../../../archive/entities/known/media.ts';
import { neighbourBodies } from '../../../archive/entities/known/neighbour-bodies.ts';
import { russianBodies } from '../../../archive/entities/known/russian-bodies.ts';
import { worldBodies } from '../../../archive/entities/known/world-bodies.ts';
import { canonicalOrganization } from '../../../archive/entities/known-organizations.ts';
import { organizationKey } from '../../../archive/entities/name-key.ts';

/** What the filter shows for a name; '—' if it is not known. */
function check(names: string, expected: string) {
  for (const name of names.split(' = ')) {
    expect(canonicalOrganization(organizationKey(name))?.label ?? '—', name).toBe(expected);
  }
}

test('names of one organization', () => {
  check('ООН = О.О.Н. = Организация Объединённых Наций = Организация Объединенных Наций', 'ООН');
  check(
    'МИД РК = МИД Казахстана = Министерство иностранных дел Казахстана = МИД Республики Казахстан',
    'МИД Казахстана',
  );
  check('МИД РФ = российский МИД = МИД России', 'МИД России');
  check('МИД = Министерство иностранных дел', 'МИД');
  check('Госдума = Государственная дума = ГД', 'Госдума');
  check('ВТБ = Банк ВТБ', 'ВТБ');
  check('Совет ветеранов = Вестник рыболова = Центр', '—');
});

test('a country is said in many ways, and need not be said where the body is its own', () => {
  check('ФСБ = ФСБ РФ = Федеральная служба безопасности России = российская ФСБ', 'ФСБ');
  check('Госдума РФ = Государственная дума Российской Федерации', 'Госдума');
  check('бундестаг ФРГ = немецкий бундестаг = Бундестаг', 'Бундестаг');
  check('Центробанк России = ЦБ РФ = Центральный банк Российской Федерации', 'Банк России');
  check('Нацбанк РК = Национальный банк Республики Казахстан', 'Нацбанк Казахстана');
});

test('two alphabets', () => {
  check('Ryanair = Райанэйр', 'Ryanair');
  check('Газпром = Gazprom = ПАО «Газпром»', 'Газпром');
  check('Reuters = Рейтер = агентство Reuters', 'Reuters');
});

test('an entry has one meaning: no name stands in two lines', () => {
  const seen = new Map<string, string>();
  const tables = [worldBodies, russianBodies, neighbourBodies, foreignBodies, media, companies];
  for (const line of tables.flatMap((table) => table.trim().split('\n'))) {
    if (line.startsWith('=')) continue;
    const names = line
      .replace(':', ',')
      .split(',')
      .map((name) => organizationKey(name.trim().replace(/^!/, '')));
    for (const name of names) {
      expect(seen.get(name) ?? names[0], name).toBe(names[0]);
      seen.set(name, names[0]!);
    }
  }
  expect(new Set(seen.values()).size).toBeGreaterThan(500);
});
