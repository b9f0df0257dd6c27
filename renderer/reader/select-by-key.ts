import type { Annotation } from '../../archive/contract/annotations.ts';
import type { Span } from '../../archive/contract/values.ts';
import type { Fields } from './paint.ts';
import type { Paragraph } from './paragraphs.ts';
import { liveRange, rangeOf, selectedSpan } from './ranges.ts';
import { sentenceAt, sentencesOf } from './sentences.ts';
import { scrollTo } from './use-hit-walk.ts';

/**
 * Selecting without a mouse: Shift with ↓ ↑ takes the next or previous sentence, the headline standing before the first;
 * with → ← it moves the end of the selection by a word. The first press takes the sentence of the current hit, else the
 * first one in sight; → ← begin at the mark that was gone to last.
 *
 * @returns what is selected now; undefined when the key is another
 */
export function selectSentence(
  event: KeyboardEvent,
  text: HTMLElement,
  paragraphs: readonly Paragraph[],
  fields: Fields | null,
  hit: number | undefined,
  mark: Pick<Annotation, 'field' | 'span'> | undefined,
): string | undefined {
  const selection = window.getSelection();
  if (fields === null || selection === null) return undefined;
  const now = selectedSpan(text);
  if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
    const marked = mark?.span && rangeOf(fields[mark.field], mark.span);
    if (now === undefined && marked) select(selection, liveRange(marked));
    else if (now === undefined) return undefined;
    selection.modify('extend', event.key === 'ArrowRight' ? 'forward' : 'backward', 'word');
    return selection.toString().trim();
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return undefined;
  const sentences = sentencesOf(paragraphs);
  const step = event.key === 'ArrowDown' ? 1 : -1;
  const next = () => {
    if (now === undefined) return bodyRange(fields, sentenceAt(sentences, hit ?? firstInSight(text)));
    const at = now.field === 'title' ? -1 : sentences.findIndex(({ end }) => end > now.span.start);
    return at + step < 0 ? titleRange(fields) : bodyRange(fields, sentences[at + step]);
  };
  const range = next();
  if (range === undefined) return now?.text;
  const live = liveRange(range);
  select(selection, live);
  scrollTo(live, false);
  return live.toString();
}

function select(selection: Selection, range: Range): void {
  selection.removeAllRanges();
  selection.addRange(range);
}

const bodyRange = (fields: Fields, span: Span | undefined) => span && rangeOf(fields.body, span);

const titleRange = ({ title }: Fields) => rangeOf(title, { start: 0, end: title.at(-1)?.end ?? 0 });

/** The offset of the first paragraph that begins below the top of the page. */
export function firstInSight(text: HTMLElement): number {
  const top = text.closest('.page')?.getBoundingClientRect().top ?? 0;
  const shown = [...text.querySelectorAll<HTMLElement>('[data-field=body]')].find(
    (block) => block.getBoundingClientRect().bottom > top + 24,
  );
  return Number(shown?.dataset.start ?? 0);
}
