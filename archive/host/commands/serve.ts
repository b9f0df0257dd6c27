import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readOptions, wholeNumber } from '../arguments.ts';
import { hasDisplay, systemBrowser } from '../browser.ts';
import { openBrowserWindow } from '../browser-window.ts';
import { defaultArchive } from '../default-archive.ts';
import { type HttpShell, serveHttp } from '../http-server.ts';
import { reach } from '../join.ts';
import type { HostParts } from '../open-host.ts';
import { interfaceFolder } from '../resources.ts';
import type { Terminal } from '../terminal.ts';

export const serveUsage = 'serve [--port N] [--window] [--archive DIR] [--json]';

/** A window that has held no request for so long is closed, even where its browser runs on; milliseconds. */
const silence = 15_000;
/** How often the server looks whether a window is there, milliseconds. */
const rhythm = 1_000;

/**
 * Serves the archive to browsers on this machine until it is told to stop; with `--window`, until the window is closed. An
 * archive that another process serves is joined: its address is printed, or opened.
 */
export function prepareServe(args: readonly string[]): (terminal: Terminal, parts: HostParts) => Promise<void> {
  const { values } = readOptions(args, { port: { type: 'string', default: '0' }, window: { type: 'boolean' } });
  const port = wholeNumber(values.port, 'port', 0);
  const folder = resolve(values.archive ?? defaultArchive());
  return async (terminal, parts) => {
    const reached = await reach(folder, parts);
    if (reached.by === 'joining') {
      if (!values.window || !(await showWindow(await reached.enter(), new AbortController()))) {
        announce(terminal, await reached.enter(), values.json);
      }
      return;
    }
    const { host } = reached;
    const stop = stopSignal();
    try {
      const shell = await serveHttp({ ...host, pages: interfaceFolder(), port });
      host.announce(shell.joinAddress);
      host.stay();
      announce(terminal, shell.enter(), values.json);
      if (values.window) void untilSilent(shell, stop);
      if (!values.window || !(await showWindow(shell.enter(), stop))) await aborted(stop.signal);
      stop.abort();
      host.announce(null);
      await shell.close();
    } finally {
      await host.close();
    }
  };
}

function announce(terminal: Terminal, address: string, json: boolean): void {
  terminal.out(json ? JSON.stringify({ address }) : `Подшивка открыта: ${address}`);
}

/** Aborted by whatever asks the process to end. */
function stopSignal(): AbortController {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop.abort());
  return stop;
}

/** Opens the window and waits until it is closed. @returns false where no window can be shown */
async function showWindow(address: string, stop: AbortController): Promise<boolean> {
  const browser = hasDisplay() ? systemBrowser() : undefined;
  if (browser === undefined) return false;
  const opened = Date.now();
  await openBrowserWindow(browser, address, stop.signal);
  // A browser that ends at once has handed the window to one that runs already: then only silence tells.
  if (Date.now() - opened < 3_000) await aborted(stop.signal);
  return true;
}

/** Stops once a window was there and is there no more: some browsers run on without one. */
async function untilSilent(shell: HttpShell, stop: AbortController): Promise<void> {
  let heard: number | undefined;
  while (!stop.signal.aborted) {
    if (shell.busy > 0) heard = Date.now();
    else if (heard !== undefined && Date.now() - heard > silence) return stop.abort();
    await wait(rhythm, undefined, { ref: false });
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
