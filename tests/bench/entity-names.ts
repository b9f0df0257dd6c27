/**
 * Scores normal forms and linking, given the right mentions: `node tests/bench/entity-names.ts --gold FILE [--corpus NAME]`.
 * FILE is JSON Lines as for `eval:entities`; its spans carry `norm` (the base form) and `eid` (the identity, across
 * documents). Prints the share of right base forms (ё as е, case and quotes folded) and B-cubed of the entities. `--aligned`
 * counts base forms only where the wanted one consists of the same words: elsewhere the corpus gives another name, such
 * as Wikidata's label. Spans whose `eid` is `NULL` have no identity.
 */

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isFormOf, standing } from '../../archive/entities/archive-vote.ts';
import { createGatherer, type NamedRun } from '../../archive/entities/article-names.ts';
import { fold } from '../../archive/entities/name-key.ts';
import { EntityRegistry } from '../../archive/entities/registry.ts';
import { tokenize } from '../../archive/entities/tokens.ts';
import { openDictionary } from '../../archive/text/word-parses.ts';
import { buildDictionary } from '../../build/dictionary.ts';

interface Line {
  id: string;
  corpus?: string;
  body: string;
  spans: { start: number; end: number; type: string; norm?: string; eid?: string }[];
}

const { values } = parseArgs({
  options: {
    gold: { type: 'string' },
    corpus: { type: 'string' },
    errors: { type: 'boolean' },
    aligned: { type: 'boolean' },
  },
});
if (values.gold === undefined) {
  console.error('node tests/bench/entity-names.ts --gold FILE [--corpus NAME] [--aligned] [--errors]');
  process.exit(2);
}
const morphology = openDictionary(buildDictionary());
if (!morphology) throw new Error('the dictionary could not be opened');
const gather = createGatherer(morphology);
const lines = readFileSync(values.gold, 'utf8')
  .split('\n')
  .filter((text) => text.trim() !== '')
  .map((text) => JSON.parse(text) as Line)
  .filter((line) => values.corpus === undefined || line.corpus?.startsWith(values.corpus));

const bare = (text: string) =>
  fold(text)
    .replace(/[«»"“”„.]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** A mention with what it should be and what we made of it. */
interface Judged {
  readonly type: string;
  readonly text: string;
  readonly wanted: string | undefined;
  normal: string;
  readonly gold: string | undefined;
  readonly inDocument: string;
  readonly entity: number;
  across: string;
}

const registry = new EntityRegistry();
const labels = new Map<number, string>();
const judged: Judged[] = [];
for (const line of lines) {
  const tokens = tokenize(line.body);
  const spans: Line['spans'] = [];
  const runs: NamedRun[] = [];
  for (const span of line.spans) {
    if (span.type === 'LOC') continue;
    const from = tokens.findIndex((token) => token.end > span.start);
    let to = from;
    while (to < tokens.length && tokens[to]!.start < span.end) to++;
    if (from < 0 || to === from) continue;
    spans.push(span);
    const text = line.body.slice(tokens[from]!.start, tokens[to - 1]!.end);
    runs.push({ from, to, kind: span.type === 'PER' ? 'person' : 'organization', text });
  }
  const { names, nameOf, normals } = gather(tokens, runs);
  const { entities, changedEntities } = registry.assign(names);
  for (const row of changedEntities) labels.set(row.id, row.label);
  runs.forEach((run, i) => {
    const { norm, eid, type } = spans[i]!;
    judged.push({
      type,
      text: run.text,
      wanted: norm,
      normal: normals[i]!,
      gold: eid,
      inDocument: `${line.id} ${nameOf[i]}`,
      entity: entities[nameOf[i]!]!,
      across: '',
    });
  });
}

const joined = standing(registry.vote(), () => false);
for (const one of judged) {
  const into = joined.get(one.entity) ?? one.entity;
  one.across = String(into);
  // The vote puts a guessed nominative right; another spelling is joined, and stays what it is.
  const label = labels.get(into)!;
  if (into !== one.entity && one.type === 'PER' && isFormOf(label, one.text)) one.normal = label;
}

/** Whether two names have the same words, each in some form. */
function aligned(text: string, wanted: string): boolean {
  const [a, b] = [bare(text).split(' '), bare(wanted).split(' ')];
  const stem = (word: string) => word.slice(0, Math.max(2, word.length - 3));
  return a.length === b.length && a.every((word, i) => b[i]!.startsWith(stem(word)));
}

/** B-cubed precision, recall and F1 (Bagga, Baldwin 1998). */
function bCubed(items: readonly { gold: string; ours: string }[]) {
  const count = (key: (item: { gold: string; ours: string }) => string) => {
    const counts = new Map<string, number>();
    for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
    return counts;
  };
  const [gold, ours, both] = [count((i) => i.gold), count((i) => i.ours), count((i) => `${i.gold}\n${i.ours}`)];
  let precision = 0;
  let recall = 0;
  for (const item of items) {
    const shared = both.get(`${item.gold}\n${item.ours}`)!;
    precision += shared / ours.get(item.ours)! / items.length;
    recall += shared / gold.get(item.gold)! / items.length;
  }
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

const percent = (share: number) => (100 * share).toFixed(1);
for (const type of ['PER', 'ORG']) {
  const here = judged.filter((one) => one.type === type);
  const known = here.filter(
    ({ wanted, text }) => wanted !== undefined && (values.aligned !== true || aligned(text, wanted)),
  );
  const right = (list: readonly Judged[]) => list.filter((one) => bare(one.wanted!) === bare(one.normal)).length;
  const oblique = known.filter((one) => bare(one.text) !== bare(one.wanted!));
  console.log(
    `${type} base forms: ${percent(right(known) / known.length)} % of ${known.length}; ` +
      `oblique ${percent(right(oblique) / oblique.length)} % of ${oblique.length}`,
  );
  const linked = here.filter(({ gold }) => gold !== undefined && gold !== 'NULL');
  const b = bCubed(linked.map((one) => ({ gold: one.gold!, ours: one.across })));
  console.log(`${type} B-cubed across documents: P ${percent(b.precision)} R ${percent(b.recall)} F1 ${percent(b.f1)}`);
  if (values.errors) {
    const parted = new Map<string, Map<string, number>>();
    for (const one of linked) {
      const names = parted.get(one.gold!) ?? new Map<string, number>();
      const name = `${one.normal} #${one.across}`;
      names.set(name, (names.get(name) ?? 0) + 1);
      parted.set(one.gold!, names);
    }
    const size = (names: Map<string, number>) => [...names.values()].reduce((a, c) => a + c, 0);
    for (const [gold, names] of [...parted].sort((a, c) => size(c[1]) - size(a[1])).slice(0, 30)) {
      if (names.size < 2) continue;
      console.log(`  ${gold}: ${[...names].map(([name, n]) => `${name} ×${n}`).join('; ')}`);
    }
    const wrong = new Map<string, number>();
    for (const one of known) {
      if (bare(one.wanted!) === bare(one.normal)) continue;
      const key = `${one.text} → ${one.normal} (wanted ${one.wanted})`;
      wrong.set(key, (wrong.get(key) ?? 0) + 1);
    }
    for (const [key, n] of [...wrong].sort((a, c) => c[1] - a[1]).slice(0, 40)) console.log(`  ${n} ${key}`);
  }
}
