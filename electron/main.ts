import { app, BrowserWindow, dialog, MessageChannelMain, session, type WebContents } from 'electron';
import type { Asked } from '../archive/contract/desktop.ts';
import { defaultArchive } from '../archive/host/default-archive.ts';
import { isOurs, registerScheme, serveInterface } from './app-protocol.ts';
import { type ArchiveProcess, startArchiveProcess } from './archive-process.ts';
import { watchCrashes } from './crashes.ts';
import { askedOf, linkScheme, placeOfLink } from './deep-link.ts';
import { answerDialogs } from './dialogs.ts';
import { hear } from './from-window.ts';
import { setFirstMenu, takeMenus, words } from './menu.ts';
import { firstWords } from './sentences.ts';
import { updateIfWished, updates } from './updates.ts';
import { bringForward, openWindow } from './window.ts';
import { firstState, rememberedWindows, rememberWindows } from './window-state.ts';

/** The archive's folder: `--archive=DIR`, else among the person's documents. */
function archiveFolder(): string {
  const prefix = '--archive=';
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length) ?? defaultArchive();
}

/** What the shell says of a failure. */
const failures = () => words() ?? firstWords;

function endWith(sentence: string): void {
  dialog.showErrorBox(failures().cannotOpen, sentence);
  app.quit();
}

/** Gives a window a port of its own to the archive's process. */
function givePort(archive: ArchiveProcess, contents: WebContents): void {
  const { port1, port2 } = new MessageChannelMain();
  archive.connect(port1);
  contents.postMessage('port', null, [port2]);
}

/** The one thing a page of ours may do beyond its window: put a text it shows on the clipboard. */
const isGranted = (permission: string, address: string): boolean =>
  permission === 'clipboard-sanitized-write' && isOurs(address);

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
  // A window may open another, at a place of its own.
  hear('new-window', (place) => {
    if (typeof place === 'string' && place.startsWith('#/')) void openWindow({ ...firstState, place });
  });
  session.defaultSession.setPermissionRequestHandler((contents, permission, answer) =>
    answer(isGranted(permission, contents.getURL())),
  );
  session.defaultSession.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin));
  const archive = startArchiveProcess(archiveFolder(), {
    restarted: () => {
      for (const window of BrowserWindow.getAllWindows()) givePort(archive, window.webContents);
    },
    refused: endWith,
    failed: () => endWith(failures().hostFailed),
  });
  hear('connect', (_given, contents) => givePort(archive, contents));
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

const log = watchCrashes();
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
  app
    .whenReady()
    .then(start)
    .catch((cause: unknown) => {
      log({ level: 'error', event: 'fault', name: 'main', cause });
      endWith(failures().hostFailed);
    });
} else {
  app.quit();
}
