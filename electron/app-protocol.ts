import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { pageHeaders, staticFile } from '../archive/host/static-files.ts';
import { interfaceFolder } from './folders.ts';

const scheme = 'app';
export const startAddress = `${scheme}://podshivka/index.html`;

/** To be called before the app is ready, as Electron asks. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the interface's own files; nothing outside its folder has an address. */
export function serveInterface(): void {
  protocol.handle(scheme, async (request) => {
    const file = staticFile(interfaceFolder, new URL(request.url).pathname);
    if (file === undefined) return new Response(null, { status: 404, headers: pageHeaders });
    const content = await readFile(file.path);
    return new Response(new Uint8Array(content), { headers: { ...pageHeaders, 'Content-Type': file.type } });
  });
}

/** Whether an address is a page of ours. */
export function isOurs(address: string): boolean {
  try {
    const { protocol: given, host } = new URL(address);
    return given === `${scheme}:` && host === 'podshivka';
  } catch {
    return false;
  }
}
