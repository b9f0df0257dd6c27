import type { Annotation } from '../../archive/contract/annotations.ts';
import type { Settings } from '../../archive/contract/library.ts';
import type { Messages } from '../i18n/russian/table.ts';

/** How a mark is said: its pencil's name or that it is a bookmark, the words, the note. */
export function markSaid(messages: Messages['annotation'], pencils: Settings['pencils'], mark: Annotation, most = 400) {
  const words = mark.quote.exact.slice(0, most);
  return mark.bookmark ? messages.bookmarkAt(words, mark.note) : messages.yours(pencils[mark.pencil], words, mark.note);
}

/** The element of a mark that lost its place, for whoever comes from another page to sort it. */
export const lostMarkId = (mark: number) => `lost-${mark}`;
