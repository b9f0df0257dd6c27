import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleCounts, type CuratedMention, replay } from '../../../archive/entities/curation.ts';
import {
  appendLog,
  type CurationRecord,
  type CurationStep,
  curationFromJson,
  curationToJson,
  decide,
  type EntityRef,
  stepsInForce,
  takeBack,
} from '../../../archive/entities/curation-log.ts';

const at = '2026-01-01T00:00:00.000Z';
const ref = (name: string): EntityRef => `person:${name}`;

/** Mentions are `article entity spelling`; the answer lists entities with their articles after the steps. */
function check(steps: readonly (CurationStep | number)[], expected: string) {
  const mentions = ['1 а Аня', '1 б Боря', '2 а Аня', '2 в Вася', '3 а Анна', '3 б Боря'].map((line) => {
    const [article, entity, spelling] = line.split(' ') as [string, string, string];
    return { article, entity: ref(entity), spelling };
  });
  const log = steps.reduce<CurationRecord[]>(
    (before, step) => (typeof step === 'number' ? takeBack(before, step, at) : decide(before, step, at)),
    [],
  );
  const curation = replay(log);
  const shown = new Map<string, Set<string>>();
  for (const mention of mentions) {
    const entity = curation.entityOf(mention);
    if (entity === undefined) continue;
    const name = curation.nameOf(entity) ?? entity.slice('person:'.length);
    shown.set(name, (shown.get(name) ?? new Set()).add(mention.article));
  }
  expect(
    [...shown]
      .map(([name, articles]) => `${name} ${[...articles].sort().join('')}`)
      .sort()
      .join(', '),
  ).toBe(expected);
}

const merge = (from: string, into: string): CurationStep => ({ step: 'merge', from: ref(from), into: ref(into) });
const split = (entity: string, made: string, spellings: string[]): CurationStep => ({
  step: 'split',
  entity: ref(entity),
  made: ref(made),
  name: made,
  spellings,
});

test('steps', () => {
  check([], 'а 123, б 13, в 2');
  check([merge('в', 'б')], 'а 123, б 123');
  check([merge('в', 'б'), merge('б', 'а')], 'а 123');
  check([merge('а', 'б'), merge('б', 'а')], 'а 123, в 2');
  check([split('а', 'Анна', ['Анна'])], 'Анна 3, а 12, б 13, в 2');
  check(
    [{ step: 'split', entity: ref('а'), made: ref('+1'), name: 'другая', articles: ['2'] }],
    'а 13, б 13, в 2, другая 2',
  );
  check([merge('в', 'а'), split('а', 'отдельно', ['Вася'])], 'а 123, б 13, отдельно 2');
  check([{ step: 'rename', entity: ref('а'), name: 'Анна Иванова' }], 'Анна Иванова 123, б 13, в 2');
  check([{ step: 'reject', entity: ref('а') }], 'б 13, в 2');
  check([{ step: 'reject', entity: ref('а'), article: '2' }], 'а 13, б 13, в 2');
  check([{ step: 'alias', entity: ref('в'), text: 'боря' }], 'а 123, в 123');
  check([{ step: 'declare', made: ref('+2'), text: 'Вася', name: 'Василий' }], 'Василий 2, а 123, б 13');
});

test('undo, and undo of the undo', () => {
  check([merge('в', 'б'), 1], 'а 123, б 13, в 2');
  check([merge('в', 'б'), 1, 2], 'а 123, б 123');
  check([merge('в', 'б'), merge('б', 'а'), 1], 'а 123, в 2');
  check([split('а', 'Анна', ['Анна']), merge('Анна', 'б'), 1], 'а 123, б 13, в 2');
});

test('what the person parted stays apart', () => {
  const curation = replay(decide([], { step: 'distinct', entity: ref('а'), other: ref('б') }, at));
  expect([curation.areDistinct(ref('б'), ref('а')), curation.areDistinct(ref('а'), ref('в'))]).toEqual([true, false]);
});

const entities = ['а', 'б', 'в', 'г', '+1', '+2'].map(ref);
const entity = fc.constantFrom(...entities);
const article = fc.constantFrom('1', '2', '3', '4');
const spelling = fc.constantFrom('Аня', 'Боря', 'Вася', 'Анна');
const step: fc.Arbitrary<CurationStep> = fc.oneof(
  fc.record({ step: fc.constant('merge' as const), from: entity, into: entity }),
  fc.record(
    {
      step: fc.constant('split' as const),
      entity,
      made: entity,
      name: spelling,
      spellings: fc.array(spelling, { minLength: 1, maxLength: 2 }),
      articles: fc.array(article, { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ['step', 'entity', 'made', 'name'] },
  ),
  fc.record({ step: fc.constant('rename' as const), entity, name: spelling }),
  fc.record({ step: fc.constant('reject' as const), entity, article }, { requiredKeys: ['step', 'entity'] }),
  fc.record({ step: fc.constant('declare' as const), made: entity, text: spelling, name: spelling }),
  fc.record({ step: fc.constant('alias' as const), entity, text: spelling }),
  fc.record({ step: fc.constant('distinct' as const), entity, other: entity }),
);
const mention: fc.Arbitrary<CuratedMention> = fc.record({ article, entity, spelling });
const log = fc
  .array(fc.oneof({ weight: 4, arbitrary: step }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 12 }) }), {
    maxLength: 12,
  })
  .map((actions) =>
    actions.reduce<CurationRecord[]>(
      (before, action) =>
        typeof action !== 'number'
          ? decide(before, action, at)
          : action <= before.length
            ? takeBack(before, action, at)
            : before,
      [],
    ),
  );

