/** What may not be parted from the character before it: marks, variation selectors, skin tones, joiners. */
const follows = /^[\p{M}\p{Emoji_Modifier}\u200d]/u;

/** Whether a text may be cut at an offset: not inside a surrogate pair, CRLF, or a letter with its marks. */
export function isBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  // The common case, letters and punctuation of Latin and Cyrillic, without a look at properties.
  if (after < 0x300 || (after >= 0x400 && after < 0x483))
    return !(after === 0x0a && before === 0x0d) && before !== 0x200d;
  if (after >= 0xdc00 && after <= 0xdfff && before >= 0xd800 && before <= 0xdbff) return false;
  return before !== 0x200d && !follows.test(text.slice(offset, offset + 2));
}

/** The nearest offset at or before the given one where the text may be cut. */
export function boundaryBefore(text: string, offset: number): number {
  let at = Math.max(0, Math.min(offset, text.length));
  while (!isBoundary(text, at)) at--;
  return at;
}

/** The nearest offset at or after the given one where the text may be cut. */
export function boundaryAfter(text: string, offset: number): number {
  let at = Math.max(0, Math.min(offset, text.length));
  while (!isBoundary(text, at)) at++;
  return at;
}
