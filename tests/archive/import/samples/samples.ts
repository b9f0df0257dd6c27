import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { pack } from 'tar-stream';
import { type Encoding, encode } from '../../../../archive/import/charset.ts';
import { column, pdfOf } from './pdf-of-tests.ts';

export const title = 'Совет по воде собрался в Приозёрске';
export const first = 'Озеро обмелело на треть, и хозяйства ждут воды. Министр Тимур Касенов сообщил о решении совета.';
export const second =
  'По словам гидролога Петра Лаврентьева, уровень упал на сорок два сантиметра, а к осени упадёт ещё.';
export const paragraphs = [first, second];

const utf8 = (text: string) => encode(text, 'utf-8');
const xml = '<?xml version="1.0" encoding="UTF-8"?>';

/** A DOCX of a heading and paragraphs (Office Open XML, the smallest that Word opens). */
export function docx(
  heading: string | undefined,
  texts: readonly string[],
  extra: Record<string, Uint8Array> = {},
): Uint8Array {
  const paragraph = (text: string, style = '') =>
    `<w:p>${style}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
  const body =
    (heading === undefined ? '' : paragraph(heading, '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>')) +
    texts.map((text) => paragraph(text)).join('');
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(`${xml}<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`),
    'word/styles.xml': strToU8(
      `${xml}<w:styles xmlns:w="${word}"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    ),
    ...extra,
  });
}

export function odt(heading: string, texts: readonly string[]): Uint8Array {
  const content =
    `${xml}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">` +
    `<office:body><office:text><text:h text:outline-level="1">${heading}</text:h>${texts.map((text) => `<text:p>${text.replace(' ', '<text:s/>')}</text:p>`).join('')}</office:text></office:body></office:document-content>`;
  return zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'META-INF/manifest.xml': strToU8(
      `${xml}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>`,
    ),
    'content.xml': strToU8(content),
  });
}

/** RTF as Word writes it: code page 1251 by `\'xx`, or every letter as `\u` with a stand-in. */
export function rtf(heading: string, texts: readonly string[], unicode = false): Uint8Array {
  const letter = (one: string) => {
    if (one < '\u0080') return /[\\{}]/.test(one) ? `\\${one}` : one;
    if (unicode) return `\\u${one.charCodeAt(0) > 32767 ? one.charCodeAt(0) - 65536 : one.charCodeAt(0)}?`;
    return `\\'${encode(one, 'windows-1251')[0]!.toString(16)}`;
  };
  const text = (words: string) => [...words].map(letter).join('');
  return utf8(
    `{\\rtf1\\ansi\\ansicpg1251\\deff0{\\fonttbl{\\f0\\froman\\fcharset204 Times New Roman{\\*\\falt Times};}}{\\stylesheet{\\s1 heading 1;}}` +
      `{\\info{\\author ${text('Секретарь')}}}{\\header ${text('Колонтитул')}\\par}\\uc1\n{\\pard\\s1\\b ${text(heading)}\\par}\n` +
      `${texts.map((one) => `\\pard\\plain\\f0 ${text(one)}\\par`).join('\n')}\n{\\pict\\wmetafile8 0102ff}}`,
  );
}

export function epub(heading: string, texts: readonly string[]): Uint8Array {
  const page = (name: string, body: string) =>
    `${xml}<html xmlns="http://www.w3.org/1999/xhtml"><head><title>${name}</title></head><body><h1>${name}</h1>${body}</body></html>`;
  return zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(
      `${xml}<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>`,
    ),
    'OPS/book.opf': strToU8(
      `${xml}<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Вестник</dc:title><dc:creator>Ольга Берг</dc:creator><dc:date>2024-08-12</dc:date></metadata>` +
        `<manifest><item id="a" href="one%20a.xhtml"/><item id="b" href="two.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>`,
    ),
    'OPS/one a.xhtml': strToU8(
      page(
        heading,
        texts
          .map((text) => `<p>${text}</p>`)
          .join('')
          .repeat(2),
      ),
    ),
    'OPS/two.xhtml': strToU8(
      page(
        'Погода',
        texts
          .toReversed()
          .map((text) => `<p>${text}</p>`)
          .join('')
          .repeat(2),
      ),
    ),
  });
}

export function fb2(
  heading: string,
  texts: readonly string[],
  encoding: Encoding = 'utf-8',
  name = 'utf-8',
): Uint8Array {
  const section = `<section><title><p>${heading}</p></title>${texts.map((text) => `<p>${text}</p>`).join('')}</section>`;
  return encode(
    `<?xml version="1.0" encoding="${name}"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"><description><title-info><author><first-name>Ольга</first-name><last-name>Берг</last-name></author><book-title>${heading}</book-title><date value="2024-08-12">2024</date></title-info></description><body>${section}</body></FictionBook>`,
    encoding,
  );
}

