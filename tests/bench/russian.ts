import { HELD_OUT_INSTITUTIONS, HELD_OUT_PLACES, HELD_OUT_STRANGERS, heldOutNames } from './russian-held-out.ts';
import { declinedNames } from './russian-names.ts';
import { INSTITUTIONS, PLACES, STRANGERS } from './russian-places.ts';
import { measureRetrieval } from './russian-retrieval.ts';
import { measureSpeed } from './russian-speed.ts';
import { UNSEEN_INSTITUTIONS, UNSEEN_PLACES, UNSEEN_STRANGERS, unseenNames } from './russian-unseen.ts';
import { formsFound, lunrFinder, ownFinder, type Share, strangersFound } from './word-forms.ts';

/**
 * How well Russian is found: `npm run bench:russian -- [articles.jsonl.gz]`. Without a corpus, word forms alone: names, places
 * and institutions declined by hand, both ways, and pairs that must not match, beside stock Lunr with lunr.ru. With a corpus
 * of articles, one JSON object with `title` and `body` a line: speed of the analyzer and known-item retrieval as well, or,
 * with `tune` after it, the weights of the ranking tried one by one on the articles they are chosen on.
 */
const percent = ({ right, of }: Share) => `${((100 * right) / of).toFixed(1)} %`;
const print = (line: string) => process.stdout.write(`${line}\n`);

const names = declinedNames();
const sets: readonly (readonly [string, readonly (readonly string[])[]])[] = [
  ['names', names.map(({ forms }) => forms)],
  ['places', PLACES.map((line) => line.split(' '))],
  ['institutions', INSTITUTIONS.map((line) => line.split(' '))],
  ['second set: names', heldOutNames().map(({ forms }) => forms)],
  ['second set: places', HELD_OUT_PLACES.map((line) => line.split(' '))],
  ['second set: institutions', HELD_OUT_INSTITUTIONS.map((line) => line.split(' '))],
  ['held out: names', unseenNames().map(({ forms }) => forms)],
  ['held out: places', UNSEEN_PLACES.map((line) => line.split(' '))],
  ['held out: institutions', UNSEEN_INSTITUTIONS.map((line) => line.split(' '))],
];
const own = ownFinder();
const lunr = lunrFinder();

print(
  '| set | words | forms | nominative finds form | form finds nominative | lunr.ru: finds form | finds nominative |',
);
print('| --- | --- | --- | --- | --- | --- | --- |');
for (const [name, paradigms] of sets) {
  const ours = formsFound(paradigms, own);
  const theirs = formsFound(paradigms, lunr);
  const cells = [ours.there, ours.back, theirs.there, theirs.back].map(percent);
  print(`| ${[name, paradigms.length, ours.there.of, ...cells].join(' | ')} |`);
  if (ours.there.wrong.length > 0) print(`  missed: ${ours.there.wrong.slice(0, 40).join(' ')}`);
  if (ours.back.wrong.length > 0) print(`  missed back: ${ours.back.wrong.slice(0, 40).join(' ')}`);
}
for (const [name, pairs] of [
  ['pairs that must not match', STRANGERS],
  ['second set', HELD_OUT_STRANGERS],
  ['held out', UNSEEN_STRANGERS],
] as const) {
  const merged = strangersFound(pairs, own);
  const theirs = strangersFound(pairs, lunr);
  print(`${name}: ${merged.of}; matched ${merged.of - merged.right}; lunr.ru ${theirs.of - theirs.right}`);
  if (merged.wrong.length > 0) print(`  wrong: ${merged.wrong.join(' ')}`);
}

const corpus = process.argv[2];
if (corpus !== undefined) {
  measureSpeed(corpus, print);
  await measureRetrieval(corpus, print, process.argv[3] === 'tune');
}
