// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { chord, matches } from '../../../renderer/ui/keys.ts';

/** Whether a key pressed with Ctrl, as the keyboard sends it, is the command. */
function check(wanted: string, code: string, letter: string, expected: boolean): void {
  const event = new KeyboardEvent('keydown', { code, key: letter, ctrlKey: true });
  expect(matches(event, chord(wanted))).toBe(expected);
}

test('K8: shortcuts work by the key and not by its letter', () => {
  check('Ctrl+KeyA', 'KeyA', 'a', true);
  check('Ctrl+KeyA', 'KeyA', 'ф', true);
  check('Ctrl+KeyF', 'KeyF', 'а', true);
  check('Ctrl+KeyF', 'KeyA', 'f', false);
  check('KeyF', 'KeyF', 'а', false);
});
