import { z } from 'zod';

/** What passes between a window and the desktop shell, beside the archive's calls. */

/** What the system's own menu items do. */
export const menuRole = z.enum([
  'cut',
  'copy',
  'paste',
  'selectAll',
  'zoomIn',
  'zoomOut',
  'resetZoom',
  'togglefullscreen',
  'minimize',
  'close',
  'quit',
]);
export type MenuRole = z.infer<typeof menuRole>;

/** A command of the window; `keys` is its chord («Ctrl+KeyK»), by which the window knows it. */
export const menuItem = z.object({ keys: z.string(), label: z.string(), enabled: z.boolean() });
export type MenuItem = z.infer<typeof menuItem>;

/** The menus of the program, in their order. */
export const menuName = z.enum(['file', 'edit', 'article', 'view', 'go', 'help']);
export type MenuName = z.infer<typeof menuName>;

/** The menu of the desktop program in the window's language. */
export const menuTemplate = z.object({
  titles: z.record(menuName, z.string()),
  items: z.record(menuName, z.array(menuItem)),
  /** What the shell itself says: the system's own menu items, and the dialogs. */
  words: z.record(
    z.enum([
      ...menuRole.options,
      'window',
      'about',
      'updates',
      'chooseFiles',
      'chooseFolder',
      'save',
      'cannotOpen',
      'hostFailed',
    ]),
    z.string(),
  ),
});
export type MenuTemplate = z.infer<typeof menuTemplate>;

/** What the system asks the program to open: a place of the window (`#/…`), or a packed archive. */
export type Asked = { readonly place: string } | { readonly file: string };
