import { byline } from '../byline.ts';
import type { DocumentText, PlacedBlock } from '../documents/document-text.ts';
import { originLine } from '../origin-line.ts';
import { pressDate } from '../press-date.ts';

/** Where an article seems to begin in a document's text. */
export interface ProposedCut {
  /** UTF-16 offset. */
  readonly at: number;
  /** The line that looks like its headline. */
  readonly title: string;
  /** From 0 to 1: how much speaks for it. A rank, not a measured probability. */
  readonly confidence: number;
}

/** A cut with less behind it is not proposed. */
const LIKELY = 0.6;
/** A shorter text between two headlines is none: the first of them stands in a list of contents. */
const SHORTEST = 120;
const LONGEST_HEADLINE = 250;
const SEPARATOR = /^\s*(?:[*•#=~_—–-]\s*){3,}$/u;
/** «Астана. 12 августа. Казинформ — », «АСТАНА, 12 авг. /ТАСС/ » at the beginning of a text. */
const DATELINE = /^\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?[.,]\s+(?:\d{1,2}\s+\p{L}{3,9}|\p{Lu}[\p{L}.]+\s*[—–-])/u;

/** What speaks for a headline, each with its weight: together 1 − Π(1 − weight). */
const WEIGHT = {
  heading: 0.85,
  separator: 0.8,
  origin: 0.65,
  dateline: 0.6,
  strong: 0.45,
  capitals: 0.45,
  page: 0.4,
  number: 0.3,
};

/**
 * Where the articles of a digest begin. Pure. Fewer than two give an empty list: the document is one article. What
 * belongs to a headline and stands above it (outlet, date) goes with it.
 */
export function proposedCuts({ blocks }: DocumentText): ProposedCut[] {
  const level = articleLevel(blocks);
  const ruled = blocks.some(isSeparator);
  const candidates: (ProposedCut & { readonly index: number })[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const confidence = likelihood(blocks, i, level, ruled);
    if (confidence < LIKELY) continue;
    const start = firstOfHead(blocks, i, candidates.at(-1)?.index ?? -1);
    candidates.push({ at: blocks[start]!.start, title: blocks[i]!.text.trim(), confidence, index: i });
  }
  const real = candidates.filter((one, i) => textBetween(blocks, one.index, candidates[i + 1]?.index) >= SHORTEST);
  // Of several lines in a row that look like headlines the first is one.
  const cuts = real.map((one) => {
    let first = candidates.indexOf(one);
    while (first > 0 && candidates[first]!.index - candidates[first - 1]!.index === 1) first--;
    return candidates[first]!;
  });
  return cuts.length < 2
    ? []
    : cuts.map(({ at, title, confidence }) => ({ at, title, confidence: Math.round(confidence * 100) / 100 }));
}

/** The highest rank of heading that several texts stand under. */
function articleLevel(blocks: readonly PlacedBlock[]): number | undefined {
  for (let level = 1; level <= 6; level++) {
    const headings = blocks.flatMap((block, i) => (block.level !== undefined && block.level <= level ? [i] : []));
    const filled = headings.filter((index, i) => textBetween(blocks, index, headings[i + 1]) >= SHORTEST);
    if (filled.length >= 2) return level;
  }
  return undefined;
}

function textBetween(blocks: readonly PlacedBlock[], from: number, to = blocks.length): number {
  let letters = 0;
  for (let i = from + 1; i < to; i++)
    if (!isSeparator(blocks[i]!) && !isContentsLine(blocks[i]!)) letters += blocks[i]!.text.length;
  return letters;
}

const isSeparator = ({ text }: PlacedBlock) => SEPARATOR.test(text);

/** «Новая дорога свяжет два района . . . . 3» */
const isContentsLine = ({ text }: PlacedBlock) =>
  text.length < 200 && /[^.!?]\s*(?:\.\s?){0,200}\s\d{1,4}$/u.test(text);

/** @param ruled whether lines of signs part the document: then its beginning needs none */
function likelihood(blocks: readonly PlacedBlock[], index: number, level: number | undefined, ruled: boolean): number {
  const block = blocks[index]!;
  const text = block.text.trim();
  const isHeading = block.level !== undefined;
  if (text.length > LONGEST_HEADLINE || !/\p{L}{2}/u.test(text) || isSeparator(block) || isOrigin(text)) return 0;
  if (!isHeading && /[.,;:]$/u.test(text) && !/\.\.\.$|[«"„].*[»"“]\.$/u.test(text)) return 0;
  if (!isHeading && !/^[\p{Lu}\d«"„(]/u.test(text)) return 0;
  const before = blocks[headStart(blocks, index) - 1];
  const after = blocks.slice(index + 1, index + 4);
  const [next] = after.filter((one) => !isOrigin(one.text.trim()));
  const weights = [
    isHeading && level !== undefined && block.level <= level ? WEIGHT.heading : 0,
    (before === undefined ? ruled : isSeparator(before)) ? WEIGHT.separator : 0,
    headStart(blocks, index) < index ||
    isOrigin(after[0]?.text.trim() ?? '') ||
    isOrigin(after[1]?.text.trim() ?? '', true)
      ? WEIGHT.origin
      : 0,
    next !== undefined && DATELINE.test(next.text) ? WEIGHT.dateline : 0,
    block.strong ? WEIGHT.strong : 0,
    text.length > 8 && text === text.toUpperCase() && text !== text.toLowerCase() ? WEIGHT.capitals : 0,
    block.breaks || blocks[headStart(blocks, index)]!.breaks ? WEIGHT.page : 0,
    /^(?:№\s*)?\d{1,3}[.)]\s+\p{Lu}/u.test(text) ? WEIGHT.number : 0,
  ];
  return 1 - weights.reduce((doubt, weight) => doubt * (1 - weight), 1);
}

/** A line that says where a text comes from and nothing else; `sure` leaves out bare names. */
function isOrigin(text: string, sure = false): boolean {
  if (text === '' || text.length > 90) return false;
  const date = pressDate(text.replace(/^(?:Дата|Опубликовано)\s*:\s*/i, ''));
  if (date !== undefined && date.precision !== 'year') return true;
  if (/^(?:Источник|Издание|СМИ|Автор|Авторы|Ссылка|URL|Дата|Рубрика)\s*:/i.test(text) || /^https?:\/\/\S+$/.test(text))
    return true;
  const by = byline(text);
  if (by !== undefined && (!sure || by.source !== undefined)) return true;
  return originLine(text) !== undefined;
}

/** The first of the lines of origin right above a headline. */
function headStart(blocks: readonly PlacedBlock[], index: number): number {
  let start = index;
  while (start > 0 && index - start < 3 && isOrigin(blocks[start - 1]!.text.trim())) start--;
  return start;
}

/** As {@link headStart}, but never into the article before: its last line may be its signature. */
function firstOfHead(blocks: readonly PlacedBlock[], index: number, previous: number): number {
  const start = headStart(blocks, index);
  if (start === index || (previous >= 0 && start <= previous + 1)) return index;
  const above = blocks[start - 1];
  const below = isOrigin(blocks[index + 1]?.text.trim() ?? '');
  // Lines of origin on both sides: those above sign the text before.
  return below && above !== undefined && !isSeparator(above) ? index : start;
}
