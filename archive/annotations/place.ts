import type { Placement } from '../contract/annotations.ts';
import type { Span } from '../contract/values.ts';
import { boundaryAfter, boundaryBefore } from './boundary.ts';
import {
  approximateCandidates,
  boundedCandidates,
  type Candidate,
  chainedCandidates,
  exactCandidates,
} from './candidates.ts';
import { likenessAfter, likenessBefore } from './likeness.ts';
import type { Selector } from './selector.ts';

/** Where a passage is now, and how sure that is. */
export interface Placed {
  placement: Placement;
  /** Null when unplaced. */
  span: Span | null;
  /** 0…1: how much speaks for the place; of the best candidate, also when it was not good enough. */
  score: number;
  /** How far the best candidate is before the second, 0…1; equal to the score when there is no second. */
  lead: number;
}

/** Below this score nothing is placed. */
const MIN_SCORE = 0.645;
/** With less lead over another candidate nothing is placed: a person decides. */
const MIN_LEAD = 0.1;
/** The same for a passage that came through whole with its context on both sides. */
const MIN_LEAD_WHOLE = 0.04;

/** A quotation of this many units is rarely in a text twice by chance: it speaks for itself, a longer one still more. */
const TELLING = 48;
const TELLING_MORE = 160;
/** From here an unchanged passage is not compared with changed ones: its context is nearly whole. */
const CERTAIN = 0.97;
/** An approximate passage must keep this share of its letters, whatever stands around it. */
const MIN_LIKENESS = 0.66;
/** With less of its letters left a place is not even offered. */
const OFFERED_LIKENESS = 0.45;
/** A place this many times as long as the quotation has more in it than belongs there. */
const STRETCH = 1.5;
/** What each further length of the quotation takes off a place's score: a word of it may stand far off by chance. */
const STRETCH_COST = 0.04;
/** A context of this many units says all it can; at the beginning and the end of a text there are fewer. */
const ENOUGH = 32;
/** Candidates whose context is compared letter by letter; the others are told off by what touches the passage. */
const COMPARED = 48;

/**
 * Finds a passage again. Where it was, unchanged: `exact`. Unchanged elsewhere: `moved`. Changed: `approximate`.
 * Otherwise `unplaced`: nothing is good enough, or two places are about equally good. It never moves silently: a
 * short quotation needs its context, and of equal passages context and position decide, or nobody.
 */
export function place(text: string, selector: Selector): Placed {
  const { quote } = selector;
  if (quote.exact === '') return { placement: 'unplaced', span: null, score: 0, lead: 0 };
  const same = nearest(text, selector, exactCandidates(text, quote.exact));
  const unchanged = decide(text, ranked(text, selector, same));
  if (unchanged.span !== null && unchanged.score >= CERTAIN) return named(unchanged, selector, true);
  const changed = changedCandidates(text, selector).filter((found) => found.likeness >= MIN_LIKENESS);
  const best = decide(text, ranked(text, selector, [...same, ...changed]));
  const { span } = best;
  return named(best, selector, span !== null && text.slice(span.start, span.end) === quote.exact);
}

function named(placed: Placed, { position }: Selector, same: boolean): Placed {
  if (placed.span === null) return placed;
  if (!same) return { ...placed, placement: 'approximate' };
  return { ...placed, placement: placed.span.start === position?.start ? 'exact' : 'moved' };
}

/**
 * The places that an unplaced passage may have come to, the likeliest first, none overlapping another: to be offered to
 * a person, who decides what the program could not.
 */
export function likelyPlaces(text: string, selector: Selector, most: number): Span[] {
  if (selector.quote.exact === '') return [];
  const same = nearest(text, selector, exactCandidates(text, selector.quote.exact));
  const changed = changedCandidates(text, selector).filter((found) => found.likeness >= OFFERED_LIKENESS);
  const offered: Candidate[] = [];
  for (const { candidate } of ranked(text, selector, [...same, ...changed])) {
    if (offered.length < most && offered.every((one) => apart(one, candidate))) offered.push(candidate);
  }
  return offered.map((candidate) => whole(text, candidate));
}

