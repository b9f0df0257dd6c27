import type { QuoteSelector } from '../contract/annotations.ts';
import type { Span } from '../contract/values.ts';
import { boundaryAfter, boundaryBefore } from './boundary.ts';
import { approximateCandidates, type Candidate, chainedCandidates, exactCandidates } from './candidates.ts';
import type { Alignment } from './difference.ts';
import { commonWords, likenessAfter, likenessBefore } from './likeness.ts';
import { type Placed, place } from './place.ts';
import type { Selector } from './selector.ts';

/** A passage must keep this share of its letters. */
const MIN_LIKENESS = 0.62;
/** Of one shorter than this, letters that merely resemble it must do so to this share: a word is like many others. */
const SHORT = 48;
const SHORT_LIKENESS = 0.76;
/** A short passage is believed where its old neighbours stand on one side to this share. */
const MIN_CONTEXT = 0.25;
/** What neighbours add to a place beside its own letters, and the lead over another place without which none is taken. */
const CONTEXT_WORTH = 0.2;
const MIN_LEAD = 0.05;
/** A place this many times as long as the quotation has more in it than belongs there… */
const STRETCH = 2.2;
/** …unless the passage's own words stand at both its ends: then something was put in between. */
const STRETCH_TORN = 6;
/** Of the words that are still there a place must hold this share. */
const HELD = 0.8;
/** Between the old neighbours of a passage there is rarely more room than this beyond its own length. */
const ROOM = 6000;
/** A passage that left its place is believed elsewhere only with this score… */
const MOVED_SCORE = 0.8;
/** …in text of which this share is new: text that was there before is another passage. */
const MOVED_NEW = 0.75;

/**
 * Follows a passage from one text into its next version, by the words that both have in common: surer than looking for
 * a quotation, since a passage that was taken out is not mistaken for another one like it. Undefined when the passage
 * does not stand in the first text where its position says.
 */
export function follow(before: string, after: string, alignment: Alignment, selector: Selector): Placed | undefined {
  const { quote, position } = selector;
  if (position === null || quote.exact === '' || before.slice(position.start, position.end) !== quote.exact)
    return undefined;
  const room = roomOf(alignment, position, after.length);
  const same = unchanged(after, alignment, selector, position) ?? only(after, room, quote.exact);
  if (same !== undefined && (quote.exact.length >= SHORT || contextOf(after, same, quote) >= MIN_CONTEXT)) {
    return { placement: same.start === position.start ? 'exact' : 'moved', span: same, score: 1, lead: 1 };
  }
  const kept = keptOf(alignment, position);
  const best = inRoom(after, room, quote, kept);
  if (best !== undefined) {
    const span = { start: boundaryBefore(after, best.start), end: boundaryAfter(after, best.end) };
    return { placement: 'approximate', span, score: best.likeness, lead: best.likeness };
  }
  return movedAway(after, alignment, selector);
}

