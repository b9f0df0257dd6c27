import { BrowserWindow, type IpcMainEvent, ipcMain, type WebFrameMain } from 'electron';
import { isOurs } from './app-protocol.ts';

/** What windows say to the main process. Only pages of ours are heard; no other module listens. */

const fromOurs = (frame: WebFrameMain | null): boolean => frame !== null && isOurs(frame.url);

/** Hears what a window says. What it gives may be anything. */
export function hear(channel: string, heard: (given: unknown, sender: IpcMainEvent['sender']) => void): void {
  ipcMain.on(channel, (event, given: unknown) => {
    if (fromOurs(event.senderFrame)) heard(given, event.sender);
  });
}

/** Answers what a window asks; any other page gets `nothing`. */
export function answer<Answer>(
  channel: string,
  nothing: Answer,
  found: (given: unknown, window: BrowserWindow) => Promise<Answer>,
): void {
  ipcMain.handle(channel, async (event, given: unknown) => {
    const window = fromOurs(event.senderFrame) ? BrowserWindow.fromWebContents(event.sender) : null;
    return window === null ? nothing : found(given, window);
  });
}
