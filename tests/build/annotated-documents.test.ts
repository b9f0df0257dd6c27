import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAnnotated } from '../../build/annotated-documents.ts';

const file = join(mkdtempSync(join(tmpdir(), 'annotated-')), 'documents.jsonl');

/** What a file with these lines is read as: its documents, or the sentence that says what is wrong. */
function check(lines: string, expected: unknown) {
  writeFileSync(file, lines);
  const read = () => {
    try {
      return readAnnotated(file).map(({ id, body, spans }) => `${id} ${body} ${spans.length}`);
    } catch (error) {
      return (error as Error).message.replace(file, 'FILE');
    }
  };
  expect(read()).toEqual(expected);
}

test('annotated documents: one a line, named by their id or their line', () => {
  check('{"id":"a","body":"Котов","spans":[{"start":0,"end":5,"type":"PER"}]}\n\n{"body":"Да","spans":[]}\n', [
    'a Котов 1',
    '3 Да 0',
  ]);
});

test('what is wrong with a file is said in a sentence', () => {
  check('{"id":', 'FILE, line 1 is not JSON');
  check('null', 'FILE, line 1 has no body');
  check('{"body":"Котов"}', 'FILE, line 1 has no spans');
  check(
    '{"body":"Котов","spans":[]}\n{"body":"Да","spans":[{"start":1,"end":3,"type":"PER"}]}',
    'FILE, line 2 has a span outside its body: 1–3',
  );
  check('', 'FILE holds no documents');
});
