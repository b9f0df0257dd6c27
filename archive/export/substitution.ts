/** What stands in a document for a sign that no font has a shape for. */
export const MISSING = '□';

/** Signs that every text face here has: most texts have no others, and need not be looked through one by one. */
const common = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u00ff\u0400-\u045f\u2013\u2014\u2018-\u201e\u2026\u2116]*$/;

/**
 * Replaces what the fonts have no shape for by `□`, one for each sign that is seen; joiners and selectors, which are not
 * seen, are left out.
 *
 * @param covers whether the fonts have a shape for a code point
 */
export function substitution(covers: (codePoint: number) => boolean) {
  let replaced = 0;
  return {
    text(text: string): string {
      if (common.test(text)) return text;
      return text.replace(/[^\u0020-\u007e\u0400-\u045f]/gu, (sign) => {
        if (sign === '\n' || covers(sign.codePointAt(0)!)) return sign;
        if (/[\p{Default_Ignorable_Code_Point}]/u.test(sign)) return '';
        replaced++;
        return MISSING;
      });
    },
    /** How many signs were replaced. */
    replaced: () => replaced,
  };
}
