import type { MenuName } from '../../archive/contract/desktop.ts';
import type { Messages } from '../i18n/messages.tsx';

/** What a command does, as the help says it. */
type Act = keyof Messages['help']['act'];

/** One command: its chords, what it does, and the menu it stands in; those without one are explained by the help alone. */
export interface Command {
  readonly keys: readonly string[];
  readonly act: Act;
  readonly menu?: MenuName;
}

/**
 * Every command that has a key, in the order of the help. Palette, help and the desktop's menu are drawn from this table;
 * what a chord does is said where it is bound (`useKeys`).
 */
export const commandTable: readonly Command[] = [
  { keys: ['Slash', 'Ctrl+KeyF'], act: 'search', menu: 'go' },
  { keys: ['Ctrl+KeyK'], act: 'palette', menu: 'help' },
  { keys: ['KeyJ'], act: 'next', menu: 'article' },
  { keys: ['KeyK'], act: 'previous', menu: 'article' },
  { keys: ['Enter'], act: 'open' },
  { keys: ['Ctrl+Enter'], act: 'reading', menu: 'view' },
  { keys: ['F3'], act: 'nextHit', menu: 'article' },
  { keys: ['Shift+F3'], act: 'previousHit', menu: 'article' },
  { keys: ['Ctrl+KeyF'], act: 'find', menu: 'edit' },
  { keys: ['KeyH'], act: 'mark', menu: 'article' },
  { keys: ['Digit1', 'Digit2', 'Digit3', 'Digit4'], act: 'pencil' },
  { keys: ['KeyE'], act: 'note', menu: 'article' },
  { keys: ['Shift+KeyH'], act: 'rebound', menu: 'article' },
  { keys: ['BracketRight'], act: 'nextMark', menu: 'article' },
  { keys: ['BracketLeft'], act: 'previousMark', menu: 'article' },
  { keys: ['Shift+ArrowDown', 'Shift+ArrowUp'], act: 'selectSentence' },
  { keys: ['Shift+ArrowRight', 'Shift+ArrowLeft'], act: 'selectWord' },
  { keys: ['KeyS'], act: 'bind', menu: 'article' },
  { keys: ['KeyM'], act: 'read', menu: 'article' },
  { keys: ['Delete'], act: 'remove', menu: 'article' },
  { keys: ['KeyN'], act: 'names', menu: 'view' },
  { keys: ['KeyF'], act: 'facets', menu: 'go' },
  { keys: ['Minus'], act: 'exclude' },
  { keys: ['Ctrl+Shift+KeyC'], act: 'reference', menu: 'edit' },
  { keys: ['Ctrl+KeyE'], act: 'digest', menu: 'file' },
  { keys: ['Ctrl+KeyZ'], act: 'undo', menu: 'edit' },
  { keys: ['Ctrl+Shift+KeyZ'], act: 'redo', menu: 'edit' },
  { keys: ['Ctrl+KeyO'], act: 'add', menu: 'file' },
  { keys: ['Ctrl+Shift+KeyN'], act: 'newWindow', menu: 'file' },
  { keys: ['Ctrl+KeyP'], act: 'print', menu: 'file' },
  { keys: ['F6'], act: 'pane', menu: 'view' },
  { keys: ['Escape'], act: 'back' },
  { keys: ['Alt+Equal'], act: 'bigger', menu: 'view' },
  { keys: ['Alt+Minus'], act: 'smaller', menu: 'view' },
  { keys: ['Ctrl+Shift+KeyH'], act: 'home', menu: 'go' },
  { keys: ['Ctrl+Digit1', 'Ctrl+Digit5'], act: 'sections' },
  { keys: ['Alt+ArrowLeft', 'Alt+ArrowRight'], act: 'reopen' },
  { keys: ['F1', 'Shift+Slash'], act: 'help', menu: 'help' },
];

/** The sections by their keys, in the order of the masthead. */
export const sectionKeys = {
  search: 'Ctrl+Digit1',
  names: 'Ctrl+Digit2',
  notes: 'Ctrl+Digit3',
  selections: 'Ctrl+Digit4',
  archive: 'Ctrl+Digit5',
} as const;

/** The help says what a command does with a small letter; a menu begins with a capital one. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
