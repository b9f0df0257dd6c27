const named: Readonly<Record<string, string>> = {
  Slash: '/',
  BracketLeft: '[',
  BracketRight: ']',
  Minus: '-',
  Equal: '=',
  Escape: 'Esc',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

/**
 * A chord of the window («Ctrl+Shift+KeyC») as Electron writes it in a menu («CmdOrCtrl+Shift+C»). Undefined on macOS for a
 * key alone: the system would take it from the fields too.
 *
 * @see Electron's documentation, Accelerator
 */
export function accelerator(keys: string, platform: NodeJS.Platform): string | undefined {
  const parts = keys.split('+');
  const code = parts.pop() ?? '';
  const held = parts.map((part) => (part === 'Ctrl' ? 'CmdOrCtrl' : part));
  const key = named[code] ?? code.replace(/^(Key|Digit)/, '');
  if (platform === 'darwin' && held.length === 0 && !/^F\d+$/.test(key)) return undefined;
  return [...held, key].join('+');
}