/** A letter with its subject and text in one encoding, as base64. */
export function eml(
  heading: string,
  texts: readonly string[],
  encoding: Encoding = 'utf-8',
  name = 'utf-8',
): Uint8Array {
  const base64 = (text: string) => Buffer.from(encode(text, encoding)).toString('base64');
  return utf8(
    `From: =?${name}?B?${base64('Ольга Берг')}?= <berg@example.org>\r\nTo: desk@example.org\r\nSubject: =?${name}?B?${base64(heading)}?=\r\n` +
      `Date: Mon, 12 Aug 2024 09:40:00 +0500\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=${name}\r\nContent-Transfer-Encoding: base64\r\n\r\n` +
      `${base64(texts.join('\n\n')).replace(/.{76}/g, '$&\r\n')}\r\n`,
  );
}

export function mbox(letters: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(
    letters.flatMap((letter) => [utf8('From berg@example.org Mon Aug 12 09:40:00 2024\n'), letter, utf8('\n')]),
  );
}

export const page = (heading: string, texts: readonly string[], head = '<meta charset="utf-8">') =>
  `<!doctype html><html><head>${head}<title>${heading}</title></head><body><h1>${heading}</h1>${texts.map((text) => `<p>${text}</p>`).join('')}</body></html>`;

export function mhtml(heading: string, texts: readonly string[]): Uint8Array {
  const html = Buffer.from(page(heading, texts)).toString('base64').replace(/.{76}/g, '$&\r\n');
  return utf8(
    `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/news/1\r\nSubject: page\r\nDate: Mon, 12 Aug 2024 09:40:00 +0500\r\nMIME-Version: 1.0\r\n` +
      `Content-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n----b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://example.org/news/1\r\n\r\n${html}\r\n` +
      `----b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://example.org/a.png\r\n\r\niVBORw0KGgo=\r\n----b--\r\n`,
  );
}

/** A workbook of one sheet, texts inline, as programs that export tables write it. */
export function xlsx(rows: readonly (readonly string[])[]): Uint8Array {
  const cell = (text: string, row: number, i: number) =>
    `<c r="${String.fromCharCode(65 + i)}${row + 1}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const sheet = rows
    .map((row, n) => `<row r="${n + 1}">${row.map((text, i) => cell(text, n, i)).join('')}</row>`)
    .join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    ),
    'xl/workbook.xml': strToU8(
      `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Лист1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(`${xml}<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`),
  });
}

export async function tar(files: Readonly<Record<string, Uint8Array>>): Promise<Uint8Array> {
  const archive = pack();
  for (const [name, bytes] of Object.entries(files)) archive.entry({ name, size: bytes.length }, Buffer.from(bytes));
  archive.finalize();
  const parts: Uint8Array[] = [];
  for await (const part of archive as AsyncIterable<Uint8Array>) parts.push(part);
  return Buffer.concat(parts);
}

export const pdf = (heading: string, texts: readonly string[]) =>
  pdfOf([
    [
      { text: heading, x: 50, y: 780, size: 18 },
      ...texts.flatMap((text, i) => column(text, { x: 50, y: 740 - i * 100, width: 480 })),
    ],
  ]);

export const doc = () => new Uint8Array(readFileSync(new URL('./word-97.doc', import.meta.url)));

export const csv = (rows: readonly (readonly string[])[], separator = ',') =>
  rows
    .map((row) =>
      row.map((cell) => (/["\n,;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator),
    )
    .join('\r\n');

const table = [
  ['Заголовок', 'Текст', 'Дата'],
  [title, paragraphs.join('\n\n'), '12.08.2024'],
];
const record = { title, body: paragraphs.join('\n\n'), date: '2024-08-12' };

/** A valid file of every format, by name. */
export async function samples(): Promise<Readonly<Record<string, Uint8Array>>> {
  const text = utf8(`${title}\n\n${paragraphs.join('\n\n')}`);
  return {
    'a.txt': text,
    'a.md': utf8(`---\ndate: 2024-08-12\n---\n# ${title}\n\n${paragraphs.join('\n\n')}`),
    'a.html': utf8(page(title, paragraphs)),
    'a.mht': mhtml(title, paragraphs),
    'a.json': utf8(JSON.stringify([record, record])),
    'a.jsonl': utf8(`${JSON.stringify(record)}\n${JSON.stringify(record)}\n`),
    'a.rss': utf8(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Вестник</title><item><title>${title}</title><description>${first}</description></item></channel></rss>`,
    ),
    'a.fb2': fb2(title, paragraphs),
    'a.csv': utf8(csv(table)),
    'a.xlsx': xlsx(table),
    'a.docx': docx(title, paragraphs),
    'a.odt': odt(title, paragraphs),
    'a.doc': doc(),
    'a.rtf': rtf(title, paragraphs),
    'a.pdf': pdf(title, paragraphs),
    'a.epub': epub(title, paragraphs),
    'a.eml': eml(title, paragraphs),
    'a.mbox': mbox([eml(title, paragraphs), eml(title, [second])]),
    'a.zip': zipSync({ 'a.txt': text, 'б.docx': docx(title, paragraphs) }),
    'a.tar.gz': gzipSync(await tar({ 'a.txt': text })),
    'a.txt.gz': gzipSync(text),
  };
}