/** The stupid twin: every step in force is laid on every mention, one after another. */
function naive(records: readonly CurationRecord[], mentions: readonly CuratedMention[]) {
  let rows: { mention: CuratedMention; now: EntityRef | undefined }[] = mentions.map((m) => ({
    mention: m,
    now: m.entity,
  }));
  for (const { step: s } of stepsInForce(records)) {
    rows = rows.map(({ mention: m, now }) => {
      const same = (text: string) => text.toLowerCase() === m.spelling.toLowerCase();
      if (now === undefined) return { mention: m, now };
      if (s.step === 'merge' && now === s.from) return { mention: m, now: s.into };
      if (
        s.step === 'split' &&
        now === s.entity &&
        (s.spellings ?? [m.spelling]).some(same) &&
        (s.articles ?? [m.article]).includes(m.article)
      ) {
        return { mention: m, now: s.made };
      }
      if (s.step === 'reject' && now === s.entity && (s.article === undefined || s.article === m.article)) {
        return { mention: m, now: undefined };
      }
      if (s.step === 'declare' && same(s.text)) return { mention: m, now: s.made };
      if (s.step === 'alias' && same(s.text)) return { mention: m, now: s.entity };
      return { mention: m, now };
    });
  }
  return rows;
}

test('a facet value with count n opens exactly n articles, after any steps, undo included', () => {
  fc.assert(
    fc.property(fc.array(mention, { maxLength: 20 }), log, (mentions, records) => {
      const curation = replay(records);
      const rows = naive(records, mentions);
      const counts = articleCounts(curation, mentions);
      for (const value of entities) {
        const opened = new Set(rows.filter((row) => row.now === value).map((row) => row.mention.article));
        expect(counts.get(value) ?? 0).toBe(opened.size);
        for (const row of rows)
          if (row.now === value) expect(isSource(curation.sources(value), row.mention, records)).toBe(true);
      }
    }),
  );
});

/** A mention may come from a listed source, or by its spelling. */
function isSource(sources: ReadonlySet<EntityRef>, m: CuratedMention, records: readonly CurationRecord[]) {
  const named = stepsInForce(records).some(
    ({ step: s }) => (s.step === 'alias' || s.step === 'declare') && s.text === m.spelling,
  );
  return sources.has(m.entity) || named;
}

test('taking back every step brings back the automatic answer; taking that back, the decisions', () => {
  fc.assert(
    fc.property(fc.array(mention, { maxLength: 12 }), fc.array(step, { maxLength: 8 }), (mentions, steps) => {
      const decided = steps.reduce<CurationRecord[]>((before, s) => decide(before, s, at), []);
      const undone = decided.reduce((before, record) => takeBack(before, record.number, at), decided);
      const again = undone
        .slice(decided.length)
        .reduce((before, record) => takeBack(before, record.number, at), undone);
      const show = (records: readonly CurationRecord[]) => mentions.map((m) => replay(records).entityOf(m));
      expect(show(undone)).toEqual(mentions.map((m) => m.entity));
      expect(show(again)).toEqual(show(decided));
    }),
  );
});

test('a log is the same after JSON, and means the same behind an empty one', () => {
  fc.assert(
    fc.property(log, fc.array(mention, { maxLength: 8 }), (records, mentions) => {
      expect(curationFromJson(curationToJson(records))).toEqual({ log: records });
      const taken = appendLog([], records, at);
      expect(mentions.map((m) => replay(taken).entityOf(m))).toEqual(mentions.map((m) => replay(records).entityOf(m)));
      expect(appendLog(taken, records, at).length - taken.length).toBe(0);
    }),
  );
});

test('what is not a log is refused with a reason', () => {
  const refusal = (json: string) => {
    const reading = curationFromJson(json);
    return 'refused' in reading ? reading.refused : 'read';
  };
  const wrap = (records: unknown, version = 1) => JSON.stringify({ format: 'podshivka-curation', version, records });
  expect(refusal('нет')).toBe('not-json');
  expect(refusal('[]')).toBe('not-a-curation-log');
  expect(refusal(wrap([], 2))).toBe('newer-version');
  expect(refusal(wrap([{ number: 1, at, step: { step: 'merge', from: 'а' } }]))).toBe('damaged-record');
  expect(
    refusal(
      wrap([
        { number: 2, at, undo: 1 },
        { number: 2, at, undo: 1 },
      ]),
    ),
  ).toBe('damaged-record');
  expect(refusal(wrap([]))).toBe('read');
});
