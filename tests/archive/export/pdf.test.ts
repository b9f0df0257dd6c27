import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  type DigestInput,
  type DigestItem,
  type DigestOptions,
  digestDefaults,
  digestInput,
} from '../../../archive/export/digest.ts';
import { makeDocument } from '../../../archive/export/document-thread.ts';
import { aNote, anItem } from './articles.ts';
import { hostile } from './hostile.ts';

const has = (program: string) => spawnSync(program, ['--version']).error === undefined;
const poppler = has('pdftotext') && has('pdfinfo') && has('pdffonts');
const folder = mkdtempSync(join(tmpdir(), 'podshivka-pdf-'));
afterAll(() => rmSync(folder, { recursive: true }));

const resources = {
  fonts: [
    'pt-serif',
    'noto-serif/400Regular',
    'noto-sans-math/400Regular',
    'noto-emoji/400Regular',
    'noto-naskh-arabic/400Regular',
    'noto-serif-hebrew/400Regular',
  ].map((font) => `node_modules/@expo-google-fonts/${font}`),
};
const heading = { title: 'Обзор прессы', subtitle: 'Выпуск № 3', today: '2024-09-05' };

async function make(
  items: readonly DigestItem[],
  options: Partial<DigestOptions> = {},
  more: Partial<DigestInput> = {},
): Promise<string> {
  const file = join(folder, 'digest.pdf');
  writeFileSync(file, await makeDocument('pdf', digestInput({ ...heading, ...more }, items), options, resources));
  return file;
}

/** The file's objects and streams, spread out. */
const objects = (file: string) => run('qpdf', '--qdf', '--object-streams=disable', file, '-');
const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
/** The words of a text, without spaces, hyphens and form feeds: line breaks are the typesetter's. */
const letters = (text: string) => text.normalize('NFC').replace(/[\s\u00ad\u200b\u2010-]+/g, '');
const textOf = (file: string, ...pages: string[]) => run('pdftotext', ...pages, file, '-');

/** Pages of an index: «3, 5–7» is 3, 5, 6, 7. */
const spread = (text: string) =>
  text.split(',').flatMap((part) => {
    const [from, to = from] = part.split('–').map(Number) as [number, number?];
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });

/** The article's paragraphs stand in the file letter by letter. */
function expectText(file: string, body: string) {
  const printed = letters(textOf(file));
  for (const paragraph of body.split('\n')) expect(printed).toContain(letters(paragraph));
}

const body = [
  'Министр Ольга Ёлкина подписала в г. Заречном соглашение № 5 на 300 тыс. ₸ – «самое большое за 10 лет».',
  'Қазақстан әнұраны, ғылым, өнер, ұлт, үміт, һәм, іс 😀.',
  'Съезд объявил перерыв; 25 % делегатов уехали.',
].join('\n\n');

