import { expect, test } from 'vitest';
import { refusalCodes } from '../../../archive/contract/refusals.ts';
import { english } from '../../../renderer/i18n/english/table.ts';
import { kazakh, kazakhSentences } from '../../../renderer/i18n/kazakh/table.ts';
import { russian } from '../../../renderer/i18n/russian/table.ts';

/** Every sentence of a table by its path; makers of sentences are asked with plain values. */
function sentences(table: unknown, path = ''): [string, string][] {
  if (typeof table === 'string') return [[path, table]];
  if (typeof table === 'function') return [[path, String(table(5, 'а', 'б'))]];
  if (typeof table !== 'object' || table === null) return [];
  return Object.entries(table).flatMap(([key, value]) => sentences(value, `${path}.${key}`));
}

test('every table says everything', () => {
  for (const table of [russian, english, kazakh]) {
    expect(sentences(table).filter(([, text]) => text.trim() === '' || text.includes('undefined'))).toEqual([]);
    expect(sentences(table).map(([path]) => path)).toEqual(sentences(russian).map(([path]) => path));
  }
});

test('nothing is left to say in Kazakh', () => {
  const said = new Set(sentences(kazakhSentences).map(([path]) => path));
  expect(sentences(russian).flatMap(([path]) => (said.has(path) ? [] : [path]))).toEqual([]);
});

test('one sentence for every refusal', () => {
  expect(Object.keys(russian.refusals).sort()).toEqual([...refusalCodes].sort());
});

test('the English table is in English', () => {
  const own = new Set(['.frame.brand', '.library.next']);
  const russianLeft = sentences(english).filter(
    ([path, text]) => /[а-яё]{3}/i.test(text) && !own.has(path) && !path.startsWith('.help.language'),
  );
  expect(russianLeft).toEqual([]);
});

test('the voice: no exclamation marks, no hyphen for a dash, «ёлочки»', () => {
  const wrong = sentences(russian).filter(([, text]) => /!|\s-\s|"|успешно|пожалуйста/i.test(text));
  expect(wrong).toEqual([]);
});
