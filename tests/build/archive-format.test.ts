import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '../../archive/store/migrations.ts';

/** Data outlive the program only if their format is written down: the page names every table, and no other. */
test('the page on the format names every table of the present schema', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/archive-format.md'), 'utf8');
  const steps = migrations.join('\n');
  const made = [...steps.matchAll(/CREATE (?:VIRTUAL )?TABLE (\w+)/g)].map(([, name]) => name!);
  const dropped = new Set([...steps.matchAll(/DROP TABLE (\w+)/g)].map(([, name]) => name!));
  const lines = page.split('\n').filter((line) => line.startsWith('| `'));
  const named = lines.flatMap((line) => [...line.split('|')[1]!.matchAll(/`(\w+)`/g)].map(([, name]) => name!));
  expect(named.toSorted()).toEqual(made.filter((name) => !dropped.has(name)).toSorted());
});
