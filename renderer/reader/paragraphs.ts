import { bindShortWords } from '../i18n/typography.ts';

/** A paragraph of a stored text: where it begins (UTF-16 units), its text, and the text as it is shown: of the same length. */
export interface Paragraph {
  start: number;
  text: string;
  shown: string;
  /** Begins with an opening quotation mark, which hangs in the margin. */
  hangs: boolean;
}

/** Cuts a text at its line breaks; empty lines are dropped, offsets hold. */
export function paragraphsOf(body: string): Paragraph[] {
  const found: Paragraph[] = [];
  for (const { 0: text, index } of body.matchAll(/[^\n\r]+/g)) {
    if (text.trim() === '') continue;
    found.push({ start: index, text, shown: bindShortWords(text), hangs: /^[«„“"]/.test(text) });
  }
  return found;
}

/** The position in the list of the paragraph that holds an offset, or the last one that begins before it. */
export function paragraphAt(paragraphs: readonly { start: number }[], offset: number): number {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (paragraphs[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
