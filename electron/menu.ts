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
import { sentences } from './sentences.ts';

type Words = MenuTemplate['words'];

/** What the shell itself adds to the menu. */
export interface ShellItems {
  /** Absent where this copy of the program has no place to get updates from. */
  readonly updates: { readonly on: boolean; set(on: boolean): void } | undefined;
}

/** What the shell itself says: in Russian until a window gives its language. */
let said: Words = sentences;
export const words = (): Readonly<Words> => said;

/** The menu before a window has given its commands. */
export function setFirstMenu(): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate([...macMenu(), editMenu([]), windowMenu()]));
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

function wholeMenu({ titles, items: given }: MenuTemplate, { updates }: ShellItems): MenuItemConstructorOptions[] {
  const items = (name: MenuName) => given[name].map(command);
  const quit: MenuItemConstructorOptions[] =
    process.platform === 'darwin' ? [] : [{ type: 'separator' }, { role: 'quit', label: said.quit }];
  return [
    ...macMenu(),
    { label: titles.file, submenu: [...items('file'), ...quit] },
    editMenu(items('edit'), titles.edit),
    { label: titles.article, submenu: items('article') },
    { label: titles.view, submenu: [...items('view'), { type: 'separator' }, ...zoomItems()] },
    { label: titles.go, submenu: items('go') },
    windowMenu(),
    {
      label: titles.help,
      role: 'help',
      submenu: [
        ...items('help'),
        { type: 'separator' },
        ...(updates === undefined ? [] : [updatesItem(updates)]),
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

const updatesItem = ({ on, set }: NonNullable<ShellItems['updates']>): MenuItemConstructorOptions => ({
  label: said.updates,
  type: 'checkbox',
  checked: on,
  click: ({ checked }) => set(checked),
});

const macMenu = (): MenuItemConstructorOptions[] =>
  process.platform === 'darwin' ? [{ role: 'appMenu', label: app.name }] : [];

const role = (name: MenuRole): MenuItemConstructorOptions => ({ role: name, label: said[name] });

function editMenu(items: MenuItemConstructorOptions[], label: string = said.edit): MenuItemConstructorOptions {
  const separator: MenuItemConstructorOptions[] = items.length > 0 ? [{ type: 'separator' }] : [];
  return { label, submenu: [...(['cut', 'copy', 'paste', 'selectAll'] as const).map(role), ...separator, ...items] };
}

const zoomItems = () => (['zoomIn', 'zoomOut', 'resetZoom', 'togglefullscreen'] as const).map(role);

const windowMenu = (): MenuItemConstructorOptions => ({
  label: said.window,
  submenu: (['minimize', 'close'] as const).map(role),
});
