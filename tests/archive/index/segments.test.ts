import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openArchiveIndex } from '../../../archive/index/archive-index.ts';
import { DamagedIndex } from '../../../archive/index/archive-index-types.ts';
import { Evaluation } from '../../../archive/index/evaluation.ts';
import { ARCHIVE_FIELDS } from '../../../archive/index/fields.ts';
import { mergeSegments } from '../../../archive/index/merge.ts';
import { parseQuery } from '../../../archive/index/query-parser.ts';
import { ARCHIVE_RANKING } from '../../../archive/index/ranking.ts';
import { createSegmentBuilder, TextsBuilder } from '../../../archive/index/segment-builder.ts';
import type { Snapshot } from '../../../archive/index/snapshot.ts';
import { memoryDirectory } from '../../../archive/index/source.ts';
import { committed, plainAnalyzer, scoresOf, snapshotOf } from './plain-words.ts';

const word = fc.string({ unit: fc.constantFrom(...'абв'), minLength: 1, maxLength: 3 });
const text = fc.array(word, { maxLength: 60 }).map((words) => words.join(' '));
const articles = fc.array(fc.tuple(text, text), { minLength: 2, maxLength: 12 });
const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 12 });
const some = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 6 });

/** Hits as `id:score`, of every article found. */
function found(snapshot: Snapshot, query: string, analyzer = plainAnalyzer()): string[] {
  const evaluation = new Evaluation(snapshot, ARCHIVE_RANKING).run(parseQuery(query, analyzer).node);
  let step = evaluation.next();
  while (step.done !== true) step = evaluation.next();
  return [...scoresOf(step.value, snapshot)].map(([id, score]) => `${id}:${score}`).sort();
}

test('results and scores do not depend on segments, and removed articles leave no trace', async () => {
  const queries = fc.array(
    fc.tuple(fc.constantFrom('', '-', '='), word, fc.constantFrom('', '*', '~1')).map((q) => q.join('')),
    {
      minLength: 1,
      maxLength: 3,
    },
  );
  await fc.assert(
    fc.asyncProperty(articles, sizes, some, queries, async (docs, cut, dead, words) => {
      const removed = new Set(dead);
      const analyzer = plainAnalyzer((w) => (w.length > 2 ? [w.slice(0, 2), `${w[0]}~`] : [w]));
      const query = words.join(' ');
      const ids = docs.map((_, i) => i + 1).filter((id) => !removed.has(id));
      if (ids.length === 0) return;
      const cutUp = await snapshotOf(analyzer, ARCHIVE_FIELDS, docs, cut, removed);
      const alone = await snapshotOf(
        analyzer,
        ARCHIVE_FIELDS,
        ids.map((id) => docs[id - 1]!),
      );
      alone.views[0]!.segment.ids.set(ids);
      expect(found(cutUp, query, analyzer), query).toEqual(found(alone, query, analyzer));
    }),
    { numRuns: 100 },
  );
});

test('a merged segment is byte for byte what the builder makes of the living articles', async () => {
  await fc.assert(
    fc.asyncProperty(articles, sizes, some, async (docs, cut, dead) => {
      const removed = new Set(dead);
      const living = docs.filter((_, i) => !removed.has(i + 1));
      if (living.length === 0) return;
      const read = (w: string) => (w.length > 1 ? [w.slice(0, 1), w] : [w]);
      const { views } = await snapshotOf(plainAnalyzer(read), ARCHIVE_FIELDS, docs, cut, removed);
      const merging = mergeSegments(views);
      let step = merging.next();
      while (step.done !== true) step = merging.next();
      const builder = new TextsBuilder(plainAnalyzer(read), ARCHIVE_FIELDS);
      for (const texts of living) builder.add(texts);
      expect(Buffer.concat(step.value.chunks).equals(Buffer.from(builder.finish().bytes))).toBe(true);
      expect([...step.value.ids]).toEqual(docs.map((_, i) => i + 1).filter((id) => !removed.has(id)));
    }),
    { numRuns: 100 },
  );
});

test('phrases are found where a plain reading finds them', async () => {
  await fc.assert(
    fc.asyncProperty(articles, sizes, fc.array(word, { minLength: 2, maxLength: 3 }), async (docs, cut, words) => {
      const snapshot = await snapshotOf(plainAnalyzer(), ARCHIVE_FIELDS, docs, cut);
      const has = (text: string) => ` ${text} `.includes(` ${words.join(' ')} `);
      const expected = docs.flatMap((texts, i) => (texts.some(has) ? [i + 1] : []));
      const ids = found(snapshot, `"${words.join(' ')}"`).map((hit) => Number(hit.split(':')[0]));
      expect(ids.sort((a, b) => a - b)).toEqual(expected);
    }),
    { numRuns: 100 },
  );
});

