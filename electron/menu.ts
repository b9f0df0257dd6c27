import { Menu, type MenuItemConstructorOptions } from 'electron';
import { sentences } from './sentences.ts';

/** The program's menu: what the system's own roles do. Everything else is in the window, with keys by their place. */
export function setMenu(): void {
  const mac: MenuItemConstructorOptions[] = [{ role: 'appMenu' }];
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? mac : []),
    {
      label: sentences.edit,
      submenu: [
        { role: 'cut', label: sentences.cut },
        { role: 'copy', label: sentences.copy },
        { role: 'paste', label: sentences.paste },
        { role: 'selectAll', label: sentences.selectAll },
      ],
    },
    {
      label: sentences.view,
      submenu: [
        { role: 'zoomIn', label: sentences.larger },
        { role: 'zoomOut', label: sentences.smaller },
        { role: 'resetZoom', label: sentences.actualSize },
        { type: 'separator' },
        { role: 'togglefullscreen', label: sentences.fullScreen },
      ],
    },
    {
      label: sentences.window,
      submenu: [
        { role: 'minimize', label: sentences.minimize },
        { role: 'close', label: sentences.close },
        { role: 'quit', label: sentences.quit },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
