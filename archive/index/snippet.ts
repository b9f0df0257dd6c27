import type { Span } from '../contract/values.ts';
import type { Analyzer } from '../text/analysis.ts';
import type { Passage } from './archive-index-types.ts';

/** UTF-16 units of a passage that fill two lines of the list. */
export const PASSAGE_LENGTH = 200;

/**
 * The passage with the most different words of the query, beginning at its sentence when that is near; without marks
 * the beginning of the text.
 */
export function bestPassage(
  text: string,
  marks: readonly Span[],
  analyzer: Analyzer,
  length = PASSAGE_LENGTH,
): Omit<Passage, 'field' | 'titleMarks'> {
  const first = bestMark(text, marks, length);
  const start = first === undefined ? 0 : sentenceBefore(text, first.start, analyzer, length);
  const end = wordEnd(text, Math.min(text.length, start + length));
  const inside = marks
    .filter((mark) => mark.start >= start && mark.end <= end)
    .map((mark) => ({ start: mark.start - start, end: mark.end - start }));
  return { start, text: text.slice(start, end), marks: inside };
}

/** The mark from which a passage holds most different spellings, then most marks; the earliest of equal ones. */
function bestMark(text: string, marks: readonly Span[], length: number): Span | undefined {
  let best: Span | undefined;
  let most = -1;
  for (let i = 0; i < marks.length; i++) {
    const different = new Set<string>();
    let count = 0;
    for (let j = i; j < marks.length && marks[j]!.end - marks[i]!.start <= length * 0.7; j++, count++) {
      // Forms of one word mostly begin alike.
      different.add(text.slice(marks[j]!.start, Math.min(marks[j]!.end, marks[j]!.start + 5)).toLowerCase());
    }
    const worth = different.size * 100 + Math.min(99, count);
    if (worth > most) {
      most = worth;
      best = marks[i];
    }
  }
  return best;
}

/** UTF-16 units that a word seldom exceeds. */
const WORD = 40;

/** Where to begin so that a mark is read with the beginning of its sentence, or with a few words before it. */
function sentenceBefore(text: string, mark: number, analyzer: Analyzer, length: number): number {
  // A sentence that begins further off is not shown from its beginning, so no more of the text is cut into words.
  const from = Math.max(0, mark - length);
  const tokens = analyzer.tokens(text.slice(from, mark + WORD));
  let sentence = -1;
  let beginning = from;
  let near = from;
  for (let i = 0; i < tokens.length && from + tokens.start[i]! <= mark; i++) {
    const start = from + tokens.start[i]!;
    if (tokens.sentence[i]! !== sentence) {
      sentence = tokens.sentence[i]!;
      beginning = start;
    }
    if (mark - start > length * 0.3) near = start;
  }
  // An opening quotation mark belongs to its sentence.
  if (/["«„“(]/.test(text[beginning - 1] ?? '')) beginning--;
  return mark - beginning <= length * 0.4 ? beginning : near;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < 30 && /[\p{L}\p{N}]/u.test(text[end]!)) end++;
  return end;
}
