import type { Span } from '../../archive/contract/values.ts';
import type { Paragraph } from './paragraphs.ts';

const segmenter = new Intl.Segmenter('ru', { granularity: 'sentence' });

/** The sentences of a text as spans of the stored field, paragraph by paragraph, without the spaces around them. */
export function sentencesOf(paragraphs: readonly Paragraph[]): Span[] {
  return paragraphs.flatMap(({ start, text }) =>
    [...segmenter.segment(text)].flatMap(({ segment, index }) => {
      const lead = segment.length - segment.trimStart().length;
      const length = segment.trim().length;
      return length === 0 ? [] : [{ start: start + index + lead, end: start + index + lead + length }];
    }),
  );
}

/** The sentence around an offset; else the next one; else the last. */
export function sentenceAt(sentences: readonly Span[], offset: number): Span | undefined {
  return sentences.find(({ end }) => end > offset) ?? sentences.at(-1);
}
