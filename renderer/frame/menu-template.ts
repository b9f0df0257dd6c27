import type { MenuName, MenuTemplate } from '../../archive/contract/desktop.ts';
import type { Messages } from '../i18n/messages.tsx';
import { capital, commandTable, sectionKeys } from './command-table.ts';

/** The menu of the desktop program in the window's language; an item is named by the chord that it presses. */
export function menuOf({ help, menu, frame }: Messages, bound: (keys: string) => boolean): MenuTemplate {
  const item = (keys: string, label: string) => ({ keys, label: capital(label), enabled: bound(keys) });
  const commands = (name: MenuName) =>
    commandTable.filter((command) => command.menu === name).map(({ keys, act }) => item(keys[0]!, help.act[act]));
  const sections = Object.entries(sectionKeys).map(([section, keys]) =>
    item(keys, frame.sections[section as keyof typeof sectionKeys]),
  );
  const items = Object.fromEntries(
    (Object.keys(menu.titles) as MenuName[]).map((name) => [
      name,
      name === 'go' ? [...sections, ...commands(name)] : commands(name),
    ]),
  ) as MenuTemplate['items'];
  return { titles: menu.titles, words: menu.words, items };
}