describe.skipIf(!poppler)('a digest read back with poppler (skipped where poppler-utils are absent)', () => {
  test('text, properties, fonts, notes, comment, reference', async () => {
    const note = aNote(body, 'соглашение № 5', 'Сверить номер.');
    const file = await make([anItem({ body }, { annotations: [note], comment: 'Взято ради цитаты.' })]);
    expectText(file, body.split('\n\n').slice(1).join('\n'));
    const printed = textOf(file).replaceAll('\u00a0', ' ');
    for (const words of [
      'Сверить номер.',
      'Взято ради цитаты.',
      'Выпуск № 3',
      '1 статья',
      'Заречье. – 2024. – 12 авг.',
    ])
      expect(printed).toContain(words);
    const info = run('pdfinfo', file);
    expect(info).toMatch(/Title:\s+Обзор прессы/);
    expect(info).toMatch(/Tagged:\s+yes/);
    const fonts = run('pdffonts', file).split('\n').slice(2).filter(Boolean);
    expect(fonts.join()).toContain('PTSerif-Regular');
    for (const font of fonts) expect(font).toMatch(/(PTSerif|Noto).* yes yes yes /);
  });

  test('contents and index agree with the pages', async () => {
    const mention = { field: 'body', kind: 'person', entity: 7, label: 'Ольга Ёлкина', text: 'Ольга Ёлкина' } as const;
    const long = `${body}\n\n${'Длинный абзац о том о сём. '.repeat(150)}`;
    const items = Array.from({ length: 9 }, (_, i) =>
      anItem({
        id: i + 1,
        title: `Новость ${'АБВГДЕЖИК'[i]}`,
        body: long,
        mentions: [
          { ...mention, start: 8, end: 20 },
          { ...mention, field: 'title', kind: 'organization', entity: 8, label: 'Новость', start: 0, end: 7 },
        ],
      }),
    );
    const file = await make(items, { page: 'A5' });
    const pages = Array.from({ length: Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', file))![1]) }, (_, i) =>
      textOf(file, '-layout', '-f', `${i + 1}`, '-l', `${i + 1}`).replaceAll('\u00a0', ' '),
    );
    const contents = pages.filter((page) => /Содержание/.test(page)).join('\n');
    const told = [...contents.matchAll(/(Новость [А-К])[\s\S]*?(?<!\d)(\d+)\n/g)].map(
      (m) => [m[1]!, Number(m[2])] as const,
    );
    expect(told.length).toBeGreaterThan(4);
    const first = (words: string) =>
      pages.findIndex((page, i) => i > 1 && !page.includes('Содержание') && page.includes(words)) + 1;
    expect(told).toEqual(told.map(([title]) => [title, first(title)]));
    const begins = told.map(([, page]) => page);
    const indexed = (name: string) => spread(new RegExp(`${name}, ([\\d–, ]+)`).exec(pages.at(-1)!)![1]!);
    expect(indexed('Ёлкина Ольга')).toEqual(begins);
    expect(indexed('Новость')).toEqual(begins);
    const outline = run('pdftohtml', '-xml', '-i', '-stdout', file);
    const listed = [...outline.matchAll(/<item page="(\d+)">([^<]+)</g)].map((m) => [
      m[2]!.replaceAll('\u00a0', ' '),
      Number(m[1]),
    ]);
    expect(listed.filter(([title]) => String(title).startsWith('Новость'))).toEqual(told);
    expect(listed.map(([title]) => title)).toEqual(
      expect.arrayContaining(['Статьи', 'Список источников', 'Указатель имён']),
    );
  });

  test('nothing an article contains becomes code; other scripts are set in faces of their own', async () => {
    const file = await make([
      anItem({ title: '#panic("заголовок") $', body: `${hostile}\u0000\u0007\ud800`, source: '#1 $', author: '`x`' }),
    ]);
    const lines = hostile.split('\n');
    const other = lines.findIndex((line) => line.includes('العربية'));
    expectText(file, lines.slice(0, other).join('\n'));
    const printed = textOf(file);
    expect(printed).toContain('#panic("заголовок") $');
    for (const letter of 'שלוםעולםالعربية') expect(printed).toContain(letter);
    expect(printed).toContain('😀');
    expect(printed).toContain('■ → ✓');
    // No face here has Chinese signs: what stands for them is said on the last page.
    expect(letters(printed)).toContain('и□□');
    expect(letters(printed)).toContain('Знаком□замененызнаки,которыхнетвшрифтах:2.');
  });

  test('a sheet of quotations and a dossier without a cover', async () => {
    const note = aNote(body, 'соглашение № 5', 'Сверить номер.');
    const quotes = textOf(
      await make([anItem({ body }, { annotations: [note] }), anItem({ id: 2 })], { template: 'quotes' }),
    );
    expect(letters(quotes)).toContain('соглашение№5');
    expect(quotes).toContain('Сверить');
    expect(quotes).not.toContain('Съезд');
    const { parts } = digestDefaults;
    const bare = { ...parts, cover: false, contents: false, references: false, names: false };
    const plain = await make([anItem({ body })], { template: 'dossier', parts: bare });
    expect(textOf(plain, '-l', '1')).toContain('Съезд');
    expect(textOf(plain)).not.toContain('Список источников');
  });

  test.each(['pdf-a', 'pdf-ua'] as const)(
    '%s is accepted by the typesetter, also with signs without a shape',
    async (standard) => {
      const file = await make([anItem({ body: `${body}\u0000\u202e` })], { standard });
      expectText(file, body);
    },
  );

  test.each(['digest', 'dossier', 'articles'] as const)('%s in two columns on Letter', async (template) => {
    const file = await make([anItem({ body }), anItem({ body, id: 2 })], { template, columns: 2, page: 'Letter' });
    expect(run('pdfinfo', file)).toMatch(/Page size:\s+612 x 792/);
    expectText(file, body);
  });

  test('a paragraph of a megabyte, and a word without an end', { timeout: 120_000 }, async () => {
    const file = await make([anItem({ body: `${'слово за словом '.repeat(36_000)}\n${'щ'.repeat(20_000)}` })]);
    expect(letters(textOf(file)).length).toBeGreaterThan(480_000);
  });

  test.skipIf(!has('qpdf'))('qpdf finds the file sound', async () => {
    const file = await make([anItem({ body })]);
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
    expect(objects(file)).toMatch(/\/Lang \(ru/);
  });

  test.skipIf(!has('qpdf')).each([
    ['pdf-a', ['<pdfaid:part>2<', '<pdfaid:conformance>A<', '/OutputIntents']],
    ['pdf-ua', ['<pdfuaid:part>1<', '/DisplayDocTitle true', '/Tabs /S']],
  ] as const)('%s: what the standard asks of every file', async (standard, own) => {
    const chart = {
      step: 'month' as const,
      periods: ['2024-08'],
      all: [1],
      series: [{ label: 'Мост', kind: 'search' as const, counts: [1], total: 1, undated: 0 }],
    };
    const parts = { ...digestDefaults.parts, chart: true };
    const file = await make([anItem({ body })], { standard, parts }, { chart });
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
    const text = objects(file);
    for (const words of ['/Marked true', '/StructTreeRoot', '/Lang (ru', '/S /Figure', '/Alt', '<dc:title>', ...own])
      expect(text).toContain(words);
    for (const words of ['/JavaScript', '/Launch', '/EmbeddedFiles', '/Encrypt']) expect(text).not.toContain(words);
    // PDF/A-2, 6.2.11.4: every face is embedded; what has no text is said to be decoration.
    expect(text.match(/\/FontFile[23]? /g)!.length).toBe(text.match(/\/Type \/FontDescriptor/g)!.length);
    expect(text).toContain('/Artifact');
  });
});

test('a cancelled digest is refused with the reason, and the thread does not keep the program', async () => {
  const control = new AbortController();
  const making = makeDocument('pdf', digestInput(heading, [anItem({ body })]), {}, resources, control.signal);
  control.abort(new Error('отменено'));
  await expect(making).rejects.toThrow('отменено');
  // The next document waits for the thread that was told to stop, and is made all the same.
  expect((await makeDocument('pdf', digestInput(heading, [anItem({})]), {}, resources)).length).toBeGreaterThan(1000);
});

test('an empty selection still gives a file', async () => {
  expect((await makeDocument('pdf', digestInput(heading, []), {}, resources)).length).toBeGreaterThan(1000);
});

test('an emblem stands on the cover; a damaged one is told from a fault by its message', async () => {
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const cover = (data: string) =>
    makeDocument(
      'pdf',
      digestInput({ ...heading, emblem: `data:image/png;base64,${data}` }, [anItem({})]),
      {},
      resources,
    );
  expect(new TextDecoder('latin1').decode(await cover(png))).toContain('/Subtype /Image');
  await expect(cover(png.slice(0, 16))).rejects.toThrow('failed to decode image');
});
