import { expect, test } from 'vitest';
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
  check('Совет ветеранов = Газпром нефть = Центр', '—');
});
