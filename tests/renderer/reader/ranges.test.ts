// @vitest-environment jsdom
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { paragraphsOf } from '../../../renderer/reader/paragraphs.ts';
import { blocksOf, offsetOf, rangeOf } from '../../../renderer/reader/ranges.ts';

// jsdom knows ranges, but not the static ones that are painted.
beforeAll(() => {
  globalThis.StaticRange ??= class {
    readonly startContainer: Node;
    readonly startOffset: number;
    readonly endContainer: Node;
    readonly endOffset: number;
    readonly collapsed = false;
    constructor(init: StaticRangeInit) {
      this.startContainer = init.startContainer;
      this.startOffset = init.startOffset;
      this.endContainer = init.endContainer;
      this.endOffset = init.endOffset;
    }
  } as typeof StaticRange;
});

/** The body as the reader sets it. */
function page(body: string): HTMLElement {
  const root = document.createElement('div');
  for (const { start, shown } of paragraphsOf(body)) {
    const block = document.createElement('p');
    block.dataset.field = 'body';
    block.dataset.start = String(start);
    block.textContent = shown;
    root.append(block);
  }
  return root;
}

/** What a span of the body shows: paragraphs joined by a bar. */
function shown(body: string, start: number, end: number): string | undefined {
  const blocks = blocksOf(page(body), 'body');
  const range = rangeOf(blocks, { start, end });
  if (range === undefined) return undefined;
  const first = blocks.findIndex(({ node }) => node === range.startContainer);
  const last = blocks.findIndex(({ node }) => node === range.endContainer);
  return blocks
    .slice(first, last + 1)
    .map(({ node }, at) => {
      const text = node.data.replaceAll('\u00a0', ' ');
      return text.slice(at === 0 ? range.startOffset : 0, at === last - first ? range.endOffset : undefined);
    })
    .join('|');
}

/** The passage is written between ‹ and ›. */
function check(marked: string, expected: string | undefined) {
  const start = marked.indexOf('‹');
  const end = marked.indexOf('›') - 1;
  expect(shown(marked.replace(/[‹›]/g, ''), start, end)).toBe(expected);
}

test('within a paragraph, across paragraphs, across an empty line', () => {
  check('Вода ‹в реке› поднялась.', 'в реке');
  check('Вода ‹поднялась.\nМост› закрыт.', 'поднялась.|Мост');
  check('Вода ‹поднялась.\n\n\nМост› закрыт.', 'поднялась.|Мост');
  check('Вода.‹\n\n›Мост.', undefined);
});

test('as letter by letter', () => {
  const text = fc.string({ unit: fc.constantFrom('а', 'б', ' ', '\n'), maxLength: 40 });
  fc.assert(
    fc.property(text, fc.nat(40), fc.nat(40), (body, a, b) => {
      const [start, end] = [Math.min(a, b), Math.max(a, b)];
      const paragraphs = paragraphsOf(body);
      const parts = paragraphs
        .map((one) => body.slice(Math.max(start, one.start), Math.min(end, one.start + one.text.length)))
        .filter((part, at) => {
          const one = paragraphs[at]!;
          return part !== '' && start < one.start + one.text.length && end > one.start;
        });
      expect(shown(body, start, end) ?? '').toBe(parts.join('|'));
    }),
  );
});

test('a point of the document is the offset it came from', () => {
  const body = 'Первый абзац.\n\nВторой и последний.';
  const root = page(body);
  for (const { node, start } of blocksOf(root, 'body')) {
    for (let at = 0; at <= node.length; at += 1) {
      expect(offsetOf(node, at)).toEqual({ field: 'body', offset: start + at });
    }
  }
});
