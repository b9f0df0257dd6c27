import { decode } from '../charset.ts';
import { readability } from '../readable.ts';

/** A longer name is cut: it is shown, never opened. */
const LONGEST = 300;

/**
 * The name of an archive's member as it is shown and as its format is told by. Names without the mark of UTF-8 are in
 * whatever the packer's system had: strict UTF-8, else the likelier of cp866 (Windows) and windows-1251.
 */
export function memberName(raw: Uint8Array, unicode: boolean): string {
  return safeName(unicode ? decode(raw, 'utf-8') : legacyName(raw));
}

function legacyName(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    const [dos, windows] = [decode(raw, 'cp866'), decode(raw, 'windows-1251')];
    return readability(windows).mean > readability(dos).mean ? windows : dos;
  }
}

/** A name without what could lead elsewhere: `..`, drive letters, leading slashes, control characters. */
export function safeName(name: string): string {
  const parts = name
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/\p{Cc}/gu, '')
    .replace(/^[a-z]:/i, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  const safe = parts.join('/');
  return safe.length > LONGEST ? safe.slice(-LONGEST) : safe || 'без имени';
}
