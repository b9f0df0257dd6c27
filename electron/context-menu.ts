import { Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';
import { words } from './menu.ts';

/**
 * The system's menu of the right button over fields and selected text: spelling where the system has it, then cut, copy and
 * paste. Over anything else the window shows its own menus.
 */
export function answerContextMenu(contents: WebContents): void {
  contents.on('context-menu', (_event, { isEditable, selectionText, dictionarySuggestions, editFlags }) => {
    const said = words();
    if (said === undefined || (!isEditable && selectionText.trim() === '')) return;
    const { cut, copy, paste, selectAll } = said;
    const spelling: MenuItemConstructorOptions[] = dictionarySuggestions.map((word) => ({
      label: word,
      click: () => contents.replaceMisspelling(word),
    }));
    const editing: MenuItemConstructorOptions[] = [
      { role: 'cut', label: cut, enabled: editFlags.canCut },
      { role: 'copy', label: copy, enabled: editFlags.canCopy },
      { role: 'paste', label: paste, enabled: editFlags.canPaste },
    ];
    Menu.buildFromTemplate([
      ...spelling,
      ...(spelling.length > 0 ? [{ type: 'separator' } as const] : []),
      ...(isEditable ? editing : editing.slice(1, 2)),
      { role: 'selectAll', label: selectAll },
    ]).popup();
  });
}