test('frequent words are skipped through, and merged with their skips', async () => {
  const frequent = fc.constantFrom(...'а б в'.split(' '));
  const seldom = fc.constantFrom(...'а б в г д'.split(' '), 'ежи жук зол');
  const run = (word: fc.Arbitrary<string>, maxLength: number) =>
    fc.array(word, { maxLength }).map((words) => words.join(' '));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(run(frequent, 3), run(seldom, 5)), { minLength: 500, maxLength: 700, size: 'max' }),
      fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 3 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 200 }),
      fc.array(seldom, { minLength: 2, maxLength: 3 }),
      async (docs, cut, dead, words) => {
        const removed = new Set(dead);
        const read = (w: string) => [w === 'б' ? 'а' : w];
        const { views } = await snapshotOf(plainAnalyzer(read), ARCHIVE_FIELDS, docs, cut, removed);
        const merging = mergeSegments(views);
        let step = merging.next();
        while (step.done !== true) step = merging.next();
        const living = docs.filter((_, i) => !removed.has(i + 1));
        const alone = await snapshotOf(plainAnalyzer(read), ARCHIVE_FIELDS, living);
        const merged = await committed(plainAnalyzer(read), Buffer.concat(step.value.chunks), step.value.ids);
        const builder = new TextsBuilder(plainAnalyzer(read), ARCHIVE_FIELDS);
        for (const texts of living) builder.add(texts);
        expect(Buffer.concat(step.value.chunks).equals(Buffer.from(builder.finish().bytes))).toBe(true);
        expect(merged.header.articles).toBe(living.length);
        const plain = (text: string) => ` ${text.replaceAll('б', 'а')} `;
        const has = (text: string) => plain(text).includes(plain(words.join(' ')));
        const expected = living.flatMap((texts, i) => (texts.some(has) ? [i + 1] : []));
        const query = `"${words.join(' ')}"`;
        const ids = found(alone, query, plainAnalyzer(read)).map((hit) => Number(hit.split(':')[0]));
        expect(ids.sort((a, b) => a - b)).toEqual(expected);
      },
    ),
    { numRuns: 15 },
  );
});