const changedCandidates = (text: string, { quote }: Selector): Candidate[] => [
  ...boundedCandidates(text, quote),
  ...chainedCandidates(text, quote.exact),
  ...approximateCandidates(text, quote.exact),
];

/** A candidate with what speaks for it, 0…1. */
interface Ranked {
  readonly candidate: Candidate;
  readonly score: number;
}

const ranked = (text: string, selector: Selector, candidates: readonly Candidate[]): Ranked[] =>
  candidates
    .map((candidate) => ({ candidate, score: scoreOf(text, selector, candidate) }))
    .sort((a, b) => b.score - a.score);

function decide(text: string, candidates: readonly Ranked[]): Placed {
  const best = candidates[0];
  if (best === undefined) return { placement: 'unplaced', span: null, score: 0, lead: 0 };
  const rival = candidates.find(({ candidate }) => apart(candidate, best.candidate));
  const lead = best.score - (rival?.score ?? 0);
  const needed = best.score >= CERTAIN ? MIN_LEAD_WHOLE : MIN_LEAD;
  const sure = best.score >= MIN_SCORE && lead >= needed;
  return { placement: 'unplaced', span: sure ? whole(text, best.candidate) : null, score: best.score, lead };
}

/** Without a character cut at either end. */
const whole = (text: string, { start, end }: Span): Span => ({
  start: boundaryBefore(text, start),
  end: boundaryAfter(text, end),
});

/**
 * What speaks for a candidate, 0…1: its own letters as far as the quotation is telling, its context, its position.
 * A candidate equal in everything, at its old position, has 1.
 */
function scoreOf(text: string, { quote, position }: Selector, { start, end, likeness }: Candidate): number {
  const before = telling(quote.prefix, start) * likenessBefore(text, start, quote.prefix);
  const after = telling(quote.suffix, text.length - end) * likenessAfter(text, end, quote.suffix);
  // One side that is whole says more than two halves: an edit mostly strikes one side only.
  const context = 0.7 * Math.max(before, after) + 0.3 * Math.min(before, after);
  const length = quote.exact.length;
  // Much put in between is believed only where the old neighbours stand on both sides.
  if (end - start > STRETCH * length && Math.min(before, after) < 0.5) return 0;
  const own = 0.5 * Math.min(1, length / TELLING) + 0.3 * Math.min(1, length / TELLING_MORE);
  const near = position === null ? 0 : 1 - Math.min(1, Math.abs(start - position.start) / Math.max(200, text.length));
  const stretched = STRETCH_COST * Math.max(0, (end - start) / length - 1);
  return Math.min(
    1,
    own * likeness ** (2 - Math.min(1, length / TELLING_MORE)) +
      (0.9 - own) * context * likeness +
      0.1 * near ** 4 -
      stretched,
  );
}

/**
 * What a context can say, 0…1. A short one is all there was up to the border of the text: it says everything near that
 * border, and little elsewhere, as the point at the end of a text stands at the end of any sentence.
 */
const telling = (context: string, toBorder: number) =>
  toBorder <= context.length + 2 ? 1 : Math.min(1, (context.length + 8) / ENOUGH);

const apart = (a: Candidate, b: Candidate) => a.start >= b.end || b.start >= a.end;

/** Of very many equal passages, those with the same neighbours and those nearest to the old position. */
function nearest(text: string, { quote, position }: Selector, candidates: Candidate[]): Candidate[] {
  if (candidates.length <= COMPARED) return candidates;
  const before = quote.prefix.slice(-8);
  const after = quote.suffix.slice(0, 8);
  const cheap = ({ start, end }: Candidate) => {
    const neighbours = (text.endsWith(before, start) ? 1 : 0) + (text.startsWith(after, end) ? 1 : 0);
    return neighbours - Math.abs(start - (position?.start ?? 0)) / (text.length + 1);
  };
  return candidates
    .map((candidate) => ({ candidate, rank: cheap(candidate) }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, COMPARED)
    .map(({ candidate }) => candidate);
}
