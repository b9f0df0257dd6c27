import { expect, test } from 'vitest';
import { accelerator } from '../../electron/accelerator.ts';

function check(keys: string, elsewhere: string, mac: string | undefined = elsewhere): void {
  expect([accelerator(keys, 'linux'), accelerator(keys, 'win32'), accelerator(keys, 'darwin')]).toEqual([
    elsewhere,
    elsewhere,
    mac,
  ]);
}

test('a chord of the window is shown in the menu as Electron writes it', () => {
  check('Ctrl+KeyK', 'CmdOrCtrl+K');
  check('Ctrl+Shift+KeyC', 'CmdOrCtrl+Shift+C');
  check('Ctrl+Digit1', 'CmdOrCtrl+1');
  check('Alt+Equal', 'Alt+=');
  check('Shift+F3', 'Shift+F3');
  check('F1', 'F1');
});

test('on macOS a letter alone stays with the window, which knows a field from a page', () => {
  const none = undefined;
  expect(accelerator('KeyH', 'linux')).toBe('H');
  expect(accelerator('KeyH', 'darwin')).toBe(none);
  expect(accelerator('BracketRight', 'darwin')).toBe(none);
});
