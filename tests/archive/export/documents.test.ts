import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { DOMParser } from 'linkedom';
import { afterAll, describe, expect, test } from 'vitest';
import { digestDefaults, digestInput } from '../../../archive/export/digest.ts';
import { docxOf } from '../../../archive/export/docx.ts';
import { htmlOf } from '../../../archive/export/html.ts';
import { manuscript } from '../../../archive/export/manuscript.ts';
import { markdownOf } from '../../../archive/export/markdown.ts';
import { pictureSize } from '../../../archive/export/picture-size.ts';
import { xlsxOf } from '../../../archive/export/xlsx.ts';
import { unmarked } from '../../../archive/import/markdown.ts';
import { aNote, anItem } from './articles.ts';
import { hostile } from './hostile.ts';

const mention = { field: 'body', kind: 'person', entity: 7, label: 'Ольга Ёлкина', text: 'цитата' } as const;
const start = hostile.indexOf('цитата');
const item = anItem(
  { title: '<b>Мост</b> & «река»', body: hostile, mentions: [{ ...mention, start, end: start + 6 }] },
  { annotations: [aNote(hostile, 'и не курсив_', 'Заметка <i>о</i> мосте')], comment: 'Взято *ради* цитаты' },
);
const input = digestInput({ title: 'Обзор & <выпуск>', author: 'Пресс-служба', today: '2024-09-05' }, [
  item,
  anItem({ id: 2 }),
]);
const text = (template: 'digest' | 'quotes' | 'articles' = 'digest') =>
  manuscript(input, { ...digestDefaults, template });

/** Without spaces and signs that only join or part lines. */
const letters = (words: string) => words.normalize('NFC').replace(/[\s\u00ad\u200b\u00a0]+/g, '');

function expectWhole(printed: string) {
  const found = letters(printed);
  const comment = 'Взято *ради* цитаты';
  for (const words of [
    ...hostile.split('\n'),
    '<b>Мост</b> & «река»',
    'Заметка <i>о</i> мосте',
    comment,
    'Ёлкина Ольга',
  ])
    expect(found).toContain(letters(words));
}

