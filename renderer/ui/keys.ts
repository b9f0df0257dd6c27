import { useEffect, useRef } from 'react';
import { useSettings } from '../view/settings.tsx';

const isMac = /Mac/.test(navigator.platform);

/** The keys of one command: `event.code`, so that it works under any layout; Ctrl stands for ⌘ on macOS. */
export interface Chord {
  code: string;
  ctrl?: boolean;
  shift?: boolean;
  alt?: boolean;
}

/** Reads «Ctrl+Shift+KeyC». */
export function chord(text: string): Chord {
  const parts = text.split('+');
  const code = parts.at(-1) ?? '';
  return { code, ctrl: parts.includes('Ctrl'), shift: parts.includes('Shift'), alt: parts.includes('Alt') };
}

export function matches(event: KeyboardEvent, wanted: Chord): boolean {
  const ctrl = isMac ? event.metaKey : event.ctrlKey;
  return (
    event.code === wanted.code &&
    ctrl === (wanted.ctrl ?? false) &&
    event.shiftKey === (wanted.shift ?? false) &&
    event.altKey === (wanted.alt ?? false)
  );
}

const fields =
  'input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select, [contenteditable=true]';

const inField = (target: EventTarget | null): boolean => target instanceof Element && target.matches(fields);

/** Whether something floats over the page and owns the keyboard. */
const underCover = (): boolean =>
  document.querySelector('[role=dialog][aria-modal=true], .shade, [role=menu]') !== null;

/** Letters of the present layout where they can be known, for key caps. */
const russianCaps: Record<string, string> = {
  KeyS: 'Ы',
  KeyJ: 'О',
  KeyK: 'Л',
  KeyH: 'Р',
  KeyE: 'У',
  KeyN: 'Т',
  KeyM: 'Ь',
  KeyF: 'А',
  KeyC: 'С',
  KeyZ: 'Я',
  KeyO: 'Щ',
  KeyT: 'Е',
  BracketLeft: 'Х',
  BracketRight: 'Ъ',
  Slash: '.',
};
let lettersAreRussian = false;
window.addEventListener(
  'keydown',
  (event) => {
    if (/^\p{Script=Cyrillic}$/u.test(event.key)) lettersAreRussian = true;
    else if (/^[a-z]$/i.test(event.key)) lettersAreRussian = false;
  },
  { capture: true },
);

const caps: Record<string, string> = {
  Slash: '/',
  BracketLeft: '[',
  BracketRight: ']',
  Minus: '−',
  Equal: '+',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** The caption of a chord: «Ctrl+Shift+C», under the Russian layout «Ctrl+Shift+С»; ⌘ on macOS. */
export function caption(text: string): string {
  const { code, ctrl, shift, alt } = chord(text);
  const letter = lettersAreRussian ? russianCaps[code] : undefined;
  const cap = letter ?? caps[code] ?? code.replace(/^(Key|Digit)/, '');
  const held = [ctrl && (isMac ? '⌘' : 'Ctrl'), alt && (isMac ? '⌥' : 'Alt'), shift && 'Shift'].filter(Boolean);
  return [...held, cap].join('+');
}

/** Commands by chord. A handler that returns false leaves the key to others. */
export type KeyTable = Record<string, (event: KeyboardEvent) => unknown>;

/** The tables that are bound now, in the order of their binding. */
const bound = new Set<{ readonly current: KeyTable }>();

/** Whether some part of the window answers a chord now. */
export const isBound = (keys: string): boolean => [...bound].some(({ current }) => keys in current);

/** Does what a chord does, as if it were pressed: for menu and palette. @returns whether anything answered */
export function press(keys: string): boolean {
  const { code, ctrl, shift, alt } = chord(keys);
  const event = new KeyboardEvent('keydown', {
    code,
    shiftKey: shift ?? false,
    altKey: alt ?? false,
    [isMac ? 'metaKey' : 'ctrlKey']: ctrl ?? false,
    cancelable: true,
  });
  return [...bound].some(({ current }) => current[keys] !== undefined && current[keys](event) !== false);
}

/**
 * Binds commands to keys while the component is shown. Keys without Ctrl, Alt or F act only outside fields, and single
 * letters only where the person has not switched them off (WCAG 2.1.4).
 */
export function useKeys(table: KeyTable, { whenCovered = false } = {}): void {
  const latest = useRef(table);
  latest.current = table;
  const { settings } = useSettings();
  const single = settings.singleKeys;
  useEffect(() => {
    bound.add(latest);
    return () => void bound.delete(latest);
  }, []);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      // A button takes Enter with whatever is held: a chord with Ctrl is looked at before it is.
      const early = event.eventPhase === Event.CAPTURING_PHASE;
      if (early && (!(event.ctrlKey || event.metaKey) || inField(event.target))) return;
      if (event.defaultPrevented || event.isComposing || (!whenCovered && underCover())) return;
      for (const [text, act] of Object.entries(latest.current)) {
        const wanted = chord(text);
        if (!matches(event, wanted)) continue;
        const plain = !wanted.ctrl && !wanted.alt && !/^(F\d+|Escape)$/.test(wanted.code);
        if (plain && inField(event.target)) continue;
        if (plain && !single && /^(Key|Digit|Bracket|Slash|Minus)/.test(wanted.code)) continue;
        if (act(event) === false) continue;
        event.preventDefault();
        if (early) event.stopPropagation();
        return;
      }
    };
    window.addEventListener('keydown', pressed);
    window.addEventListener('keydown', pressed, { capture: true });
    return () => {
      window.removeEventListener('keydown', pressed);
      window.removeEventListener('keydown', pressed, { capture: true });
    };
  }, [single, whenCovered]);
}
