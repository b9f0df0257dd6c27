import type { Span } from '../../archive/contract/values.ts';
import { bindShortWords } from '../i18n/typography.ts';

interface Piece {
  start: number;
  text: string;
  marked: boolean;
}

/** A text cut at its marks; overlapping marks count as one. The pieces joined are the text. */
export function pieces(text: string, marks: readonly Span[]): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  const take = (end: number, marked: boolean) => {
    if (end > at) found.push({ start: at, text: text.slice(at, end), marked });
    at = Math.max(at, end);
  };
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    take(Math.min(start, text.length), false);
    take(Math.min(end, text.length), true);
  }
  take(text.length, false);
  return found;
}

/** A short text with its found words marked: a headline or a snippet. */
export function Marked({ text, marks }: { text: string; marks: readonly Span[] }) {
  return pieces(bindShortWords(text), marks).map(({ start, text: piece, marked }) =>
    marked ? (
      <mark key={start} className="hit">
        {piece}
      </mark>
    ) : (
      piece
    ),
  );
}
