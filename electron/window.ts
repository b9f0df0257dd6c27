import { BrowserWindow } from 'electron';
import { isOurs, startAddress } from './app-protocol.ts';
import { answerContextMenu } from './context-menu.ts';
import { preloadScript } from './folders.ts';
import { firstState, type WindowState } from './window-state.ts';

/** Opens a window of the interface: sandboxed, apart from Node, unable to leave its own pages or to open others. */
export async function openWindow({ bounds, maximized, place }: WindowState = firstState): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Подшивка',
    webPreferences: {
      preload: preloadScript,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      // macOS spells by itself; elsewhere Chromium would fetch its dictionaries from the network.
      spellcheck: process.platform === 'darwin',
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.webContents.on('will-navigate', (event, address) => {
    if (!isOurs(address)) event.preventDefault();
  });
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  answerContextMenu(window.webContents);
  await window.loadURL(`${startAddress}${place}`);
  return window;
}

/** Shows a window that stands behind others or is put away. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}
