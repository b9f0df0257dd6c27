import { app, BrowserWindow, dialog, ipcMain, MessageChannelMain, session } from 'electron';
import type { Asked } from '../archive/contract/desktop.ts';
import { defaultArchive } from '../archive/host/default-archive.ts';
import { isOurs, registerScheme, serveInterface } from './app-protocol.ts';
import { type ArchiveProcess, startArchiveProcess } from './archive-process.ts';
import { askedOf, linkScheme, placeOfLink } from './deep-link.ts';
import { answerDialogs } from './dialogs.ts';
import { setFirstMenu, takeMenus } from './menu.ts';
import { sentences } from './sentences.ts';
import { updateIfWished, updates } from './updates.ts';
import { bringForward, openWindow } from './window.ts';
import { firstState, rememberedWindows, rememberWindows } from './window-state.ts';

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

/** A window of ours may open another, at a place of its own. */
function openMoreWindows(): void {
  ipcMain.on('new-window', (event, place: unknown) => {
    if (event.senderFrame === null || !isOurs(event.senderFrame.url)) return;
    if (typeof place === 'string' && place.startsWith('#/')) void openWindow({ ...firstState, place });
  });
}

/** What was asked before there was a window. */
let askedEarly: Asked | undefined;

/** Brings the program forward, at the place or with the file that was asked for. */
function openAsked(asked: Asked | undefined): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  if (window === undefined) {
    askedEarly = asked;
    return;
  }
  bringForward(window);
  if (asked !== undefined) window.webContents.send('open', asked);
}

async function start(): Promise<void> {
  setFirstMenu();
  takeMenus(() => ({ updates: updates() }));
  serveInterface();
  answerDialogs();
  openMoreWindows();
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
  rememberWindows();
  await Promise.all(rememberedWindows().map((state) => openWindow(state)));
  const asked = askedOf(process.argv) ?? askedEarly;
  if (asked !== undefined) openAsked(asked);
  void updateIfWished();
}

registerScheme();
if (app.requestSingleInstanceLock()) {
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme);
  app.on('second-instance', (_event, argv) => openAsked(askedOf(argv)));
  // macOS tells what to open by events.
  app.on('open-url', (_event, address) => {
    const place = placeOfLink(address);
    if (place !== undefined) openAsked({ place });
  });
  app.on('open-file', (_event, file) => openAsked({ file }));
  app.on('window-all-closed', () => app.quit());
  // Not awaited at the top level: `ready` comes only after the main script has run.
  app.whenReady().then(start, (error: unknown) => endWith(String(error)));
} else {
  app.quit();
}
