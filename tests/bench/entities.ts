/**
 * Scores the recogniser's tagger: `npm run eval:entities -- --gold FILE [--out PRED] [--model FILE] [--ids FILE]`. FILE is
 * JSON Lines with `id`, `body`, `spans` (UTF-16 `start`, `end`, `type`), and `corpus` if it knows it: each document is
 * tagged in the guideline of its corpus where the model has one, else in the one the program uses. Prints precision,
 * recall and F1 with 95 % intervals, per corpus and type; `--out` writes what was found, one document a line.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { types } from '../../archive/entities/labels.ts';
import { bracketRule, initialRule, shortenedRule, verbRule } from '../../archive/entities/lattice-rules.ts';
import { type Dialect, openModel } from '../../archive/entities/model.ts';
import { type Counts, interval, measures, scoreDocument, sum, type TypedSpan } from '../../archive/entities/score.ts';
import { createTagger, type Tagger } from '../../archive/entities/tagger.ts';
import { tokenize } from '../../archive/entities/tokens.ts';
import { random } from '../../archive/entities/train.ts';
import { openDictionary } from '../../archive/text/word-parses.ts';
import { buildDictionary } from '../../build/dictionary.ts';

interface Line {
  id: string;
  corpus?: string;
  body: string;
  spans: TypedSpan[];
}

const { values } = parseArgs({
  options: {
    gold: { type: 'string' },
    out: { type: 'string' },
    model: { type: 'string' },
    ids: { type: 'string' },
  },
});
if (values.gold === undefined) {
  console.error('eval:entities -- --gold FILE [--out PRED] [--model FILE] [--ids FILE]');
  process.exit(2);
}

const begun = performance.now();
const modelFile = values.model ?? new URL('../../archive/entities/model.bin', import.meta.url);
const model = openModel(readFileSync(modelFile));
const opened = performance.now() - begun;
const morphology = openDictionary(buildDictionary());
if (!morphology) throw new Error('the dictionary could not be opened');
const wanted = values.ids === undefined ? undefined : new Set(readFileSync(values.ids, 'utf8').split(/\s+/));
const lines = readFileSync(values.gold, 'utf8')
  .split('\n')
  .filter((text) => text.trim() !== '')
  .map((text) => JSON.parse(text) as Line)
  .filter((line) => wanted === undefined || wanted.has(line.id));

/** Guidelines that the shipped weights have learnt; others are tagged as the program does. */
const guideline = (corpus: string | undefined): Dialect => (corpus?.startsWith('factRu') ? 'factRuEval-2016' : 'NEREL');
const taggers = new Map<Dialect, Tagger>();
const taggerOf = (dialect: Dialect): Tagger => {
  const known = taggers.get(dialect);
  if (known) return known;
  const made = createTagger(model, morphology, dialect, [bracketRule, verbRule, initialRule, shortenedRule]);
  taggers.set(dialect, made);
  return made;
};

let tokensRead = 0;
let reading = 0;
const predictions = lines.map((line) => {
  const tagger = taggerOf(guideline(line.corpus));
  const start = performance.now();
  const tokens = tokenize(line.body);
  const spans = tagger.tag(tokens).spans.map((span) => ({
    start: tokens[span.from]!.start,
    end: tokens[span.to - 1]!.end,
    type: types[span.type]! as string,
    probability: Math.round(span.probability * 1000) / 1000,
  }));
  reading += performance.now() - start;
  tokensRead += tokens.length;
  return { id: line.id, corpus: line.corpus, spans };
});
if (values.out !== undefined) {
  writeFileSync(values.out, predictions.map((one) => `${JSON.stringify(one)}\n`).join(''));
}

console.log(`model ${model.header.version}, opened in ${opened.toFixed(0)} ms; ${lines.length} documents`);
console.log(`${tokensRead} tokens, ${((tokensRead / reading) * 1000).toFixed(0)} tokens/s, caches cold at the start`);
const pad = (n: number) => n.toFixed(1).padStart(5);
const show = (counts: readonly Counts[]) => {
  const { precision, recall, f1 } = measures(sum(counts));
  const { low, high } = interval(counts, random(1));
  return `P ${pad(precision)} R ${pad(recall)} F1 ${pad(f1)} (${low.toFixed(1)}–${high.toFixed(1)})`;
};
for (const corpus of new Set(lines.map((line) => line.corpus ?? '—'))) {
  const here = lines.flatMap((line, i) => ((line.corpus ?? '—') === corpus ? [i] : []));
  for (const type of types) {
    const scores = here.map((i) => scoreDocument(lines[i]!.body, lines[i]!.spans, predictions[i]!.spans, type));
    const exact = show(scores.map((score) => score.exact));
    const word = show(scores.map((score) => score.word));
    console.log(`${corpus.padEnd(16)} ${String(here.length).padStart(4)} ${type}  exact ${exact}  word-level ${word}`);
  }
}
