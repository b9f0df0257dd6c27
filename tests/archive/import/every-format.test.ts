import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { encode } from '../../../archive/import/charset.ts';
import { readFileOfAnyFormat } from '../../../archive/import/formats.ts';
import { column, pdfOf } from './samples/pdf-of-tests.ts';
import * as made from './samples/samples.ts';
import { first, paragraphs, second, title } from './samples/samples.ts';

const bytes = (text: string) => encode(text, 'utf-8');
const body = paragraphs.join('¶¶');

/** The articles of a file, one a line: `place title / author / source / date / body`; a refused record is `place !reason`. */
async function check(file: string, content: string | Uint8Array, expected: string[]) {
  // A Buffer, as files are read.
  const data = Buffer.from(typeof content === 'string' ? bytes(content) : content);
  const { reads } = await readFileOfAnyFormat({ file, bytes: data });
  const lines = reads.map((read) => {
    const place = `${read.place.file === file ? '' : `${read.place.file} `}${read.place.record ?? '*'}`;
    if ('reason' in read) return `${place} !${read.reason}`;
    const { title: headline, author, source, date, body: text } = read.article;
    return `${place} ${[headline, author ?? '', source ?? '', date?.iso ?? '', text.replaceAll('\n', '¶')].join(' / ')}`;
  });
  expect(lines).toEqual(expected);
}
const plain = [`* ${title} /  /  /  / ${body}`];

describe('documents', () => {
  test('DOCX', () => check('a.docx', made.docx(title, paragraphs), plain));
  test('DOCX under the name of DOC', () => check('a.doc', made.docx(title, paragraphs), plain));
  test('ODT', () => check('a.odt', made.odt(title, paragraphs), plain));
  test('RTF in code page 1251', () => check('a.rtf', made.rtf(title, paragraphs), plain));
  test('RTF in Unicode, stand-ins left out', () => check('a.rtf', made.rtf(title, paragraphs, true), plain));
  test('RTF under the name of DOC', () => check('a.doc', made.rtf(title, paragraphs), plain));
  test('DOC of Word 97', () =>
    check('a.doc', made.doc(), [
      expect.stringMatching(
        /^\* Совет по воде собрался в Приозёрске \/ Ольга Берг \/ Kazinform \/ {2}\/ Озеро обмелело.*«Белого» озера.*Өскемен/,
      ),
    ] as string[]));
  test('a web page under the name of DOC', () => check('a.doc', made.page(title, paragraphs), plain));
  test('a document without text', () => check('a.docx', made.docx(undefined, []), ['* !no-text']));
});

describe('PDF', () => {
  test('headline and paragraphs', () => check('a.pdf', made.pdf(title, paragraphs), plain));
  test('two columns, a word parted at a line end, page numbers and a running head', async () => {
    const long = `${first} ${second} ${first}`;
    const pages = ['первая', 'вторая', 'третья'].map((number, i) => [
      { text: 'Вестник степи', x: 250, y: 810, size: 8 },
      ...column(`Колонка ${number} левая. ${long}`, { x: 50, y: 760, width: 230 }),
      ...column(`Колонка ${number} правая. ${long}`, { x: 310, y: 760, width: 230 }),
      { text: String(i + 1), x: 295, y: 30, size: 8 },
    ]);
    const { reads } = await readFileOfAnyFormat({
      file: 'a.pdf',
      bytes: pdfOf([[{ text: title, x: 50, y: 800, size: 20 }, ...pages[0]!], ...pages.slice(1)]),
    });
    const text = reads.map((read) => ('article' in read ? read.article.body : '')).join();
    expect(text.match(/Колонка \S+ \S+/g)).toEqual([
      'Колонка первая левая.',
      'Колонка первая правая.',
      'Колонка вторая левая.',
      'Колонка вторая правая.',
      'Колонка третья левая.',
      'Колонка третья правая.',
    ]);
    expect(text).not.toMatch(/Вестник степи|[а-я]-\s|(?:^|\n)\d(?:\n|$)/);
    expect(text.replace(/\s+/g, ' ')).toContain(long);
  });
  test('pages without a text layer', () => check('a.pdf', pdfOf([[], []]), ['* !scanned']));
  test('cut off', async () => {
    const whole = made.pdf(title, paragraphs);
    const { reads } = await readFileOfAnyFormat({ file: 'a.pdf', bytes: whole.slice(0, whole.length >> 1) });
    expect(reads).toMatchObject([{ reason: expect.stringMatching(/truncated|broken|scanned/) }]);
  });
});

