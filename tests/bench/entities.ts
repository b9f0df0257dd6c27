/**
 * Scores the recogniser's tagger: `npm run eval:entities -- --gold FILE [--out PRED] [--model FILE] [--ids FILE]`. FILE is
 * JSON Lines with `id`, `body`, `spans` (UTF-16 `start`, `end`, `type`), and `corpus` if it knows it: each document is
 * tagged in the guideline of its corpus where the model has one, else in the one the program uses. Prints precision,
 * recall and F1 with 95 % intervals, per corpus and type; `--out` writes what was found, one document a line.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { randomFrom } from '../../archive/entities/chance.ts';
import { types } from '../../archive/entities/labels.ts';
import { articleRules } from '../../archive/entities/lattice-rules.ts';
import { type Dialect, openModel } from '../../archive/entities/model.ts';
import { type Counts, interval, measures, scoreDocument, sum } from '../../archive/entities/score.ts';
import { createTagger } from '../../archive/entities/tagger.ts';
import { tokenize } from '../../archive/entities/tokens.ts';
import { openDictionary } from '../../archive/text/word-parses.ts';
import { type AnnotatedDocument, readAnnotated, runCommand, UsageError } from '../../build/annotated-documents.ts';
import { buildDictionary } from '../../build/dictionary.ts';

const usage = 'npm run eval:entities -- --gold FILE [--out PRED] [--model FILE] [--ids FILE]';

/** Guidelines that the shipped weights have learnt; others are tagged as the program does. */
const guideline = (corpus: string | undefined): Dialect => (corpus?.startsWith('factRu') ? 'factRuEval-2016' : 'NEREL');

/** Spans of every document, and what the tagging took. */
function predict(documents: readonly AnnotatedDocument[], modelFile: string | URL) {
  const begun = performance.now();
  const model = openModel(readFileSync(modelFile));
  const opened = performance.now() - begun;
  const morphology = openDictionary(buildDictionary());
  if (!morphology) throw new Error('the dictionary could not be opened');
  const [nerel, factRu] = (['NEREL', 'factRuEval-2016'] as const).map((dialect) =>
    createTagger(model, morphology, dialect, articleRules),
  );
  let tokensRead = 0;
  let reading = 0;
  const predictions = documents.map(({ id, corpus, body }) => {
    const tagger = guideline(corpus) === 'NEREL' ? nerel! : factRu!;
    const start = performance.now();
    const tokens = tokenize(body);
    const spans = tagger.tag(tokens).spans.map((span) => ({
      start: tokens[span.from]!.start,
      end: tokens[span.to - 1]!.end,
      type: types[span.type]! as string,
      probability: Math.round(span.probability * 1000) / 1000,
    }));
    reading += performance.now() - start;
    tokensRead += tokens.length;
    return { id, corpus, spans };
  });
  console.log(`model ${model.header.version}, opened in ${opened.toFixed(0)} ms; ${documents.length} documents`);
  console.log(`${tokensRead} tokens, ${((tokensRead / reading) * 1000).toFixed(0)} tokens/s, caches cold at the start`);
  return predictions;
}

const pad = (n: number) => n.toFixed(1).padStart(5);

function shown(counts: readonly Counts[]): string {
  const { precision, recall, f1 } = measures(sum(counts));
  const { low, high } = interval(counts, randomFrom(1));
  return `P ${pad(precision)} R ${pad(recall)} F1 ${pad(f1)} (${low.toFixed(1)}–${high.toFixed(1)})`;
}

runCommand(usage, () => {
  const { values } = parseArgs({
    options: { gold: { type: 'string' }, out: { type: 'string' }, model: { type: 'string' }, ids: { type: 'string' } },
  });
  if (values.gold === undefined) throw new UsageError('which annotated documents?');
  const wanted = values.ids === undefined ? undefined : new Set(readFileSync(values.ids, 'utf8').split(/\s+/));
  const documents = readAnnotated(values.gold).filter(({ id }) => wanted === undefined || wanted.has(id));
  const shipped = new URL('../../archive/entities/model.bin', import.meta.url);
  const predictions = predict(documents, values.model ?? shipped);
  if (values.out !== undefined) {
    writeFileSync(values.out, predictions.map((one) => `${JSON.stringify(one)}\n`).join(''));
  }
  const corpusOf = ({ corpus = '—' }: AnnotatedDocument) => corpus;
  for (const corpus of new Set(documents.map(corpusOf))) {
    const here = documents.flatMap((document, i) => (corpusOf(document) === corpus ? [i] : []));
    for (const type of types) {
      const scores = here.map((i) =>
        scoreDocument(documents[i]!.body, documents[i]!.spans, predictions[i]!.spans, type),
      );
      const exact = shown(scores.map((score) => score.exact));
      const word = shown(scores.map((score) => score.word));
      console.log(
        `${corpus.padEnd(16)} ${String(here.length).padStart(4)} ${type}  exact ${exact}  word-level ${word}`,
      );
    }
  }
});
