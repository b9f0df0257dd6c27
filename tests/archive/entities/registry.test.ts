import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArticleName } from '../../../archive/entities/mention.ts';
import { organizationKey, personKey } from '../../../archive/entities/name-key.ts';
import { EntityRegistry, type EntityRow, type KeyRow } from '../../../archive/entities/registry.ts';

/** A person as `Мурат Нуртлеу`, `М. Нуртлеу` or `Нуртлеу`; an organization in quotes, its aliases after bars. */
function name(text: string): ArticleName {
  if (text.startsWith('"')) {
    const [label = '', ...aliases] = text.slice(1).split('|');
    return { kind: 'organization', label, key: organizationKey(label), aliases: aliases.map(organizationKey) };
  }
  const words = text.split(' ');
  const surname = words.at(-1)!;
  const first = words.length > 1 ? words[0] : undefined;
  const initials = first?.endsWith('.') ? first.replaceAll('.', '') : undefined;
  const parts = { surname, ...(initials ? { initials } : first ? { given: first } : {}) };
  return { kind: 'person', label: text, key: personKey(parts), aliases: [], parts };
}

/** Articles one after another, their names parted by commas; each name is shown as the label its entity has at the end. */
function check(articles: readonly string[], expected: readonly string[]) {
  const registry = new EntityRegistry();
  const labels = new Map<number, string>();
  const ids = articles.map((article) => {
    const assigned = registry.assign(article.split(', ').map(name));
    for (const row of assigned.changedEntities) labels.set(row.id, row.label);
    return assigned.entities;
  });
  expect(ids.map((article) => article.map((id) => `${labels.get(id)} ${id}`).join(', '))).toEqual(expected);
}

test('full names, initials, bare surnames', () => {
  check(['Мурат Нуртлеу', 'Мурат Нуртлеу'], ['Мурат Нуртлеу 1', 'Мурат Нуртлеу 1']);
  check(['Мурат Нуртлеу', 'М. Нуртлеу', 'Нуртлеу'], ['Мурат Нуртлеу 1', 'Мурат Нуртлеу 1', 'Мурат Нуртлеу 1']);
  check(['Мурат Нуртлеу', 'А. Нуртлеу'], ['Мурат Нуртлеу 1', 'А. Нуртлеу 2']);
  check(['Нуртлеу', 'Мурат Нуртлеу'], ['Мурат Нуртлеу 1', 'Мурат Нуртлеу 1']);
  check(['Иван Котов', 'Анна Котова'], ['Иван Котов 1', 'Анна Котова 2']);
});

test('of two bearers a bare surname means the one that has nearly all its articles', () => {
  check(['Иван Котов', 'Пётр Котов', 'Котов'], ['Иван Котов 1', 'Пётр Котов 2', 'Котов 3']);
  check(
    ['Иван Котов', 'Иван Котов', 'Иван Котов', 'Иван Котов', 'Пётр Котов', 'Котов'],
    ['Иван Котов 1', 'Иван Котов 1', 'Иван Котов 1', 'Иван Котов 1', 'Пётр Котов 2', 'Иван Котов 1'],
  );
});

test('what is only alike is proposed, not joined', () => {
  const registry = new EntityRegistry();
  registry.assign(['Мурат Нуртлеу', 'Мурат Нуртлыу', 'Мурат Котов', 'Анна Нуртлеу'].map(name));
  expect(registry.proposals(1)).toEqual([{ entity: 2, distance: 1, evidence: ['same-given-name', 'one-letter'] }]);
  expect(registry.proposals(3)).toEqual([]);
});

test('abbreviations go to what they were explained as', () => {
  check(['"Союз северных рыбаков|ССР', '"ССР'], ['Союз северных рыбаков 1', 'Союз северных рыбаков 1']);
  check(['"ССР', '"Союз северных рыбаков'], ['ССР 1', 'Союз северных рыбаков 2']);
  const registry = new EntityRegistry();
  registry.assign(['"ССР', '"Союз северных рыбаков'].map(name));
  const abbreviation = (entity: number) => ({ entity, distance: 0, evidence: ['abbreviation'] });
  expect(registry.proposals(1)).toEqual([abbreviation(2)]);
  expect(registry.proposals(2)).toEqual([abbreviation(1)]);
  registry.assign([name('"Совет старых рыбаков')]);
  expect(registry.proposals(1)).toEqual([abbreviation(2), abbreviation(3)]);
});

test('a registry filled from the rows goes on as the one that wrote them', () => {
  const given = fc.constantFrom('Иван ', 'Пётр ', 'И. ', 'П. ', '');
  const surname = fc.constantFrom('Котов', 'Котова', 'Белов');
  const article = fc.uniqueArray(
    fc.tuple(given, surname).map(([a, b]) => a + b),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(fc.array(article, { maxLength: 8 }), fc.array(article, { maxLength: 4 }), (before, after) => {
      const entities = new Map<number, EntityRow>();
      const keys = new Map<string, KeyRow>();
      const registry = new EntityRegistry();
      for (const names of before) {
        const assigned = registry.assign(names.map(name));
        for (const row of assigned.changedEntities) entities.set(row.id, row);
        for (const row of assigned.changedKeys) keys.set(`${row.entity} ${row.kind} ${row.key}`, row);
      }
      const reopened = new EntityRegistry({ entities: entities.values(), keys: keys.values() });
      for (const names of after) expect(reopened.assign(names.map(name))).toEqual(registry.assign(names.map(name)));
    }),
  );
});

test('of equally full names the label does not depend on the order in which the rows are read again', () => {
  const entities = new Map<number, EntityRow>();
  const keys = new Map<string, KeyRow>();
  const registry = new EntityRegistry();
  for (const article of ['И.П. Котов', 'И. Котов']) {
    const { changedEntities, changedKeys } = registry.assign([name(article)]);
    for (const row of changedEntities) entities.set(row.id, row);
    for (const row of changedKeys) keys.set(row.key, row);
  }
  const labels = [[...keys.values()], [...keys.values()].reverse()].map((rows) => {
    const again = new EntityRegistry({ entities: [...entities.values()], keys: rows });
    const { changedEntities } = again.assign([name('Котов')]);
    return changedEntities.map(({ id, label }) => `${label} ${id}`);
  });
  expect(keys.size).toBe(2);
  expect(labels[1]).toEqual(labels[0]);
});
