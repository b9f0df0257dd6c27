import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, type Rectangle, screen } from 'electron';

/** How a window stood, and what it showed: the part of its address after `#`. */
export interface WindowState {
  readonly bounds: Partial<Rectangle> & Pick<Rectangle, 'width' | 'height'>;
  readonly maximized: boolean;
  readonly place: string;
}

/** A window of the first start. */
export const firstState: WindowState = { bounds: { width: 1280, height: 840 }, maximized: false, place: '' };

/** So many windows are opened again at most. */
const mostWindows = 8;
const file = () => join(app.getPath('userData'), 'windows.json');
let quitting = false;

/** The windows that were open when the program ended; at least one. */
export function rememberedWindows(): WindowState[] {
  try {
    const states: unknown = JSON.parse(readFileSync(file(), 'utf8'));
    const sound = (Array.isArray(states) ? states : []).slice(0, mostWindows).flatMap(soundState);
    return sound.length > 0 ? sound : [firstState];
  } catch {
    return [firstState]; // the first start, or a damaged file
  }
}

/** Keeps where the windows stand: all of them when the program ends, the last one when it is closed. */
export function rememberWindows(): void {
  app.on('before-quit', () => {
    quitting = true;
    keep(BrowserWindow.getAllWindows());
  });
  app.on('browser-window-created', (_event, window) => {
    window.on('close', () => {
      if (!quitting && BrowserWindow.getAllWindows().length === 1) keep([window]);
    });
  });
}

function keep(windows: BrowserWindow[]): void {
  if (windows.length === 0) return;
  const states = windows.map<WindowState>((window) => ({
    bounds: window.getNormalBounds(),
    maximized: window.isMaximized(),
    place: new URL(window.webContents.getURL()).hash,
  }));
  try {
    writeFileSync(file(), JSON.stringify(states));
  } catch {
    // A place that cannot be kept is no reason to hold the window open.
  }
}

/** A kept state, if it is whole; without its position when that is no longer on any screen. */
function soundState(given: unknown): WindowState[] {
  const { bounds, maximized, place } = (given ?? {}) as Partial<WindowState>;
  const { x, y, width, height } = bounds ?? firstState.bounds;
  if (![x, y, width, height].every(Number.isFinite) || width < 400 || height < 300) return [];
  const whole = { x: x!, y: y!, width, height };
  const { workArea } = screen.getDisplayMatching(whole);
  const seen =
    whole.x < workArea.x + workArea.width - 80 &&
    whole.x + width > workArea.x + 80 &&
    whole.y >= workArea.y - 10 &&
    whole.y < workArea.y + workArea.height - 80;
  return [
    {
      bounds: seen ? whole : { width, height },
      maximized: maximized === true,
      place: typeof place === 'string' && place.startsWith('#/') ? place : '',
    },
  ];
}
