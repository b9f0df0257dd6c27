/**
 * Tokens for the recogniser. They differ from the index's tokens on purpose: capitals and punctuation are kept (both
 * tell names apart), a hyphenated word stays whole (it is one name), and nothing is repaired or folded.
 */

export interface Token {
  readonly text: string;
  /** UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Number of the sentence, from 0. */
  readonly sentence: number;
}

const pattern =
  /[\p{L}\p{M}]+(?:[-'’‑][\p{L}\p{M}\d]+)*|\d+(?:[.,]\d+)*(?:-?[\p{L}]+)?|\.{2,}|[^\s\p{L}\p{M}\d]|\n\s*\n|\n/gu;

/** Short forms after which a full stop does not end a sentence. */
const abbreviated = new Set(
  (
    'г гг в вв ул д стр корп им св пос с р руб коп тыс млн млрд трлн т п др проч см рис напр акад проф доц инж ген ' +
    'полк майор лейт адм гос зам пом зав обл респ просп пр пл пер ст чел кв куб тел ред изд мин сек ок обр род ум'
  ).split(' '),
);

const upper = /^[\p{Lu}\d«"„“—–-]/u;
const initial = /^\p{Lu}$/u;
const closing = /^[»"”’)\]]$/u;

/** Whether a full stop after `before` and in front of `after` ends the sentence. */
function ends(before: string | undefined, after: string | undefined): boolean {
  if (after === undefined) return true;
  if (!upper.test(after)) return false;
  if (before === undefined) return true;
  return !initial.test(before) && !abbreviated.has(before.toLowerCase());
}

/** Tokens of a text in reading order, with their sentences. Line ends are not tokens, they end sentences. */
export function tokenize(text: string): Token[] {
  const pieces: { text: string; start: number }[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    pieces.push({ text: match[0], start: match.index });
  }
  const tokens: Token[] = [];
  let sentence = 0;
  let pending = false;
  pieces.forEach((piece, i) => {
    if (piece.text.charCodeAt(0) === 10) {
      if (tokens.length > 0) pending = true;
      return;
    }
    if (pending && !closing.test(piece.text)) {
      sentence++;
      pending = false;
    }
    tokens.push({ text: piece.text, start: piece.start, end: piece.start + piece.text.length, sentence });
    if (/^(?:[!?…]|\.{2,})$/u.test(piece.text)) {
      const next = pieces[i + 1]?.text;
      pending = next === undefined || upper.test(next) || closing.test(next);
    } else if (piece.text === '.') {
      pending = ends(pieces[i - 1]?.text, pieces[i + 1]?.text);
    }
  });
  return tokens;
}
