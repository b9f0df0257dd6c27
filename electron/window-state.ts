import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, type BrowserWindow, type Rectangle, screen } from 'electron';

interface WindowState {
  readonly bounds: Rectangle;
  readonly maximized: boolean;
}

const file = () => join(app.getPath('userData'), 'window.json');
const first: Pick<Rectangle, 'width' | 'height'> = { width: 1280, height: 840 };

/** Where the window stood last time; only its size when that place is no longer on any screen. */
export function rememberedBounds(): Partial<Rectangle> & typeof first {
  const bounds = read()?.bounds;
  if (bounds === undefined) return first;
  const { workArea } = screen.getDisplayMatching(bounds);
  const seen =
    bounds.x < workArea.x + workArea.width - 80 &&
    bounds.x + bounds.width > workArea.x + 80 &&
    bounds.y >= workArea.y - 10 &&
    bounds.y < workArea.y + workArea.height - 80;
  return seen ? bounds : { width: bounds.width, height: bounds.height };
}

export const wasMaximized = (): boolean => read()?.maximized ?? false;

/** Keeps the window's place whenever it is closed. */
export function rememberState(window: BrowserWindow): void {
  window.on('close', () => {
    const state: WindowState = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      writeFileSync(file(), JSON.stringify(state));
    } catch {
      // A place that cannot be kept is no reason to hold the window open.
    }
  });
}

function read(): WindowState | undefined {
  try {
    const state = JSON.parse(readFileSync(file(), 'utf8')) as WindowState;
    const { x, y, width, height } = state.bounds;
    return [x, y, width, height].every(Number.isFinite) && width >= 400 && height >= 300 ? state : undefined;
  } catch {
    return undefined; // the first start, or a damaged file
  }
}
