import type { Asked } from '../archive/contract/desktop.ts';

/** The scheme of links into the archive that this machine opens in the program. */
export const linkScheme = 'podshivka';

const sections = ['home', 'search', 'names', 'notes', 'selections', 'archive', 'settings', 'keeping', 'bin', 'journal'];

/**
 * The place of the window that a link names, as the part of its address after `#`: `podshivka://article/12` is an article,
 * `podshivka://search?query=вода` and the other sections are as the window writes them itself. The window leaves aside
 * whatever it does not understand. Undefined for any other address.
 */
export function placeOfLink(address: string): string | undefined {
  if (!address.startsWith(`${linkScheme}:`) || !URL.canParse(address)) return undefined;
  const { host, pathname, search } = new URL(address);
  const [section, rest] = [host, pathname.replaceAll('/', '')];
  if (section === 'article' && /^[1-9]\d{0,14}$/.test(rest)) return `#/search?article=${rest}&reading=true`;
  return sections.includes(section) && rest === '' ? `#/${section}${search}` : undefined;
}

/** The extension of an archive packed into one file. */
const packed = '.podshivka';

/** What a start was asked to open: a link or a packed archive among its arguments. */
export function askedOf(argv: readonly string[]): Asked | undefined {
  for (const argument of argv.slice(1)) {
    const place = placeOfLink(argument);
    if (place !== undefined) return { place };
    if (argument.toLowerCase().endsWith(packed) && !argument.startsWith('-')) return { file: argument };
  }
  return undefined;
}
