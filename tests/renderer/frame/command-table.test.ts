import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { menuTemplate } from '../../../archive/contract/desktop.ts';
import { commandTable, sectionKeys } from '../../../renderer/frame/command-table.ts';
import { menuOf } from '../../../renderer/frame/menu-template.ts';
import { english } from '../../../renderer/i18n/english/table.ts';
import { russian } from '../../../renderer/i18n/russian/table.ts';

const root = join(import.meta.dirname, '../../..');
const sources = globSync('renderer/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !file.endsWith('command-table.ts'))
  .map((file) => readFileSync(join(root, file), 'utf8'));

/** A chord is bound as a quoted or plain key of a table that `useKeys` gets. */
const isBound = (keys: string) =>
  sources.some((text) => text.includes(`'${keys}':`) || new RegExp(`^\\s+${keys}(:|,)`, 'm').test(text));

test('every menu command is bound somewhere', () => {
  const inMenus = commandTable.filter(({ menu }) => menu !== undefined).map(({ keys }) => keys[0]!);
  expect(inMenus.filter((keys) => !isBound(keys))).toEqual([]);
});

test('the menu passes the shell’s scheme, in every language, and no chord stands twice', () => {
  for (const language of [russian, english]) {
    const menu = menuOf(language, () => true);
    expect(menuTemplate.parse(menu)).toEqual(menu);
    const chords = Object.values(menu.items).flatMap((items) => items.map(({ keys }) => keys));
    expect(chords).toEqual([...new Set(chords)]);
    expect(chords).toEqual(expect.arrayContaining(Object.values(sectionKeys)));
  }
});

test('what nothing answers is shown disabled', () => {
  const { items } = menuOf(russian, (keys) => keys === 'Ctrl+KeyK');
  expect(items.help).toEqual([
    { keys: 'Ctrl+KeyK', label: 'Палитра команд', enabled: true },
    { keys: 'F1', label: 'Эта справка', enabled: false },
  ]);
});
