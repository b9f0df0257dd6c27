import type { Fields } from './paint.ts';
import type { Paragraph } from './paragraphs.ts';
import { liveRange, rangeOf, selectedSpan } from './ranges.ts';
import { sentenceAt, sentencesOf } from './sentences.ts';
import { scrollTo } from './use-hit-walk.ts';

/**
 * Selecting without a mouse: Shift with ↓ ↑ takes the next or previous sentence, with → ← moves the end of the selection
 * by a word. The first press takes the sentence of the current hit, else the first one in sight.
 *
 * @returns what is selected now; undefined when the key is another
 */
export function selectSentence(
  event: KeyboardEvent,
  text: HTMLElement,
  paragraphs: readonly Paragraph[],
  fields: Fields | null,
  hit: number | undefined,
): string | undefined {
  const selection = window.getSelection();
  if (fields === null || selection === null) return undefined;
  const now = selectedSpan(text);
  if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
    if (now === undefined) return undefined;
    selection.modify('extend', event.key === 'ArrowRight' ? 'forward' : 'backward', 'word');
    return selection.toString().trim();
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return undefined;
  const sentences = sentencesOf(paragraphs);
  const at = now === undefined ? -1 : sentences.findIndex(({ end }) => end > now.span.start);
  const step = event.key === 'ArrowDown' ? 1 : -1;
  const first = () => sentenceAt(sentences, hit ?? firstInSight(text));
  const next = now === undefined || now.field === 'title' ? first() : sentences[at + step];
  const range = next === undefined ? undefined : rangeOf(fields.body, next);
  if (range === undefined) return now?.text;
  const live = liveRange(range);
  selection.removeAllRanges();
  selection.addRange(live);
  scrollTo(live, false);
  return live.toString();
}

/** The offset of the first paragraph that begins below the top of the page. */
export function firstInSight(text: HTMLElement): number {
  const top = text.closest('.page')?.getBoundingClientRect().top ?? 0;
  const shown = [...text.querySelectorAll<HTMLElement>('[data-field=body]')].find(
    (block) => block.getBoundingClientRect().bottom > top + 24,
  );
  return Number(shown?.dataset.start ?? 0);
}
