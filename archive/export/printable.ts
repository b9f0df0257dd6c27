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

/** Longer runs without a blank would leave a narrow column. */
const long = /\S{24,}/g;
/** Where words are glued: after a sign between letters («kz.По»), where the script changes («сайтLenta»). */
const joints =
  /(?<=\p{L}[.,;:!?/)»"])(?=\p{L})|(?<=\p{Script=Cyrillic})(?=\p{Script=Latin})|(?<=\p{Script=Latin})(?=\p{Script=Cyrillic})/gu;
const signs = /[^\p{L}\p{M}]{24}(?=[^\p{L}\p{M}])/gu;

/** Gives a line somewhere to end inside long runs without blanks: between glued words, and in rows of signs, which have no syllables. */
export function breakable(text: string): string {
  return text.replace(long, (run) => run.replace(joints, '\u200b').replace(signs, '$&\u200b'));
}
