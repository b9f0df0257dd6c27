import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelCount } from '../../../archive/entities/labels.ts';
import { dialects, ModelFormatError, openModel, writeModel } from '../../../archive/entities/model.ts';
import { type TrainingDocument, train } from '../../../archive/entities/train.ts';
import { morphologyOfTests } from '../text/morphology-of-tests.ts';
import { modelBytes } from './recogniser-of-tests.ts';

const header = { version: 'v', seed: 1, epochs: 1, corpora: [], trainingHash: '' };

test('weights come back from the file, rounded to its unit; rows that are too small do not', () => {
  const feature = fc.integer({ min: -0x80000000, max: 0x7fffffff }).filter((hash) => hash !== 0);
  const row = fc.array(fc.integer({ min: -120, max: 120 }), { minLength: labelCount, maxLength: labelCount });
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(feature, row), { selector: ([f]) => f, maxLength: 40 }),
      feature,
      (rows, other) => {
        const weights = {
          features: Int32Array.from(rows, ([f]) => f),
          rows: Float32Array.from(rows.flatMap(([, values]) => values.map((v) => v * 0.04))),
          transitions: dialects.map((_, d) => new Float64Array(labelCount * labelCount).fill(d)),
        };
        const model = openModel(writeModel(weights, header, 0.1));
        const found = (f: number) => {
          const sums = new Int32Array(labelCount);
          model.add(f, sums, 0);
          return Array.from(sums, (sum) => sum * model.header.unit);
        };
        for (const [f, values] of rows) {
          const kept = values.some((v) => Math.abs(Math.fround(v * 0.04)) >= 0.1);
          const wanted = values.map((v) => (kept ? v * 0.04 : 0));
          for (const [y, score] of found(f).entries()) expect(score).toBeCloseTo(wanted[y]!, 6);
        }
        if (!rows.some(([f]) => f === other)) expect(found(other).every((score) => score === 0)).toBe(true);
        expect(model.transitions[2]![5]).toBe(2);
      },
    ),
    { numRuns: 50 },
  );
});

test('what is not a model is refused', () => {
  expect(() => openModel(new Uint8Array())).toThrow(ModelFormatError);
  expect(() => openModel(new TextEncoder().encode('PDSQ and more'))).toThrow(ModelFormatError);
  expect(() => openModel(modelBytes().subarray(0, -1))).toThrow(ModelFormatError);
});

test('the shipped weights say what they were learnt from, and keep to their size', () => {
  const bytes = modelBytes();
  const { corpora } = openModel(bytes).header;
  expect(corpora.map(({ name, licence }) => `${name.split(',')[0]}: ${licence.split(';')[0]}`)).toEqual([
    'factRuEval-2016: MIT',
    'NEREL 1.1: texts of Russian Wikinews CC BY 2.5',
  ]);
  expect(bytes.length).toBeLessThan(2.5 * 2 ** 20);
});

test('training follows from its seed, and learns what it is shown', () => {
  const text = 'Директор Лапин уехал. Мастер Котов остался. Директор Белов устал.';
  const spans = ['Лапин', 'Котов', 'Белов'].map((name) => ({
    start: text.indexOf(name),
    end: text.indexOf(name) + name.length,
    type: 'PER' as const,
  }));
  const documents: TrainingDocument[] = ['a', 'b'].map((id) => ({ id, dialect: 'NEREL', text, spans }));
  const options = { seed: 5, runs: 2, epochs: 4, dropout: 0.3, rate: 0.1, averaged: 2 };
  const likelihoods: number[] = [];
  const once = train(documents, morphologyOfTests(), { ...options, progress: (_, l) => likelihoods.push(l) });
  const again = train(documents, morphologyOfTests(), options);
  expect(writeModel(again, header, 0)).toEqual(writeModel(once, header, 0));
  expect(likelihoods[3]!).toBeGreaterThan(likelihoods[0]!);
});
