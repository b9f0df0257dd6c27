import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import {
  type Asked,
  type MenuItem,
  type MenuName,
  type MenuRole,
  type MenuTemplate,
  menuTemplate,
} from '../archive/contract/desktop.ts';
import { accelerator } from './accelerator.ts';
import { hear } from './from-window.ts';

type Words = MenuTemplate['words'];

/** What the shell itself adds to the menu. */
export interface ShellItems {
  /** Absent where this copy of the program has no place to get updates from. */
  readonly updates: { readonly on: boolean; set(on: boolean): void } | undefined;
}

let said: Words | undefined;

/** What the shell itself says; undefined until a window has given its language. */
export const words = (): Readonly<Words> | undefined => said;

/** The menu before a window has given its commands: none, but for macOS, where keys of editing are the menu's. */
export function setFirstMenu(): void {
  const menu = [...macMenu(), { role: 'editMenu' } as const];
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate(menu) : null);
}

/**
 * Takes the menu that a window of ours gives: its commands in its language. An item tells the focused window its chord;
 * what it does is known there alone. Keys are not registered with the system (but for macOS, where they must be), because the
 * window binds them by their place, under any layout.
 */
export function takeMenus(shell: () => ShellItems): void {
  hear('menu', (given) => {
    const { success, data } = menuTemplate.safeParse(given);
    if (!success) return;
    said = data.words;
    Menu.setApplicationMenu(Menu.buildFromTemplate(wholeMenu(data, shell())));
  });
}

/** What the system itself does, by menu. */
const editing = ['cut', 'copy', 'paste', 'selectAll'] as const;
const zooming = ['zoomIn', 'zoomOut', 'resetZoom', 'togglefullscreen'] as const;
const windowing = ['minimize', 'close'] as const;

function wholeMenu(
  { titles, items: given, words: said }: MenuTemplate,
  { updates }: ShellItems,
): MenuItemConstructorOptions[] {
  const items = (name: MenuName) => given[name].map(command);
  const quit: MenuItemConstructorOptions[] =
    process.platform === 'darwin' ? [] : [{ type: 'separator' }, { role: 'quit', label: said.quit }];
  const role = (name: MenuRole): MenuItemConstructorOptions => ({ role: name, label: said[name] });
  return [
    ...macMenu(),
    { label: titles.file, submenu: [...items('file'), ...quit] },
    {
      label: titles.edit,
      submenu: [...editing.map(role), { type: 'separator' }, ...items('edit')],
    },
    { label: titles.article, submenu: items('article') },
    { label: titles.view, submenu: [...items('view'), { type: 'separator' }, ...zooming.map(role)] },
    { label: titles.go, submenu: items('go') },
    { label: said.window, submenu: windowing.map(role) },
    {
      label: titles.help,
      role: 'help',
      submenu: [
        ...items('help'),
        { type: 'separator' },
        ...(updates === undefined ? [] : [updatesItem(updates, said.updates)]),
        { label: said.about, click: () => tellFocused('open', { place: '#/about' } satisfies Asked) },
      ],
    },
  ];
}

const tellFocused = (channel: 'command' | 'open', what: unknown) =>
  BrowserWindow.getFocusedWindow()?.webContents.send(channel, what);

function command({ keys, label, enabled }: MenuItem): MenuItemConstructorOptions {
  const shown = accelerator(keys, process.platform);
  return {
    label,
    enabled,
    ...(shown === undefined ? {} : { accelerator: shown, registerAccelerator: false }),
    click: () => tellFocused('command', keys),
  };
}

const updatesItem = ({ on, set }: NonNullable<ShellItems['updates']>, label: string): MenuItemConstructorOptions => ({
  label,
  type: 'checkbox',
  checked: on,
  click: ({ checked }) => set(checked),
});

const macMenu = (): MenuItemConstructorOptions[] =>
  process.platform === 'darwin' ? [{ role: 'appMenu', label: app.name }] : [];