describe('books', () => {
  test('EPUB: a chapter, an article', () =>
    check('a.epub', made.epub(title, paragraphs), [
      `1 ${title} / Ольга Берг / Вестник / 2024-08-12 / ${body}¶¶${body}`,
      `2 Погода / Ольга Берг / Вестник / 2024-08-12 / ${second}¶¶${first}¶¶${second}¶¶${first}`,
    ]));
  test.each(['utf-8', 'windows-1251', 'koi8-r'] as const)('FB2 in %s', (encoding) =>
    check('a.fb2', made.fb2(title, paragraphs, encoding, encoding), [
      `* ${title} / Ольга Берг /  / 2024-08-12 / ${body}`,
    ]),
  );
  test('FB2 in a ZIP', () =>
    check('a.fb2.zip', zipSync({ 'book.fb2': made.fb2(title, paragraphs) }), [
      `a.fb2.zip/book.fb2 * ${title} / Ольга Берг /  / 2024-08-12 / ${body}`,
    ]));
});

describe('mail and pages', () => {
  const letter = `${title} / Ольга Берг /  / 2024-08-12T09:40 / `;
  test.each(['utf-8', 'windows-1251', 'koi8-r'] as const)('a letter in %s', (encoding) =>
    check('a.eml', made.eml(title, paragraphs, encoding, encoding), [`* ${letter}${body}`]),
  );
  test('a mailbox', () =>
    check('a.mbox', made.mbox([made.eml(title, paragraphs), made.eml(`Re: ${title}`, [second])]), [
      `1 ${letter}${body}`,
      `2 ${letter}${second}`,
    ]));
  test('MHTML', async () => {
    await check('a.mht', made.mhtml(title, paragraphs), plain);
    const { reads } = await readFileOfAnyFormat({ file: 'a.mhtml', bytes: made.mhtml(title, paragraphs) });
    expect(reads).toMatchObject([{ article: { url: 'https://example.org/news/1' } }]);
  });
  test('a page of SingleFile', async () => {
    const markup = made
      .page(title, [`<img src="data:image/png;base64,${'A'.repeat(400)}">`, ...paragraphs])
      .replace(
        '<html>',
        '<html><!--\n Page saved with SingleFile \n url: https://example.org/2 \n saved date: Mon Aug 12 2024\n-->',
      );
    await check('a.html', markup, plain);
    const { reads } = await readFileOfAnyFormat({ file: 'a.html', bytes: bytes(markup) });
    expect(reads).toMatchObject([{ article: { url: 'https://example.org/2' } }]);
  });
  test('a page of a channel, exported by Telegram', () => {
    const post = (number: number, from: string, text: string) =>
      `<div class="message default clearfix" id="message${number}"><div class="body"><div class="pull_right date details" title="12.08.2024 09:40:11 UTC+05:00">09:40</div>${from}<div class="text">${text}</div></div></div>`;
    const markup = `<html><body><div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">Канал</div></div></div><div class="page_body"><div class="history"><div class="message service"><div class="body details">12 August 2024</div></div>${post(5, '<div class="from_name">Канал</div>', 'Озеро <b>обмелело</b>.<br>Ждут воды.')}${post(6, '', '')}</div></div></div></body></html>`;
    return check('messages.html', markup, [
      '1 Озеро обмелело /  / Канал / 2024-08-12T09:40 / Озеро обмелело.¶Ждут воды.',
      '2 !no-text',
    ]);
  });
});

describe('tables', () => {
  const rows = [
    ['Заголовок', 'Текст', 'Дата публикации', 'СМИ'],
    [title, paragraphs.join('\n\n'), '12.08.2024', 'Вестник'],
    ['Пусто', '', '', ''],
  ];
  const expected = [`2 ${title} /  / Вестник / 2024-08-12 / ${body}`, '3 !no-text'];
  test.each([',', ';', '\t'])('separated by %j', (separator) => check('a.csv', made.csv(rows, separator), expected));
  test('in windows-1251', () => check('a.csv', encode(made.csv(rows, ';'), 'windows-1251'), expected));
  test('a workbook', () => check('a.xlsx', made.xlsx(rows), expected));
  test('columns without names are told by what they hold', () =>
    check(
      'a.csv',
      made.csv([
        ['https://example.org/1', '2024-08-12', title, paragraphs.join(' ')],
        ['https://example.org/2', '2024-08-13', 'Погода на неделю', second],
      ]),
      [`1 ${title} /  /  / 2024-08-12 / ${first} ${second}`, `2 Погода на неделю /  /  / 2024-08-13 / ${second}`],
    ));
  test('columns that a person chose', async () => {
    const choices = { columns: { header: true, fields: [null, 'body', 'date', 'author'] } } as const;
    const { reads } = await readFileOfAnyFormat({ file: 'a.csv', bytes: bytes(made.csv(rows)), choices });
    expect(reads[0]).toMatchObject({ article: { author: 'Вестник', source: null } });
  });
  test('no column of texts', () => check('a.csv', 'a,b\n1,2\n', ['* !no-text']));
});

