import { app, BrowserWindow, dialog, ipcMain, MessageChannelMain, session } from 'electron';
import { defaultArchive } from '../archive/host/default-archive.ts';
import { isOurs, registerScheme, serveInterface } from './app-protocol.ts';
import { type ArchiveProcess, startArchiveProcess } from './archive-process.ts';
import { answerDialogs } from './dialogs.ts';
import { setMenu } from './menu.ts';
import { sentences } from './sentences.ts';
import { openWindow } from './window.ts';

/** The archive's folder: `--archive=DIR`, else among the person's documents. */
function archiveFolder(): string {
  const prefix = '--archive=';
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length) ?? defaultArchive();
}

function endWith(sentence: string): void {
  dialog.showErrorBox(sentences.cannotOpen, sentence);
  app.quit();
}

/** A window that asks gets a port of its own to the archive's process. */
function connectWindows(archive: ArchiveProcess): void {
  ipcMain.on('connect', (event) => {
    if (event.senderFrame === null || !isOurs(event.senderFrame.url)) return;
    const { port1, port2 } = new MessageChannelMain();
    archive.connect(port1);
    event.sender.postMessage('port', null, [port2]);
  });
}

async function start(): Promise<void> {
  setMenu();
  serveInterface();
  answerDialogs();
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  const archive = startArchiveProcess(archiveFolder(), {
    restarted: () => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.reload();
    },
    refused: endWith,
    failed: () => endWith(sentences.hostFailed),
  });
  connectWindows(archive);
  app.once('will-quit', (event) => {
    event.preventDefault();
    void archive.stop().finally(() => app.quit());
  });
  await openWindow();
}

registerScheme();
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  // Not awaited at the top level: `ready` comes only after the main script has run.
  app.whenReady().then(start, (error: unknown) => endWith(String(error)));
} else {
  app.quit();
}
