/**
 * Signs that have no shape and no meaning on paper: control characters but the line feed, private ones, code points
 * that stand for no character, soft hyphens, zero-width spaces, byte order marks, overrides of direction.
 */
const shapeless = /[\p{Cc}\p{Co}\p{Cn}\u00ad\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** Text as it can be set: shapeless signs and lone surrogates are left out; a tab and an empty sign of Braille are spaces. */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\t\u2800]/g, ' ')
    .replace(shapeless, (sign) => (sign === '\n' ? sign : ''));
}

/** The same in one line, without blanks around. */
export function oneLine(text: string): string {
  return printable(text.replace(/\s/g, ' ')).replace(/ {2,}/g, ' ').trim();
}

/** Gives a line somewhere to end inside rows of signs (quotation marks, dashes, digits) that have no syllables. */
export function breakable(text: string): string {
  return text.replace(/[^\s\p{L}\p{M}]{24}(?=[^\s\p{L}\p{M}])/gu, '$&\u200b');
}