describe('libraries', () => {
  test('CSL-JSON', () =>
    check(
      'a.json',
      JSON.stringify([
        {
          id: 'x',
          type: 'article-newspaper',
          title,
          'container-title': 'Вестник',
          abstract: first,
          author: [{ family: 'Берг', given: 'Ольга' }],
          issued: { 'date-parts': [[2024, 8, 12]] },
        },
      ]),
      [`1 ${title} / Ольга Берг / Вестник / 2024-08-12 / ${first}`],
    ));
  const rdf = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:link="http://purl.org/rss/1.0/modules/link/"><bib:Article rdf:about="https://example.org/1"><z:itemType>newspaperArticle</z:itemType><dcterms:isPartOf><bib:Newspaper><dc:title>Вестник</dc:title></bib:Newspaper></dcterms:isPartOf><bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Берг</foaf:surname><foaf:givenName>Ольга</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors><link:link rdf:resource="#item_2"/><dc:title>${title}</dc:title><dcterms:abstract>${first}</dcterms:abstract><dc:date>2024-08-12</dc:date></bib:Article><z:Attachment rdf:about="#item_2"><rdf:resource rdf:resource="files/2/page.html"/><link:type>text/html</link:type></z:Attachment></rdf:RDF>`;
  test('RDF of Zotero', () => check('a.rdf', rdf, [`1 ${title} / Ольга Берг / Вестник / 2024-08-12 / ${first}`]));
  test('RDF of Zotero with its saved page', async () => {
    const beside = (path: string) => (path === 'files/2/page.html' ? bytes(made.page(title, [second])) : undefined);
    const { reads } = await readFileOfAnyFormat({ file: 'a.rdf', bytes: bytes(rdf), beside });
    expect(reads).toMatchObject([{ article: { lead: first, body: second, author: 'Ольга Берг' } }]);
  });
  test('JSON Feed', () =>
    check(
      'a.json',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Вестник',
        items: [
          {
            id: '1',
            title,
            content_html: `<p>${first}</p>`,
            date_published: '2024-08-12T09:40:00+05:00',
            authors: [{ name: 'Ольга Берг' }],
          },
        ],
      }),
      [`1 ${title} / Ольга Берг / Вестник / 2024-08-12T09:40 / ${first}`],
    ));
});

describe('archives', () => {
  const text = bytes(`${title}\n\n${first}`);
  test('ZIP: each member as if it lay in a folder', () =>
    check(
      'a.zip',
      zipSync({ 'вести/a.txt': text, 'b.docx': made.docx(title, paragraphs), 'c.xyz': text, '__MACOSX/._a.txt': text }),
      [
        `a.zip/вести/a.txt * ${title} /  /  /  / ${first}`,
        `a.zip/b.docx * ${title} /  /  /  / ${body}`,
        'a.zip/c.xyz * !unknown-format',
      ],
    ));
  test('names in the encoding of DOS', async () => {
    const archive = zipSync({ '####.txt': text });
    const name = encode('Вода', 'cp866');
    const marked = Buffer.from(archive);
    for (let at = marked.indexOf('####'); at >= 0; at = marked.indexOf('####')) marked.set(name, at);
    await check('a.zip', marked, [`a.zip/Вода.txt * ${title} /  /  /  / ${first}`]);
  });
  test('TAR, packed', async () =>
    check('a.tar.gz', gzipSync(await made.tar({ 'вести/a.txt': text })), [
      `a.tar.gz/вести/a.txt * ${title} /  /  /  / ${first}`,
    ]));
  test('an archive in an archive', async () =>
    check('a.zip', zipSync({ 'b.tgz': gzipSync(await made.tar({ 'a.txt': text })) }), [
      `a.zip/b.tgz/a.txt * ${title} /  /  /  / ${first}`,
    ]));
  test('a program that is packed as ZIP', () => check('a.jar', zipSync({ 'a.txt': text }), ['* !unknown-format']));
});
