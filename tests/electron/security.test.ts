import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { pageHeaders, staticFile } from '../../archive/host/static-files.ts';

/**
 * Electron's own checklist (its documentation, «Security»), item by item, over the sources of the desktop shell. What only a running
 * window shows is in `tests/e2e/electron.spec.ts`; the packed program's fuses are read in `tests/build/package.test.ts`.
 */
const root = join(import.meta.dirname, '../..');
const { default: packaging } = (await import(join(root, 'build/electron-builder.mjs'))) as {
  default: { electronFuses: Record<string, boolean>; publish: unknown };
};
const sources = new Map(
  globSync('electron/*.ts', { cwd: root }).map((file) => [
    basename(file, '.ts'),
    readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''),
  ]),
);

/** The modules of the shell in which a pattern stands. */
const check = (pattern: RegExp, modules: readonly string[]) =>
  expect(
    [...sources].filter(([, text]) => pattern.test(text)).map(([name]) => name),
    String(pattern),
  ).toEqual(modules);

test('1, 18: pages come from the program’s own folder by its own protocol, never by file: or from the network', () => {
  check(/loadFile|['"`](file|https?):/, []);
  check(/\.loadURL\(/, ['window']);
  expect(sources.get('window')).toMatch(/loadURL\(`\$\{startAddress\}/);
  check(/registerSchemesAsPrivileged|protocol\.handle/, ['app-protocol']);
  expect(sources.get('app-protocol')).not.toMatch(/bypassCSP: true|allowServiceWorkers|corsEnabled/);
});

test('2, 3, 4, 20: no Node in windows, isolated, sandboxed; the preload passes no function of Electron on', () => {
  const window = sources.get('window')!;
  for (const line of ['sandbox: true', 'contextIsolation: true', 'nodeIntegration: false'])
    expect(window).toContain(line);
  check(/new BrowserWindow\(/, ['window']);
  check(/sandbox: false|contextIsolation: false|nodeIntegration: true|nodeIntegrationIn/, []);
  const exposed = sources.get('preload')!.split('exposeInMainWorld')[1]!;
  expect(exposed).not.toMatch(/:\s*ipcRenderer\b|ipcRenderer,|\bsend,|\binvoke,/);
});

test('5: every permission is denied but to write a text to the clipboard, to our own pages', () => {
  const main = sources.get('main')!;
  expect(main).toContain("permission === 'clipboard-sanitized-write' && isOurs(address)");
  expect(main).toMatch(/setPermissionRequestHandler\(\([^)]*\) =>\s*answer\(isGranted\(/);
  expect(main).toMatch(/setPermissionCheckHandler\(\([^)]*\) => isGranted\(/);
});

test('6, 8, 9, 10, 11: no switch of Chromium’s safety is touched', () => {
  check(/webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|webviewTag|appendSwitch/, []);
});

test('7: a policy without unsafe-* on every answer of the protocol', () => {
  const policy = pageHeaders['Content-Security-Policy']!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe-|\*|https?:/);
  expect(sources.get('app-protocol')!.match(/new Response\(/g)).toHaveLength(2);
  expect(sources.get('app-protocol')!.match(/pageHeaders/g)).toHaveLength(3); // the import, and both answers
});

test('12, 13, 14: no webview; a window neither leaves its pages nor opens others', () => {
  check(/will-navigate/, ['window']);
  expect(sources.get('window')).toContain("setWindowOpenHandler(() => ({ action: 'deny' }))");
});

test('15: nothing is given to the system to open', () => {
  check(/openExternal|openPath|\bshell\b[^;]*from 'electron'/, []);
});

test('16: every electron of the package is the exact present one', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
});

test('17: whoever speaks to the main process is asked who it is', () => {
  check(/\bipcMain\b/, ['from-window']);
  const { length } = sources.get('from-window')!.match(/ipcMain\.(on|handle)\(/g)!;
  expect(sources.get('from-window')!.match(/fromOurs\(event\.senderFrame\)/g)).toHaveLength(length);
});

test('the protocol leaves its folder by no spelling of an address', () => {
  for (const path of [
    '/../main.mjs',
    '/%2e%2e/main.mjs',
    '/..%2fmain.mjs',
    '/..\\main.mjs',
    '/%00.html',
    '//etc/passwd',
    '/.',
  ])
    expect(staticFile(join(root, 'renderer'), path), path).toBeUndefined();
  expect(staticFile(join(root, 'renderer'), '/')?.type).toContain('text/html');
});

test('19: the fuses that are set', () => {
  expect(packaging.electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
  });
});

test('updates are silent until they are wished for', () => {
  check(/electron-updater/, ['updates']);
  const text = sources.get('updates')!;
  expect(text).toMatch(/updates\(\)\?\.on === true\) await lookForUpdate/);
  expect(packaging.publish).toBeNull();
});
