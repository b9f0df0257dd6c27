import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { resemblances } from '../../archive/annotations/approximate.ts';
import { boundaryAfter, boundaryBefore } from '../../archive/annotations/boundary.ts';
import { align } from '../../archive/annotations/difference.ts';
import { follow } from '../../archive/annotations/follow.ts';
import { place } from '../../archive/annotations/place.ts';
import { describe, type Selector } from '../../archive/annotations/selector.ts';
import type { Span } from '../../archive/contract/values.ts';
import { randomFrom } from '../../archive/entities/chance.ts';
import { EditedText, editOnce, reimport } from './edits.ts';

/**
 * How well passages are found again in changed articles: followed from the earlier text, as at a new reading of an
 * article («followed»); by quotation and position alone, as for annotations from elsewhere («selector»); and the plain
 * way, the first exact occurrence, else the best approximate one, without a threshold.
 *
 *   [TUNE=1] [SEED=…] [SHOW=wrong|unplaced [OF=selector]] node tests/bench/anchoring.ts CORPUS.jsonl[.gz] [PASSAGES PER LEVEL]
 *
 * Truth: every unit of an article is followed through the edits. Of a passage that kept at least {@link KEPT} of its
 * letters a placing is right when it covers what is left of it and little beyond its bounds: letters of the passage
 * covered / (letters left + units placed outside its bounds) ≥ {@link COVER}. Of one that kept less than
 * {@link GONE} only "unplaced" is right. Between the two both are accepted. Any other placing is wrong; none, where
 * there should be one, is "unplaced".
 */
const KEPT = 0.7;
const GONE = 0.3;
const COVER = 0.6;
const LEVELS = [0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4];

const [corpus, perLevel = '2000'] = process.argv.slice(2);
const seed = Number(process.env.SEED ?? 20261124);
if (corpus === undefined) {
  console.error('node tests/bench/anchoring.ts CORPUS.jsonl[.gz] [PASSAGES PER LEVEL]');
  process.exit(2);
}

const bytes = readFileSync(corpus);
const bodies = (corpus.endsWith('.gz') ? gunzipSync(bytes) : bytes)
  .toString('utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => (JSON.parse(line) as { body: string }).body)
  .filter((body) => body.length >= 400 && body.length <= 12_000)
  // Thresholds are chosen on one half of the articles and reported on the other.
  .filter((_, at) => (at % 2 === 0) === (process.env.TUNE === undefined));

type Verdict = 'right' | 'wrong' | 'unplaced';

function verdict(found: Span | null, passage: Span, edited: EditedText): Verdict {
  const { span, left } = edited.trace(passage);
  if (found === null) return left < KEPT ? 'right' : 'unplaced';
  if (left < GONE) return 'wrong';
  const outside = Math.max(0, span.start - found.start) + Math.max(0, found.end - span.end);
  const letters = left * (passage.end - passage.start);
  const covered = edited.count(found, passage) / (letters + outside);
  return covered >= (left < KEPT ? COVER / 2 : COVER) ? 'right' : 'wrong';
}

/** Whether two articles share a sentence: what is put in from a reprint would bring the lost passage back. */
function akin(a: string, b: string): boolean {
  for (let at = 0; at + 30 < a.length; at += 40) if (b.includes(a.slice(at, at + 30))) return true;
  return false;
}

/** What most programs do. */
function plainly(text: string, { quote: { exact } }: Selector): Span | null {
  const at = text.indexOf(exact);
  if (at >= 0) return { start: at, end: at + exact.length };
  return resemblances(text, exact, exact.length)[0] ?? null;
}

/** A passage as people mark them: a word or name, a few words, a sentence, a paragraph or two. */
function passage(text: string, random: () => number): Span {
  const lengths = [8, 25, 60, 120, 250, 600];
  const length = lengths[Math.floor(random() * lengths.length)]! * (0.5 + random());
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  const first = words[Math.floor(random() * words.length)]!;
  const last = words.find((word) => word.index + word[0].length >= first.index + length) ?? words.at(-1)!;
  const start = boundaryBefore(text, first.index);
  return { start, end: boundaryAfter(text, Math.max(last.index + last[0].length, first.index + first[0].length)) };
}

const percent = (n: number, of: number) => `${((100 * n) / of).toFixed(2)} %`;
const rows: string[] = [];
let examples = 0;
for (const level of LEVELS) {
  const random = randomFrom(seed + level * 1000);
  const ours = { right: 0, wrong: 0, unplaced: 0 };
  const plain = { right: 0, wrong: 0, unplaced: 0 };
  const followed = { right: 0, wrong: 0, unplaced: 0 };
  const spent = { ours: 0, followed: 0 };
  const count = Number(perLevel);
  for (let i = 0; i < count; ) {
    const body = bodies[Math.floor(random() * bodies.length)]!;
    const passages = Array.from({ length: Math.min(5, count - i) }, () => passage(body, random));
    const edited = new EditedText(body);
    const stock = bodies.slice(0, 200).filter((other) => !akin(other, body));
    if (level > 0) {
      if (random() < 0.3) reimport(edited, random);
      let budget = level * body.length;
      while (budget > 0) budget -= editOnce(edited, random, stock);
    }
    const now = edited.text;
    const aligning = performance.now();
    const alignment = align(body, now);
    spent.followed += performance.now() - aligning;
    for (const span of passages) {
      const selector = describe(body, span);
      const begin = performance.now();
      const placed = place(now, selector);
      const middle = performance.now();
      spent.ours += middle - begin;
      const after = (alignment && follow(body, now, alignment, selector)) ?? placed;
      spent.followed += performance.now() - middle;
      const looked = process.env.OF === 'selector' ? placed : after;
      const result = verdict(looked.span, span, edited);
      ours[verdict(placed.span, span, edited)]++;
      followed[verdict(after.span, span, edited)]++;
      plain[verdict(plainly(now, selector), span, edited)]++;
      if (result === process.env.SHOW && examples++ < 60) {
        const truth = edited.trace(span);
        const shown = ({ start, end }: Span) =>
          `${now.slice(Math.max(0, start - 70), start)}‹${now.slice(start, end)}›${now.slice(end, end + 70)}`;
        console.error(
          JSON.stringify(
            {
              level,
              ...looked,
              left: truth.left,
              quote: selector.quote,
              is: shown(truth.span),
              put:
                (process.env.OF === 'selector' ? placed : after).span &&
                shown((process.env.OF === 'selector' ? placed : after).span!),
            },
            null,
            1,
          ),
        );
      }
      i++;
    }
  }
  const cells = [followed, ours, plain].flatMap((t) => [
    percent(t.right, count),
    percent(t.wrong, count),
    percent(t.unplaced, count),
  ]);
  rows.push(
    `| ${level * 100} % | ${cells.join(' | ')} | ${[spent.followed, spent.ours].map((ms) => (ms / count).toFixed(2)).join(' / ')} |`,
  );
  console.error(rows.at(-1));
}
console.log(`| change | followed: right | wrong | unplaced | selector: right | wrong | unplaced | plain: right | wrong | unplaced | ms a passage |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}`);
