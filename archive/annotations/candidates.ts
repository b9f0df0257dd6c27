import type { QuoteSelector } from '../contract/annotations.ts';
import { type Resemblance, resemblances } from './approximate.ts';
import { chains } from './chain.ts';
import { commonWords } from './likeness.ts';

/** A place in a text that may be the passage; `likeness` is how much of the quotation stands there, 0…1. */
export interface Candidate {
  start: number;
  end: number;
  likeness: number;
}

/** More equal passages than this are not told apart by looking at each: a text of «и» has none to find. */
const MANY = 2000;

/** Every place where the quotation stands letter by letter, in order; at most {@link MANY}. */
export function exactCandidates(text: string, exact: string): Candidate[] {
  const found: Candidate[] = [];
  if (exact === '') return found;
  for (let at = text.indexOf(exact); at >= 0 && found.length < MANY; at = text.indexOf(exact, at + 1)) {
    found.push({ start: at, end: at + exact.length, likeness: 1 });
  }
  return found;
}

/** Up to here a quotation is searched whole; longer ones by their two ends, which costs the same for any length. */
const WHOLE = 320;
const END = 160;

/** Share of a quotation that may differ. */
const TOLERANCE = 0.4;

/** Context taken to find the two bounds of a passage, and the share of it that may differ. */
const BOUND = 40;
const BOUND_TOLERANCE = 0.2;

/**
 * A passage into which something was put lies between its old neighbours, with most of its words in their order.
 * Only where each neighbour stands once; the passage may have grown to four times its length.
 */
export function boundedCandidates(text: string, { exact, prefix, suffix }: QuoteSelector): Candidate[] {
  const before = prefix === '' ? { start: 0, end: 0 } : onlyOne(text, prefix.slice(-BOUND));
  const after = suffix === '' ? { start: text.length, end: text.length } : onlyOne(text, suffix.slice(0, BOUND));
  if (before === undefined || after === undefined) return [];
  const [start, end] = [before.end, after.start];
  if (end <= start || end - start > 4 * exact.length + 400) return [];
  const kept = commonWords(exact, text.slice(start, end));
  return kept === undefined ? [] : [{ start: start + kept.start, end: start + kept.end, likeness: kept.share }];
}

function onlyOne(text: string, pattern: string): Resemblance | undefined {
  const found = distinct(resemblances(text, pattern, Math.floor(pattern.length * BOUND_TOLERANCE)));
  return found.length === 1 ? found[0] : undefined;
}

/** Where a longer passage lies that was torn apart or cut short, by the phrases that are left of it. */
export function chainedCandidates(text: string, exact: string): Candidate[] {
  return chains(text, exact).map(({ start, end }) => ({
    start,
    end,
    likeness: commonWords(exact, text.slice(start, end))?.share ?? 0,
  }));
}

/** The places that resemble the quotation best, and the best ones apart from those: the winner and its rivals. */
export function approximateCandidates(text: string, exact: string): Candidate[] {
  return exact.length <= WHOLE ? wholeCandidates(text, exact) : endCandidates(text, exact);
}

function wholeCandidates(text: string, exact: string): Candidate[] {
  return rivals(text, exact).map(({ start, end, errors }) => ({ start, end, likeness: 1 - errors / exact.length }));
}

/** A long passage lies from where its beginning is found to where its end is found, if that is about its length. */
function endCandidates(text: string, exact: string): Candidate[] {
  const tails = rivals(text, exact.slice(-END));
  const found: Candidate[] = [];
  for (const head of rivals(text, exact.slice(0, END))) {
    for (const tail of tails) {
      const length = tail.end - head.start;
      const stretch = Math.abs(length - exact.length) / exact.length;
      if (tail.start < head.start || stretch > TOLERANCE) continue;
      const errors = (head.errors + tail.errors) / (2 * END);
      found.push({ start: head.start, end: tail.end, likeness: 1 - Math.max(errors, stretch) });
    }
  }
  return found;
}

/** The library gives only the very best places; the second best are the best of what is left beside them. */
function rivals(text: string, pattern: string): Resemblance[] {
  const allowed = Math.floor(pattern.length * TOLERANCE);
  const best = distinct(resemblances(text, pattern, allowed));
  const found = [...best];
  let from = 0;
  for (const { start, end } of [...best.slice(0, 8), { start: text.length, end: text.length }]) {
    if (start - from > pattern.length / 2) {
      for (const rival of distinct(resemblances(text.slice(from, start), pattern, allowed)).slice(0, 8)) {
        found.push({ ...rival, start: rival.start + from, end: rival.end + from });
      }
    }
    from = Math.max(from, end);
  }
  return found.slice(0, 64);
}

/** Of matches that overlap, which are one place written with several bounds, the first. */
function distinct(matches: Resemblance[]): Resemblance[] {
  const kept: Resemblance[] = [];
  for (const match of matches) {
    const last = kept.at(-1);
    if (last === undefined || match.start >= last.end) kept.push(match);
  }
  return kept;
}
