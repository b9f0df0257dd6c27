/**
 * Trains the recogniser of persons and organizations: `npm run train:entities -- --data FILE [--out FILE] [--without FILE]`.
 * FILE is JSON Lines: `id`, `corpus`, `body`, `spans` with UTF-16 `start`, `end` and `type` PER, ORG or LOC. Only the
 * corpora listed here are learnt from, whatever else the file holds. `--without` names a file of document ids, one a
 * line, to leave out (for measuring).
 */

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { types } from '../archive/entities/labels.ts';
import { type Dialect, writeModel } from '../archive/entities/model.ts';
import { type TrainingDocument, train } from '../archive/entities/train.ts';
import { openDictionary } from '../archive/text/word-parses.ts';
import { type AnnotatedDocument, readAnnotated, runCommand, UsageError } from './annotated-documents.ts';
import { buildDictionary } from './dictionary.ts';

const usage = 'npm run train:entities -- --data FILE [--out FILE] [--without FILE]';

/** Corpora whose terms allow weights to be shipped; the texts themselves stay outside the repository. */
const corpora: readonly { prefix: string; dialect: Dialect; name: string; licence: string }[] = [
  {
    prefix: 'factRuEval',
    dialect: 'factRuEval-2016',
    name: 'factRuEval-2016, devset (dialogue-evaluation/factRuEval-2016)',
    licence: 'MIT',
  },
  {
    prefix: 'NEREL',
    dialect: 'NEREL',
    name: 'NEREL 1.1, train and dev (nerel-ds/NEREL)',
    licence: 'texts of Russian Wikinews CC BY 2.5; annotation: none stated',
  },
];

/** Chosen on held-out documents of both corpora. */
const settings = { seed: 1, runs: 3, epochs: 10, dropout: 0.4, rate: 0.05, averaged: 4 };

/** Rows whose every weight is smaller are left out, so that the file stays under 2.5 MiB. */
const least = 0.1;

const corpusOf = ({ corpus }: AnnotatedDocument) => corpora.find(({ prefix }) => corpus?.startsWith(prefix));

/** The documents as the trainer takes them. */
function lessons(documents: readonly AnnotatedDocument[]): TrainingDocument[] {
  return documents.map((document) => ({
    id: document.id,
    dialect: corpusOf(document)!.dialect,
    text: document.body,
    spans: document.spans.flatMap(({ start, end, type }) => {
      const known = types.find((one) => one === type);
      return known ? [{ start, end, type: known }] : [];
    }),
  }));
}

runCommand(usage, () => {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, out: { type: 'string' }, without: { type: 'string' } },
  });
  if (values.data === undefined) throw new UsageError('which annotated documents?');
  const out = values.out ?? fileURLToPath(new URL('../archive/entities/model.bin', import.meta.url));
  const left = new Set(values.without ? readFileSync(values.without, 'utf8').split(/\s+/) : []);
  const annotated = readAnnotated(values.data).filter((one) => corpusOf(one) !== undefined && !left.has(one.id));
  const morphology = openDictionary(buildDictionary());
  if (!morphology) throw new Error('the dictionary could not be opened');
  const begun = performance.now();
  const seconds = () => `${((performance.now() - begun) / 1000).toFixed(0)} s`;
  const weights = train(lessons(annotated), morphology, {
    ...settings,
    progress: (epoch, likelihood) =>
      console.log(`epoch ${epoch}: log-likelihood ${likelihood.toFixed(0)}, ${seconds()}`),
  });
  const trainingHash = createHash('sha256')
    .update(annotated.map(({ id }) => id).join('\n'))
    .digest('hex');
  const weightsHash = createHash('sha256').update(weights.rows).digest('hex');
  const header = {
    version: `${trainingHash.slice(0, 8)}-${weightsHash.slice(0, 4)}`,
    seed: settings.seed,
    epochs: settings.epochs,
    corpora: corpora.map(({ name, licence, prefix }) => ({
      name,
      licence,
      documents: annotated.filter(({ corpus }) => corpus?.startsWith(prefix)).length,
    })),
    trainingHash,
  };
  const bytes = writeModel(weights, header, least);
  writeFileSync(out, bytes);
  console.log(`${annotated.length} documents, ${(bytes.length / 2 ** 20).toFixed(2)} MiB, ${seconds()} → ${out}`);
});
