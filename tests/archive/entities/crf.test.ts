import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  forwardBackward,
  marginal,
  spanProbability,
  transitionFactors,
  viterbi,
} from '../../../archive/entities/crf.ts';
import { labelCount as L, labelsOf, mayEnd, mayFollow, mayStart, spansOf } from '../../../archive/entities/labels.ts';

/** Every permitted sequence with its score: the stupid twin. */
function all(length: number, emissions: Float64Array, transitions: Float64Array) {
  let rows: { labels: number[]; score: number }[] = [{ labels: [], score: 0 }];
  for (let i = 0; i < length; i++) {
    rows = rows.flatMap(({ labels, score }) =>
      Array.from({ length: L }, (_, y) => y)
        .filter((y) => (i === 0 ? mayStart(y) : mayFollow(labels[i - 1]!, y)))
        .map((y) => ({
          labels: [...labels, y],
          score: score + emissions[i * L + y]! + (i === 0 ? 0 : transitions[labels[i - 1]! * L + y]!),
        })),
    );
  }
  return rows.filter(({ labels }) => mayEnd(labels[length - 1]!));
}

const scores = (count: number) =>
  fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: count, maxLength: count });

test('the best sequence, the sum and the marginals are those of all sequences written out', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }).chain((length) => fc.tuple(fc.constant(length), scores(length * L))),
      scores(L * L),
      ([length, e], t) => {
        const emissions = Float64Array.from(e);
        const transitions = Float64Array.from(t);
        const rows = all(length, emissions, transitions);
        const z = rows.reduce((sum, row) => sum + Math.exp(row.score), 0);
        const best = rows.reduce((a, b) => (b.score > a.score ? b : a));
        const labels = viterbi(length, emissions, transitions);
        const found = rows.find((row) => row.labels.every((y, i) => y === labels[i]));
        expect(found?.score).toBeCloseTo(best.score, 9);

        const factors = transitionFactors(transitions);
        const lattice = forwardBackward(length, emissions, factors);
        expect(lattice.logZ).toBeCloseTo(Math.log(z), 8);
        const share = (keep: (labels: number[]) => boolean) =>
          rows.reduce((sum, row) => sum + (keep(row.labels) ? Math.exp(row.score) : 0), 0) / z;
        for (let y = 0; y < L; y++) {
          expect(marginal(lattice, 0, y)).toBeCloseTo(
            share((row) => row[0] === y),
            8,
          );
        }
        for (const span of spansOf(labels)) {
          const p = share((row) => row.slice(span.from, span.to).every((y, i) => y === labels[span.from + i]));
          expect(spanProbability(lattice, factors, span, labels)).toBeCloseTo(p, 8);
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('spans survive the way to labels and back', () => {
  const spans = [
    { from: 0, to: 1, type: 0 },
    { from: 1, to: 4, type: 1 },
    { from: 5, to: 7, type: 2 },
  ];
  expect(spansOf(labelsOf(8, spans))).toEqual(spans);
});
