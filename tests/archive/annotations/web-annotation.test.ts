import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnnotations } from '../../../archive/annotations/incoming.ts';
import { codePoints, toWebAnnotations, utf16 } from '../../../archive/annotations/web-annotation.ts';
import { type Annotation, pencil } from '../../../archive/contract/annotations.ts';

const line = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
const moments = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const annotations: fc.Arbitrary<Annotation> = fc.record({
  id: fc.integer({ min: 1, max: 1e9 }),
  article: fc.integer({ min: 1, max: 1e9 }),
  field: fc.constantFrom('title', 'body'),
  quote: fc.record({ exact: line, prefix: line, suffix: line }),
  span: fc.constant(null),
  placement: fc.constant('unplaced'),
  pencil: fc.constantFrom(...pencil.options),
  bookmark: fc.boolean(),
  note: fc.string({ unit: 'binary' }),
  tags: fc.uniqueArray(line, { maxLength: 3 }),
  createdAt: moments,
  changedAt: moments,
});

test('out and in again, nothing is lost', () => {
  fc.assert(
    fc.property(annotations, line, fc.nat(30), fc.nat(30), (annotation, text, a, b) => {
      const span = { start: Math.min(a, b, text.length), end: Math.min(Math.max(a, b), text.length) };
      const article = { hash: 'a1'.repeat(32), title: 'Заголовок', url: 'https://example.org/1', key: null };
      const whole =
        text.isWellFormed() &&
        text.slice(0, span.start).isWellFormed() &&
        text.slice(span.start, span.end).isWellFormed();
      const placed = { ...annotation, span: whole ? span : null };
      const { annotations: back, rejected } = readAnnotations(
        toWebAnnotations([{ annotation: placed, article, text }]),
      );
      const { field, quote, pencil: colour, bookmark, note, tags, createdAt, changedAt } = annotation;
      expect(rejected).toEqual([]);
      expect(back).toEqual([
        {
          article,
          field,
          quote,
          position: whole ? codePoints(text, span) : null,
          pencil: colour,
          bookmark,
          note,
          tags,
          createdAt,
          changedAt,
        },
      ]);
      if (whole) expect(utf16(text, codePoints(text, span))).toEqual(span);
    }),
  );
});

/** What was read: quotation, note, tags and title of each; or why not. */
function check(json: unknown, expected: string) {
  const { annotations, rejected } = readAnnotations(typeof json === 'string' ? json : JSON.stringify(json));
  const shown = annotations.map((a) => `«${a.quote.exact}» ${a.note} [${a.tags}] ${a.article.title ?? a.article.url}`);
  expect([...shown, ...rejected.map((r) => `${r.record ?? 'file'}: ${r.reason}`)].join('; ')).toBe(expected);
}

const quoted = { type: 'TextQuoteSelector', exact: 'план' };

test('what others write', () => {
  check(
    {
      annotations: [
        {
          uri: 'https://a.example/1',
          text: 'верно',
          tags: ['о'],
          target: [{ selector: [quoted] }],
          document: { title: ['Новость'] },
        },
      ],
    },
    '«план» верно [о] Новость',
  );
  check(
    { rows: [{ uri: 'https://a.example/1', target: [{ selector: [{ type: 'RangeSelector' }, quoted] }] }] },
    '«план»  [] https://a.example/1',
  );
  check(
    { type: 'Annotation', body: { value: 'да' }, target: { source: 'https://b.example/', selector: quoted } },
    '«план» да [] https://b.example/',
  );
  check(
    {
      type: 'AnnotationCollection',
      first: { items: [{ target: { source: 'https://b.example/', selector: quoted } }] },
    },
    '«план»  [] https://b.example/',
  );
});

test('what cannot be read is told', () => {
  check('{', 'file: not-json');
  check('12', 'file: no-annotations');
  check(
    { items: [{ target: 'https://b.example/' }, null, { target: { selector: [{ ...quoted, exact: 5 }] } }] },
    '1: no-quotation; 2: no-quotation; 3: no-quotation',
  );
});