/** The first token at or after an offset. */
function firstFrom(tokens: readonly Span[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The passage with all its words in a row, letter by letter the same. */
function unchanged(after: string, { before, after: theirs, to }: Alignment, { quote }: Selector, { start, end }: Span) {
  const first = firstFrom(before, start);
  const there = to[first] ?? -1;
  if (there < 0 || before[first]!.start >= end) return undefined;
  const from = theirs[there]!.start + (start - before[first]!.start);
  return after.startsWith(quote.exact, from) ? { start: from, end: from + quote.exact.length } : undefined;
}

/** Between what stood before a passage and what stood after it, as far as that is still there. */
function roomOf({ before, after, to }: Alignment, { start, end }: Span, length: number): Span {
  let left = firstFrom(before, start) - 1;
  while (left >= 0 && to[left]! < 0) left--;
  let right = firstFrom(before, end);
  while (right < before.length && (to[right]! < 0 || before[right]!.start < end)) right++;
  const from = left < 0 ? 0 : after[to[left]!]!.end;
  const until = right < before.length ? after[to[right]!]!.start : length;
  return { start: from, end: Math.max(from, until) };
}

function only(after: string, room: Span, exact: string): Span | undefined {
  const at = after.indexOf(exact, room.start);
  if (at < 0 || at + exact.length > room.end) return undefined;
  const again = after.indexOf(exact, at + 1);
  return again < 0 || again + exact.length > room.end ? { start: at, end: at + exact.length } : undefined;
}

/** How much of its old neighbours a place has beside it, 0…1, on the better side. */
const contextOf = (after: string, { start, end }: Span, { prefix, suffix }: QuoteSelector): number =>
  Math.max(likenessBefore(after, start, prefix), likenessAfter(after, end, suffix));

/** A word of a passage that is still there: its place in the new text, and its offset in the old one. */
interface Kept extends Span {
  readonly was: number;
}

/**
 * The words of a passage that are still there. A short word far from all others is there by chance: it is dropped at
 * both ends.
 */
function keptOf({ before, after, to }: Alignment, { start, end }: Span): Kept[] {
  const kept: Kept[] = [];
  for (let at = firstFrom(before, start); at < before.length && before[at]!.start < end; at++) {
    if (to[at]! >= 0) kept.push({ ...after[to[at]!]!, was: before[at]!.start });
  }
  const far = (a: Kept, b: Kept) => b.start - a.end > 3 * (b.was - a.was) + 60;
  const letters = (words: readonly Kept[]) => words.reduce((sum, one) => sum + one.end - one.start, 0);
  const enough = 0.15 * letters(kept);
  for (let cut = 1; cut < kept.length; cut++) {
    if (far(kept[cut - 1]!, kept[cut]!) && letters(kept.slice(0, cut)) < enough) {
      kept.splice(0, cut);
      cut = 0;
    }
  }
  for (let cut = kept.length - 1; cut > 0; cut--) {
    if (far(kept[cut - 1]!, kept[cut]!) && letters(kept.slice(cut)) < enough) {
      kept.length = cut;
    }
  }
  return kept;
}

/** The best that the room has of a passage; it must hold the words that are still there. */
function inRoom(after: string, room: Span, quote: QuoteSelector, kept: readonly Kept[]): Candidate | undefined {
  const { exact } = quote;
  const text = after.slice(room.start, room.end);
  if (text.trim() === '' || text.length > exact.length + ROOM) return undefined;
  const common = commonWords(exact, text);
  const inText = [
    ...(common === undefined ? [] : [{ start: common.start, end: common.end, likeness: common.share }]),
    ...exactCandidates(text, exact),
    ...chainedCandidates(text, exact),
    ...approximateCandidates(text, exact).filter(({ likeness }) => exact.length >= SHORT || likeness >= SHORT_LIKENESS),
  ]
    .filter(({ start, end }) => end - start <= STRETCH * exact.length + 24)
    .map((one) => ({ ...one, start: one.start + room.start, end: one.end + room.start }));
  const weight = (words: readonly Span[]) => words.reduce((sum, { start, end }) => sum + end - start, 0);
  const own = [...exact.matchAll(/[^\s]/gu)].length;
  const all = weight(kept);
  const whole = kept.length === 0 ? [] : [{ start: kept[0]!.start, end: kept.at(-1)!.end, likeness: all / own }];
  const torn = whole.filter(({ start, end }) => end - start <= STRETCH_TORN * exact.length);
  const holds = ({ start, end }: Span) =>
    weight(kept.filter((word) => word.start >= start && word.end <= end)) >= HELD * all;
  const worth = ({ start, end, likeness }: Candidate, context: number) =>
    likeness - 0.15 * Math.max(0, (end - start) / exact.length - 1) + CONTEXT_WORTH * context;
  const [best, ...others] = [...torn, ...inText]
    .filter((one) => one.likeness >= MIN_LIKENESS && holds(one))
    .map((one) => ({ ...one, context: contextOf(after, one, quote) }))
    .filter(({ context }) => exact.length >= SHORT || context >= MIN_CONTEXT)
    .map((one) => ({ ...one, worth: worth(one, one.context) }))
    .sort((a, b) => b.worth - a.worth);
  const rival = best && others.find(({ start, end }) => start >= best.end || end <= best.start);
  return rival !== undefined && best!.worth - rival.worth < MIN_LEAD ? undefined : best;
}

/** A passage that was carried to another place of the text; in words that were there before it is not looked for. */
function movedAway(after: string, { after: tokens, from }: Alignment, selector: Selector): Placed {
  const placed = place(after, selector);
  const { span } = placed;
  if (span === null) return placed;
  let [fresh, all] = [0, 0];
  for (let at = firstFrom(tokens, span.start); at < tokens.length && tokens[at]!.start < span.end; at++) {
    const letters = tokens[at]!.end - tokens[at]!.start;
    all += letters;
    if (from[at]! < 0) fresh += letters;
  }
  if (placed.score >= MOVED_SCORE && fresh >= MOVED_NEW * all) return placed;
  return { placement: 'unplaced', span: null, score: placed.score, lead: placed.lead };
}