const folder = mkdtempSync(join(tmpdir(), 'podshivka-documents-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('HTML: the text as it was, no script, nothing from elsewhere', () => {
  const page = new DOMParser().parseFromString(htmlOf(text()), 'text/html');
  expectWhole(page.body.textContent);
  expect(page.querySelectorAll('script, iframe, object, link, img, [onerror], [src]')).toHaveLength(0);
  expect(page.title).toBe('Обзор & <выпуск>');
  const links = [...page.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  expect(links.length).toBeGreaterThan(4);
  for (const link of links) expect(page.querySelector(`[id="${link!.slice(1)}"]`), link!).not.toBeNull();
  expect(page.querySelector('mark.ochre')?.textContent).toBe('и\u00a0не\u00a0курсив_');
});

test('Markdown: read by an importer it is the text as it was', () => {
  const plain = unmarked(markdownOf(text()));
  expect(letters(plain)).toContain(letters('#import "@preview/x:1.0.0": * #read("/etc/passwd")'));
  expect(letters(plain)).toContain(letters('= Не заголовок == и не он'));
  expect(letters(plain)).toContain(letters('1. не пункт'));
});

test('a sheet of quotations: marked passages, their notes and references, nothing else', () => {
  const sheet = markdownOf(text('quotes'));
  expect(sheet).toContain('> и\u00a0не\u00a0курсив\\_');
  expect(sheet).toContain('Заметка \\<i\\>о\\</i\\> мосте');
  expect(sheet).toMatch(/Заречье\.\s– 2024\.\s– 12/);
  expect(sheet).not.toContain('import');
  expect(sheet).not.toContain('Мост открыт');
});

test('DOCX: headings, contents and footnotes are the format’s own', async () => {
  const parts = unzipSync(await docxOf(text(), 'A4'));
  const xml = (name: string) => new TextDecoder().decode(parts[name]);
  const document = new DOMParser().parseFromString(xml('word/document.xml'), 'text/xml');
  const styled = (style: string) =>
    [...document.querySelectorAll('w\\:p')]
      .filter((p) => p.querySelector('w\\:pStyle')?.getAttribute('w:val') === style)
      .map((p) => p.textContent);
  expect(styled('Heading2')).toEqual(['<b>Мост</b> & «река»', 'Мост открыт']);
  expect(styled('Heading1')).toEqual(['Статьи', 'Список источников', 'Указатель имён']);
  expect(xml('word/document.xml')).toContain('TOC \\h \\o');
  expect(xml('word/footnotes.xml')).toContain('Заметка &lt;i&gt;о&lt;/i&gt; мосте');
  expect(xml('word/styles.xml')).toContain('ru-RU');
  expectWhole(`${document.documentElement.textContent}Заметка <i>о</i> мосте`);
});

test('DOCX: the chart is Word’s own, with its numbers; the contents are filled in; the emblem keeps its shape', async () => {
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const chart = {
    step: 'month' as const,
    periods: ['2024-08', '2024-09'],
    all: [1, 2],
    series: [{ label: 'Мост', kind: 'search' as const, counts: [17, 23], total: 40, undated: 0 }],
  };
  const emblem = `data:image/png;base64,${png}`;
  const options = { ...digestDefaults, parts: { ...digestDefaults.parts, chart: true } };
  const parts = unzipSync(await docxOf(manuscript({ ...input, chart, emblem }, options), 'A4'));
  const xml = (name: RegExp) => new TextDecoder().decode(parts[Object.keys(parts).find((part) => name.test(part))!]);
  for (const words of ['<c:v>17</c:v>', '<c:v>23</c:v>', 'авг. 2024', 'сент.'])
    expect(xml(/charts\/chart.*xml$/)).toContain(words);
  expect(xml(/document\.xml$/)).toContain('Публикации по времени');
  const contents = /<w:sdtContent>[\s\S]*?<\/w:sdtContent>/.exec(xml(/document\.xml$/))![0];
  expect(letters(contents)).toContain(letters('Список источников'));
  expect(Object.keys(parts).some((part) => part.startsWith('word/media/'))).toBe(true);
});

test('the size of a picture is read from its head', () => {
  const size = (...bytes: number[]) => pictureSize(new Uint8Array(bytes));
  const frame = [0xff, 0xc0, 0, 17, 8, 0, 16, 0, 32];
  expect(size(0xff, 0xd8, ...frame)).toEqual({ width: 32, height: 16 });
  expect(size(0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc4, 0, 3, 7, ...frame)).toEqual({ width: 32, height: 16 });
  expect(size(0xff, 0xd8, 0xff, 0xe0, 0, 4)).toBeUndefined();
  expect(size(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 1, 0, 0, 0, 0, 9)).toEqual({
    width: 256,
    height: 9,
  });
  expect(size(1, 2, 3, 4)).toBeUndefined();
  expect(size()).toBeUndefined();
});

const office = spawnSync('soffice', ['--version']).error === undefined;

describe.skipIf(!office || process.env.PODSHIVKA_OFFICE === '0')(
  'LibreOffice (skipped where soffice is absent)',
  () => {
    test('opens the DOCX and gives back the same text', { timeout: 180_000 }, async () => {
      const file = join(folder, 'digest.docx');
      writeFileSync(file, await docxOf(text(), 'A4'));
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      execFileSync(
        'soffice',
        [profile, '--headless', '--convert-to', 'html:HTML:EmbedImages', '--outdir', folder, file],
        {
          stdio: 'ignore',
          timeout: 170_000,
        },
      );
      const page = new DOMParser().parseFromString(readFileSync(join(folder, 'digest.html'), 'utf8'), 'text/html');
      expectWhole(page.body.textContent);
      expect([...page.querySelectorAll('h2')].map((h) => letters(h.textContent))).toEqual(
        ['<b>Мост</b> & «река»', 'Мост открыт'].map(letters),
      );
    });
  },
);

test('XLSX: cells are texts and numbers, never formulas', async () => {
  const rows = [['=СУММ(A1)', 5, `a\u0000${'б'.repeat(40_000)}`, '']];
  const parts = unzipSync(await xlsxOf({ columns: ['title', 'id', 'text', 'author'], rows }));
  const strings = new TextDecoder().decode(parts['xl/sharedStrings.xml'] ?? new Uint8Array());
  const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
  expect(sheet).not.toContain('<f>');
  expect(sheet + strings).toContain('=СУММ(A1)');
  expect(sheet + strings).toContain('Заголовок');
  expect(sheet).toMatch(/<v>5<\/v>/);
  const longest = Math.max(...[...(sheet + strings).matchAll(/б+/g)].map((run) => run[0].length));
  expect(longest).toBe(32_766);
});
