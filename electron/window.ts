import { BrowserWindow } from 'electron';
import { isOurs, startAddress } from './app-protocol.ts';
import { preloadScript } from './folders.ts';
import { rememberedBounds, rememberState, wasMaximized } from './window-state.ts';

/** Opens a window of the interface: sandboxed, apart from Node, unable to leave its own pages or to open others. */
export async function openWindow(): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    ...rememberedBounds(),
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Подшивка',
    webPreferences: {
      preload: preloadScript,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  });
  rememberState(window);
  if (wasMaximized()) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.webContents.on('will-navigate', (event, address) => {
    if (!isOurs(address)) event.preventDefault();
  });
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  await window.loadURL(startAddress);
  return window;
}
