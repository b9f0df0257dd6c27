import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Asked, MenuTemplate } from '../archive/contract/desktop.ts';

/** What was asked before the window could listen waits for it. */
const early: Asked[] = [];
let open: (what: Asked) => void = (what) => early.push(what);
ipcRenderer.on('open', (_event, what: Asked) => open(what));

/**
 * What the window gets of the desktop: a port to the archive, and the system's dialogs. Its shape is `DesktopBridge` in
 * `renderer/bridge.ts`.
 */
contextBridge.exposeInMainWorld('podshivka', {
  platform: process.platform,
  connect: () => ipcRenderer.send('connect'),
  choosePaths: (kind: 'files' | 'folder'): Promise<string[]> => ipcRenderer.invoke('choose-paths', kind),
  chooseSave: (name: string): Promise<string | null> => ipcRenderer.invoke('choose-save', name),
  pathOf: (file: File): string => webUtils.getPathForFile(file),
  setMenu: (template: MenuTemplate) => ipcRenderer.send('menu', template),
  onCommand: (chosen: (keys: string) => void) => {
    ipcRenderer.on('command', (_event, keys: string) => chosen(keys));
  },
  onOpen: (asked: (what: Asked) => void) => {
    open = asked;
    for (const what of early.splice(0)) asked(what);
  },
  newWindow: (place: string) => ipcRenderer.send('new-window', place),
});

// A port cannot cross the bridge; it goes on as a message of the window to itself.
ipcRenderer.on('port', (event) => window.postMessage('podshivka:port', '*', event.ports));
