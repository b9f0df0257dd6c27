import { expect, test } from 'vitest';
import { createGatherer, type NamedRun } from '../../../archive/entities/article-names.ts';
import { tokenize } from '../../../archive/entities/tokens.ts';
import { morphologyOfTests } from '../text/morphology-of-tests.ts';

const gather = createGatherer(morphologyOfTests());

/** Persons between ‹ and ›, organizations between [ and ]; the names found, each with the mentions that mean it. */
function check(marked: string, expected: readonly string[]) {
  const text = marked.replace(/[‹›[\]]/g, '');
  const tokens = tokenize(text);
  let marks = 0;
  const runs = [...marked.matchAll(/[‹[]([^›\]]+)[›\]]/g)].map((match): NamedRun => {
    const start = match.index - 2 * marks++;
    const from = tokens.findIndex((token) => token.start === start);
    const to = tokens.findIndex((token) => token.end === start + match[1]!.length) + 1;
    return { from, to, kind: match[0].startsWith('‹') ? 'person' : 'organization', text: match[1]! };
  });
  const { names, nameOf } = gather(tokens, runs);
  expect(
    names.map(({ label }, i) => [label, ...runs.filter((_, k) => nameOf[k] === i).map((run) => run.text)].join(' | ')),
  ).toEqual(expected);
}

test('a name said again in brackets is the same', () => {
  check('Умер ‹Аарон Шварц› (‹Aaron Swartz›). Юрист ‹Шварца› сообщил.', [
    'Аарон Шварц | Аарон Шварц | Aaron Swartz | Шварца',
  ]);
  check('[WFC] ([World Fashion Channel]) и [WFC]', ['World Fashion Channel | WFC | World Fashion Channel | WFC']);
  check('[Комитет защиты озёр] ([Committee to Protect Lakes])', [
    'Комитет защиты озёр | Комитет защиты озёр | Committee to Protect Lakes',
  ]);
});

test('a longer name goes on from a general one, not from one that everybody knows', () => {
  check('[Министерство обороны России], [Министерство]', [
    'Минобороны России | Министерство обороны России | Министерство',
  ]);
  check('верховный представитель [Европейского союза по делам мира] приедет; [Европейский союз] против', [
    'Европейский союз по делам мира | Европейского союза по делам мира',
    'ЕС | Европейский союз',
  ]);
});

test('a source in brackets is not what stands in front of it', () => {
  check('сообщили в [Минобороны] ([The Times])', ['Минобороны | Минобороны', 'The Times | The Times']);
  check('по словам ‹Сергея Котова› (‹Reuters›)', ['Сергей Котов | Сергея Котова', 'Reuters | Reuters']);
});
