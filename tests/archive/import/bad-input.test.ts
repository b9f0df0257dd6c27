import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readFileOfAnyFormat } from '../../../archive/import/formats.ts';
import { mutated } from './samples/mutations.ts';
import { docx, eml, mbox, odt, samples, title } from './samples/samples.ts';

/** What becomes of a file: its reasons and how many articles, within a time that a person would wait. */
async function check(file: string, bytes: Uint8Array, expected: string | RegExp) {
  const begun = performance.now();
  const { reads } = await readFileOfAnyFormat({ file, bytes });
  const found = reads.map((read) =>
    'reason' in read ? `${read.place.file} ${read.reason}` : `${read.place.file} read`,
  );
  expect(performance.now() - begun).toBeLessThan(10_000);
  expect([...new Set(found)].join('; ')).toMatch(expected);
}

/** Damaged files for each format; `npm run bench:malformed` imports ten thousand. */
const each = 12;

test('damaged files of every format: each has a line, none throws or hangs', {
  timeout: 60_000 + each * 5000,
}, async () => {
  for (const [name, bytes] of Object.entries(await samples())) {
    for (let seed = 1; seed <= each; seed++) {
      const begun = performance.now();
      const { reads } = await readFileOfAnyFormat({ file: name, bytes: mutated(name, bytes, seed) });
      const onlyBlankLines = name === 'a.jsonl' && reads.length === 0;
      expect([name, seed, reads.length > 0 || onlyBlankLines]).toEqual([name, seed, true]);
      expect([name, seed, performance.now() - begun < 10_000]).toEqual([name, seed, true]);
      for (const read of reads) if ('article' in read) expect(read.article.body).not.toBe('');
    }
  }
});

const text = strToU8(`${title}\n\nОзеро обмелело.`);

describe('names that lead out of the archive are names to be shown', () => {
  test.each([
    ['../../etc/a.txt', 'a.zip/etc/a.txt'],
    ['/etc/a.txt', 'a.zip/etc/a.txt'],
    ['..\\..\\a.txt', 'a.zip/a.txt'],
    ['C:\\Windows\\a.txt', 'a.zip/Windows/a.txt'],
    ['a/./b/../../../c.txt', 'a.zip/a/b/c.txt'],
    ['a\u0000b.txt', 'a.zip/ab.txt'],
  ])('%j', (name, shown) => check('a.zip', zipSync({ [name]: text }), `${shown} read`));
});

describe('archives that would fill the memory', () => {
  const zeros = new Uint8Array(9 << 20);
  test('a member', () => check('a.zip', zipSync({ 'a.txt': zeros }), 'a.zip/a.txt bomb'));
  test('gzip', () => check('a.txt.gz', gzipSync(new Uint8Array(70 << 20)), /too-large|bomb/));
  test('a document', () => check('a.docx', docx(title, ['Текст'], { 'word/header1.xml': zeros }), 'a.docx bomb'));
  test('archives within archives', () => {
    let inner = zipSync({ 'a.txt': text });
    for (let i = 0; i < 6; i++) inner = zipSync({ 'a.zip': inner });
    return check('a.zip', inner, /bomb$/);
  });
  test('ten thousand members', () =>
    check(
      'a.zip',
      zipSync(Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`${i}.xyz`, new Uint8Array(1)])), {
        level: 0,
      }),
      /unknown-format/,
    ));
});

describe('texts that would take for ever', () => {
  const laughs = `<!DOCTYPE a [<!ENTITY b0 "ha">${Array.from({ length: 30 }, (_, i) => `<!ENTITY b${i + 1} "${`&b${i};`.repeat(10)}">`).join('')}]>`;
  const deep = (open: string, close: string, count = 50_000) =>
    strToU8(open.repeat(count) + title + close.repeat(count));
  test('entities of entities in a book', () =>
    check(
      'a.fb2',
      strToU8(
        `<?xml version="1.0"?>${laughs}<FictionBook><body><section><p>${title} &b30;</p></section></body></FictionBook>`,
      ),
      /a.fb2/,
    ));
  test('in a feed', () =>
    check(
      'a.xml',
      strToU8(
        `<?xml version="1.0"?>${laughs}<rss><channel><item><title>&b30;</title><description>${title}</description></item></channel></rss>`,
      ),
      /a.xml/,
    ));
  test('in a document', () => check('a.docx', docx('&b30;', ['&b30;'].concat(laughs)), /a.docx/));
  test('in OpenDocument', () => check('a.odt', odt('&b30;', [laughs]), /a.odt/));
  test('elements within elements: a page', () => check('a.html', deep('<div>', '</div>'), /a.html/));
  test('a book', () =>
    check(
      'a.fb2',
      strToU8(`<FictionBook><body>${'<section>'.repeat(20_000)}<p>${title}</p></body></FictionBook>`),
      /a.fb2/,
    ));
  test('a feed', () =>
    check(
      'a.xml',
      strToU8(`<rss><channel><item><description>${'<a>'.repeat(20_000)}${title}</description></item></channel></rss>`),
      /a.xml/,
    ));
  test('OpenDocument', () => check('a.odt', odt(title, [`${'<text:span>'.repeat(20_000)}${title}`]), /a.odt/));
  test('a document of Word', () =>
    check(
      'a.docx',
      docx(title, [`${'</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>'.repeat(3000)}${title}`]),
      /a.docx/,
    ));
  test('groups within groups: RTF', () =>
    check(
      'a.rtf',
      strToU8(`{\\rtf1 ${'{\\b '.repeat(100_000)}text that is read${'}'.repeat(100_000)}}`),
      'a.rtf read',
    ));
  test('lists within lists: JSON', () => check('a.json', deep('[', ']', 100_000), 'a.json broken'));
  test('and without an end', () => check('a.json', strToU8('[{"a":'.repeat(1_000_000)), 'a.json truncated'));
  test('parts within parts: mail', () =>
    check(
      'a.eml',
      strToU8(
        `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b0\n\n${Array.from({ length: 500 }, (_, i) => `--b${i}\nContent-Type: multipart/mixed; boundary=b${i + 1}\n\n`).join('')}`,
      ),
      /a.eml/,
    ));
  test('a name and blanks in front matter', () =>
    check('a.md', strToU8(`---\nname${' '.repeat(200_000)}x\n---\n# ${title}\n\nТекст`), 'a.md read'));
  test('tags without an end in a record', () =>
    check('a.json', strToU8(JSON.stringify([{ title, text: `Текст ${'<p '.repeat(300_000)}` }])), 'a.json read'));
  test('comments without an end in a document', () =>
    check('a.docx', docx(title, ['<!--'.repeat(100_000)]), 'a.docx broken'));
  test('a line of fifty megabytes', () => check('a.txt', new Uint8Array(50 << 20).fill(0x61), 'a.txt too-large'));
  test('a page of sixteen megabytes of one tag', () => check('a.html', strToU8('<p>'.repeat(300_000)), /a.html/));
  test('a table of a million columns', () => check('a.csv', strToU8(`${','.repeat(1_000_000)}\n`), 'a.csv too-large'));
  test('a million empty letters', () => check('a.mbox', strToU8('From a\n\n'.repeat(20_000)), /a.mbox/));
  test('nothing but NUL bytes', () => check('a.txt', new Uint8Array(1000), /binary|empty/));
  test('NUL bytes in a letter', () => check('a.mbox', mbox([eml(`a\0${title}`, ['Текст\0 письма'])]), 'a.mbox read'));
});
