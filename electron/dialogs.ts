import { dialog } from 'electron';
import { answer } from './from-window.ts';
import { words } from './menu.ts';

/** The system's dialogs for the window. */
export function answerDialogs(): void {
  answer<string[]>('choose-paths', [], async (kind, window) => {
    const said = words();
    if (said === undefined || (kind !== 'files' && kind !== 'folder')) return [];
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: kind === 'files' ? said.chooseFiles : said.chooseFolder,
      properties: kind === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory', 'multiSelections'],
    });
    return canceled ? [] : filePaths;
  });
  answer<string | null>('choose-save', null, async (name, window) => {
    const said = words();
    if (said === undefined || typeof name !== 'string') return null;
    const { canceled, filePath } = await dialog.showSaveDialog(window, { title: said.save, defaultPath: name });
    return canceled ? null : filePath;
  });
}