test('another letter never adds articles to a prefix, and the whole word keeps them', async () => {
  const read = (w: string) => [w.slice(0, 2)];
  await fc.assert(
    fc.asyncProperty(articles, sizes, async (docs, cut) => {
      const snapshot = await snapshotOf(plainAnalyzer(read), ARCHIVE_FIELDS, docs, cut);
      const ids = (query: string) =>
        new Set(found(snapshot, query, plainAnalyzer(read)).map((hit) => Number(hit.split(':')[0])));
      const whole = docs
        .flat()
        .join(' ')
        .split(' ')
        .find((w) => w.length > 0);
      if (whole === undefined) return;
      let wider = ids(`${whole[0]}*`);
      for (let length = 2; length <= whole.length; length++) {
        const narrower = ids(`${whole.slice(0, length)}*`);
        expect(narrower.isSubsetOf(wider)).toBe(true);
        wider = narrower;
      }
      const having = docs.flatMap((texts, i) => (texts.join(' ').split(' ').includes(whole) ? [i + 1] : []));
      expect(new Set(having).isSubsetOf(ids(whole))).toBe(true);
      expect(new Set(having).isSubsetOf(wider)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

const analyzer = plainAnalyzer();

async function smallIndex() {
  const files = new Map<string, Uint8Array>();
  const index = openArchiveIndex(memoryDirectory(files), analyzer);
  const builder = createSegmentBuilder(analyzer);
  for (let i = 0; i < 50; i++)
    builder.add({ title: `статья ${i}`, body: `мост номер ${i} через реку. Вторая фраза ${i % 7}` });
  await index.commit({ add: [{ segment: builder.finish(), ids: Array.from({ length: 50 }, (_, i) => i + 1) }] });
  index.close();
  return files;
}

/** What is said of an index some of whose bytes were changed: at opening, or when it is read. */
async function check(change: (files: Map<string, Uint8Array>) => void, expected: string, opened = analyzer) {
  const files = await smallIndex();
  change(files);
  const index = openArchiveIndex(memoryDirectory(files), opened);
  const answer = async () => {
    if (index.damage !== undefined) return index.damage.reason;
    try {
      await index.search({ query: 'мост' });
      await index.search({ query: '"через реку"' });
      return 'well';
    } catch (cause) {
      return cause instanceof DamagedIndex ? cause.damage.reason : String(cause);
    }
  };
  expect(await answer()).toBe(expected);
  if (expected === 'well') return;
  await index.clear();
  const builder = createSegmentBuilder(opened);
  builder.add({ title: '', body: 'мост' });
  await index.commit({ add: [{ segment: builder.finish(), ids: [1] }] });
  const again = openArchiveIndex(memoryDirectory(files), opened);
  expect([again.damage, (await again.search({ query: 'мост' })).total], 'after a rebuild').toEqual([undefined, 1]);
}

const segment = '1-0.segment';
const edit = (name: string, how: (bytes: Uint8Array) => Uint8Array) => (files: Map<string, Uint8Array>) =>
  void files.set(name, how(files.get(name)!.slice()));
const set = (at: number, byte: number) => (bytes: Uint8Array) => {
  bytes[at] = byte;
  return bytes;
};

test('damage of every kind is an answer, and a rebuild mends it', async () => {
  await check(() => undefined, 'well');
  await check((files) => files.clear(), 'absent');
  await check((files) => files.delete(segment), 'absent');
  for (const name of [segment, 'commit']) {
    await check(
      edit(name, () => new Uint8Array(0)),
      'damaged',
    );
    await check(
      edit(name, (bytes) => bytes.slice(0, bytes.length >> 1)),
      'damaged',
    );
    await check(
      edit(name, (bytes) => bytes.slice(0, 11)),
      'damaged',
    );
    await check(
      edit(name, () => new TextEncoder().encode('%PDF-1.7 a foreign file, longer than any header')),
      'foreign',
    );
  }
  await check(edit(segment, set(8, 200)), 'newer');
  await check(edit(segment, set(8, 0)), 'older');
  await check(
    edit('commit', (bytes) => new TextEncoder().encode(new TextDecoder().decode(bytes).replace(/index \d/, 'index 9'))),
    'newer',
  );
  await check(() => undefined, 'analyzer', {
    ...analyzer,
    version: 2,
    tokens: analyzer.tokens,
    surface: analyzer.surface,
  });
});

test('a flipped bit is noticed, or was in a place that is not read', async () => {
  const clean = await smallIndex();
  const size = clean.get(segment)!.length;
  let noticed = 0;
  for (let at = 0; at < size; at += 97) {
    const files = new Map(clean);
    edit(segment, (bytes) => set(at, bytes[at]! ^ (1 << (at % 8)))(bytes))(files);
    const index = openArchiveIndex(memoryDirectory(files), analyzer);
    try {
      if (index.damage !== undefined) noticed++;
      else expect((await index.search({ query: 'мост' })).total).toBe(50);
    } catch (cause) {
      expect(cause).toBeInstanceOf(DamagedIndex);
      noticed++;
    }
  }
  expect(noticed).toBe(Math.ceil(size / 97));
});

test('a newer query cancels an older one', async () => {
  const files = await smallIndex();
  const index = openArchiveIndex(memoryDirectory(files), analyzer);
  const controller = new AbortController();
  controller.abort(new Error('newer'));
  await expect(index.search({ query: 'мост' }, controller.signal)).rejects.toThrow('newer');
});

test('articles that the host leaves out at the commit are not found', async () => {
  const builder = new TextsBuilder(analyzer, ARCHIVE_FIELDS);
  for (const body of ['мост', 'мост', 'река']) builder.add(['', body]);
  const opened = await committed(analyzer, builder.finish().bytes, Uint32Array.of(7, 0, 9));
  expect([...opened.ids]).toEqual([7, 0, 9]);
  const index = openArchiveIndex(memoryDirectory(), analyzer);
  const again = createSegmentBuilder(analyzer);
  for (const body of ['мост', 'мост', 'река']) again.add({ title: '', body });
  await index.commit({ add: [{ segment: again.finish(), ids: [7, 0, 9] }] });
  expect([...(await index.search({ query: 'мост' })).ids]).toEqual([7]);
  expect([...index.ids()]).toEqual([7, 9]);
});
