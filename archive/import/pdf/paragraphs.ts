import type { Block } from '../documents/document-text.ts';
import type { Line } from './page.ts';

/** A heading's letters are larger than the text's by this. */
const LARGER = 1.15;
const ENDED = /[.!?…:;»"”)]$/u;
const ITEM = /^(?:[•–—▪·*-]\s|\d{1,3}[.)]\s|[а-яa-z]\)\s)/iu;

/** A page as runs of lines that are read one after another, see `inReadingOrder`. */
export type OrderedPage = readonly (readonly Line[])[];

/** The paragraphs of a document: lines put together, words mended that are hyphenated at line ends, also over columns and pages. */
export function paragraphs(pages: readonly OrderedPage[]): Block[] {
  const lines = pages.flat(2);
  const size = bodySize(lines);
  const leading = usualLeading(pages.flat(), size);
  const blocks: Block[] = [];
  let open: { text: string; last: Line; first: Line } | undefined;
  let breaks = false;
  const close = () => {
    if (open === undefined) return;
    const { text, first } = open;
    const large = first.size >= size * LARGER && text.length <= 300;
    const level = large ? (first.size >= size * 1.6 ? 1 : first.size >= size * 1.3 ? 2 : 3) : undefined;
    blocks.push({
      text,
      ...(level !== undefined && { level }),
      ...(first.bold && { strong: true }),
      ...(breaks && { breaks: true }),
    });
    breaks = false;
    open = undefined;
  };
  for (const page of pages) {
    let newPage = true;
    for (const run of page) {
      const left = Math.min(...run.map((line) => line.left));
      const right = Math.max(...run.map((line) => line.right));
      run.forEach((line, i) => {
        if (line.text === '') return;
        const joins =
          open !== undefined && (i === 0 ? continues(open, line) : belongs(open, line, { left, right, leading }));
        if (!joins) {
          close();
          if (newPage && blocks.length > 0) breaks = true;
          open = { text: line.text, first: line, last: line };
        } else open = { ...open!, text: glued(open!.text, line.text), last: line };
        newPage = false;
      });
    }
  }
  close();
  return blocks;
}

/** The size that most letters have. */
function bodySize(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** The distance of lines within a paragraph: of the distances between lines of the text the smaller ones. */
function usualLeading(runs: readonly (readonly Line[])[], size: number): number {
  const gaps = runs.flatMap((run) =>
    run.slice(1).flatMap((line, i) => {
      const gap = run[i]!.y - line.y;
      return gap > size * 0.8 && Math.abs(line.size - size) < 1 ? [gap] : [];
    }),
  );
  return gaps.sort((a, b) => a - b)[gaps.length >> 2] ?? size * 1.2;
}

const alike = (a: Line, b: Line) => Math.abs(a.size - b.size) <= 0.12 * Math.max(a.size, b.size);

/** Whether a line goes on with the paragraph above it in the same column. */
function belongs(
  { last, first }: { last: Line; first: Line },
  line: Line,
  { left, right, leading }: { left: number; right: number; leading: number },
): boolean {
  if (!alike(last, line) || last.bold !== line.bold) return false;
  const usual = Math.max(leading, last.size * 1.1);
  if (last.y - line.y > usual * 1.45) return false;
  if (ITEM.test(line.text) && line.left <= first.left + 1) return false;
  const indented = line.left > left + 0.8 * line.size && last.left < line.left - 0.5 * line.size;
  const short = last.right < right - 3 * last.size;
  if (indented && (ENDED.test(last.text) || short)) return false;
  // A line that the next word would have fitted on was ended on purpose.
  const letter = (last.right - last.left) / last.text.length;
  const word = /^\S*/.exec(line.text)![0].length * letter;
  return right - last.right < word + 2 * last.size || !/^[\p{Lu}\d«"„(•–—-]/u.test(line.text);
}

/** Whether the first line of a column or a page goes on with the paragraph that ended the one before. */
function continues({ last }: { last: Line }, line: Line): boolean {
  if (!alike(last, line) || last.bold !== line.bold) return false;
  return /[-\u00ad¬]$/.test(last.text) || (!/[.!?…:»"”]$/u.test(last.text) && /^[\p{Ll}\d«(]/u.test(line.text));
}

/** Parts of words that keep their hyphen wherever the line ends. */
const KEEPS_AFTER = /^(?:то|либо|нибудь|ка|таки|де|тка)(?![\p{L}])/iu;
const KEEPS_BEFORE = /(?<![\p{L}])(?:по|кое|кой|во|в|вице|экс|пресс|премьер|генерал|онлайн|интернет|северо|юго)-$/iu;

/** Two lines of one paragraph: a hyphen at the end of the first is taken off where it only parts a word. */
export function glued(before: string, after: string): string {
  if (/[\u00ad¬]$/.test(before)) return before.slice(0, -1) + after;
  if (!/\p{L}-$/u.test(before)) return `${before} ${after}`;
  const keeps =
    !/^\p{Ll}/u.test(after) || KEEPS_AFTER.test(after) || KEEPS_BEFORE.test(before) || /\p{Lu}-$/u.test(before);
  return keeps ? before + after : before.slice(0, -1) + after;
}
