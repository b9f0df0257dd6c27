import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { russian } from '../../../renderer/i18n/russian/table.ts';

/** The window's code without its sentences. */
const root = join(import.meta.dirname, '../../..');
const code = globSync('renderer/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !/^renderer[/\\]i18n/.test(file))
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n');

/** A table whose sentences are picked by a value: `kinds[job.kind]`, or walked through. */
const isPickedFrom = (name: string) =>
  new RegExp(`\\b${name}\\??\\.?\\[|Object\\.\\w+\\([\\w.]*\\b${name}\\b`).test(code);

const isNamed = (key: string) =>
  new RegExp(`\\.${key}\\b|['"]${key}['"]|\\{[^{}=]*\\b${key}\\b[^{}=]*\\} = `).test(code);

/** The sentences below a path that nothing in the code can say. */
function unsaid(table: object, path: readonly string[] = []): string[] {
  if (path.some(isPickedFrom)) return [];
  return Object.entries(table).flatMap(([key, value]: [string, unknown]) => {
    const here = [...path, key];
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return unsaid(value, here);
    return isNamed(key) ? [] : [here.join('.')];
  });
}

test('every sentence is said somewhere', () => expect(unsaid(russian)).toEqual([]));

test('the test sees what is not said', () => {
  expect(unsaid({ frame: { nobodySaysThis: 'Это' } })).toEqual(['frame.nobodySaysThis']);
});
