import { app, BrowserWindow, ipcMain, Menu, type MenuItemConstructorOptions } from 'electron';
import {
  type MenuItem,
  type MenuName,
  type MenuRole,
  type MenuTemplate,
  menuTemplate,
} from '../archive/contract/desktop.ts';
import { accelerator } from './accelerator.ts';
import { isOurs } from './app-protocol.ts';
import { sentences } from './sentences.ts';

type Roles = MenuTemplate['roles'];

/** What the shell itself adds to the menu. */
export interface ShellItems {
  /** Absent where this copy of the program has no place to get updates from. */
  readonly updates: { readonly on: boolean; set(on: boolean): void } | undefined;
}

/** How the system's own items are called now: in Russian until a window says its language. */
let roles: Roles = sentences.roles;
export const roleLabels = (): Readonly<Roles> => roles;

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
  ipcMain.on('menu', (event, given: unknown) => {
    if (event.senderFrame === null || !isOurs(event.senderFrame.url)) return;
    const { success, data } = menuTemplate.safeParse(given);
    if (!success) return;
    roles = data.roles;
    Menu.setApplicationMenu(Menu.buildFromTemplate(wholeMenu(data, shell())));
  });
}

function wholeMenu({ titles, items: given }: MenuTemplate, { updates }: ShellItems): MenuItemConstructorOptions[] {
  const items = (name: MenuName) => given[name].map(command);
  const quit: MenuItemConstructorOptions[] =
    process.platform === 'darwin' ? [] : [{ type: 'separator' }, { role: 'quit', label: roles.quit }];
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
        { role: 'about', label: roles.about },
      ],
    },
  ];
}

function command({ keys, label, enabled }: MenuItem): MenuItemConstructorOptions {
  const shown = accelerator(keys, process.platform);
  return {
    label,
    enabled,
    ...(shown === undefined ? {} : { accelerator: shown, registerAccelerator: false }),
    click: () => BrowserWindow.getFocusedWindow()?.webContents.send('command', keys),
  };
}

const updatesItem = ({ on, set }: NonNullable<ShellItems['updates']>): MenuItemConstructorOptions => ({
  label: roles.updates,
  type: 'checkbox',
  checked: on,
  click: ({ checked }) => set(checked),
});

const macMenu = (): MenuItemConstructorOptions[] =>
  process.platform === 'darwin' ? [{ role: 'appMenu', label: app.name }] : [];

const role = (name: MenuRole): MenuItemConstructorOptions => ({ role: name, label: roles[name] });

function editMenu(items: MenuItemConstructorOptions[], label: string = sentences.edit): MenuItemConstructorOptions {
  const separator: MenuItemConstructorOptions[] = items.length > 0 ? [{ type: 'separator' }] : [];
  return { label, submenu: [...(['cut', 'copy', 'paste', 'selectAll'] as const).map(role), ...separator, ...items] };
}

const zoomItems = () => (['zoomIn', 'zoomOut', 'resetZoom', 'togglefullscreen'] as const).map(role);

const windowMenu = (): MenuItemConstructorOptions => ({
  label: roles.window,
  submenu: (['minimize', 'close'] as const).map(role),
});
