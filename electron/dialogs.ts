import { BrowserWindow, dialog, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { isOurs } from './app-protocol.ts';
import { sentences } from './sentences.ts';

/** The system's dialogs for the window; asked by our own pages only. */
export function answerDialogs(): void {
  ipcMain.handle('choose-paths', async (event, kind: unknown): Promise<string[]> => {
    const window = asker(event);
    if (window === undefined || (kind !== 'files' && kind !== 'folder')) return [];
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: kind === 'files' ? sentences.chooseFiles : sentences.chooseFolder,
      properties: kind === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory', 'multiSelections'],
    });
    return canceled ? [] : filePaths;
  });
  ipcMain.handle('choose-save', async (event, name: unknown): Promise<string | null> => {
    const window = asker(event);
    if (window === undefined || typeof name !== 'string') return null;
    const { canceled, filePath } = await dialog.showSaveDialog(window, { title: sentences.save, defaultPath: name });
    return canceled ? null : filePath;
  });
}

/** The window that asks, if the question comes from a page of ours. */
function asker(event: IpcMainInvokeEvent): BrowserWindow | undefined {
  const address = event.senderFrame?.url;
  return address !== undefined && isOurs(address)
    ? (BrowserWindow.fromWebContents(event.sender) ?? undefined)
    : undefined;
}
