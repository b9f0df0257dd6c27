import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encode } from '../../../archive/import/charset.ts';
import { readFileOfAnyFormat } from '../../../archive/import/formats.ts';

const bytes = (text: string) => encode(text, 'utf-8');

/** The articles of a file, one a line: `record title / author / source / date / body`; a refused record is `record !reason`. */
async function check(file: string, content: string | Uint8Array, expected: string[]) {
  const { reads } = await readFileOfAnyFormat({ file, bytes: typeof content === 'string' ? bytes(content) : content });
  const lines = reads.map((read) => {
    const record = read.place.record ?? '*';
    if ('reason' in read) return `${record} !${read.reason}`;
    const { title, author, source, date, body } = read.article;
    return `${record} ${[title, author ?? '', source ?? '', date?.iso ?? '', body.replaceAll('\n', '¶')].join(' / ')}`;
  });
  expect(lines).toEqual(expected);
}

const body = 'Озеро обмелело на треть. Хозяйства ждут воды.';

describe('plain text', () => {
  test('headline, byline, text', () =>
    check('a.txt', `Совет собрался\n\nОльга Берг - Kazinform\n\n${body}`, [
      `* Совет собрался / Ольга Берг / Kazinform /  / ${body}`,
    ]));
  test('date from the name', () =>
    check('2024-08-12 совет.txt', `Совет\n${body}`, [`* Совет /  /  / 2024-08-12 / ${body}`]));
  test('text without a headline', () => check('a.txt', body, [`* Озеро обмелело на треть /  /  /  / ${body}`]));
  test('DOS line ends and end mark', () =>
    check('a.txt', `Совет\r\n\r\n${body}\r\n\u001a`, [`* Совет /  /  /  / ${body}`]));
  test('compressed', () => check('a.txt.gz', gzipSync(bytes(`Совет\n${body}`)), [`* Совет /  /  /  / ${body}`]));
  test('the agency item of the sample', async () => {
    const file = new URL('../../../build/resources/sample/oon-i-centralnaya-aziya.txt', import.meta.url);
    const { reads } = await readFileOfAnyFormat({ file: 'oon.txt', bytes: readFileSync(file) });
    expect(reads).toMatchObject([
      {
        article: {
          title: 'ООН укрепляет сотрудничество с Центральной Азией',
          author: 'Arailym Temirgaliyeva',
          source: 'Kazinform',
          body: expect.stringMatching(/^Заместитель премьер-министра/),
        },
      },
    ]);
  });
});

describe('Markdown', () => {
  test('front matter', () =>
    check(
      'a.md',
      `---\ntitle: "Совет: итоги"\nauthor: Л. Тен\nsource: Вестник\ndate: 2024-08-12\ntags: [вода, озеро]\n---\n${body}`,
      [`* Совет: итоги / Л. Тен / Вестник / 2024-08-12 / ${body}`],
    ));
  test('a heading and signs', () =>
    check('a.md', '# Совет\n\nОзеро **обмелело**, пишет [вестник](https://example.org/a_(b)).\n\n- раз\n- два', [
      '* Совет /  /  /  / Озеро обмелело, пишет вестник.¶¶- раз¶- два',
    ]));
  test('closing signs of a heading; a sign of its own stays', async () => {
    await check('a.md', `# Совет ##\n\n## Берег #\n\n${body}`, [`* Совет /  /  /  / Берег¶¶${body}`]);
    await check('a.md', `# Язык C#\n\n***\n\n${body}`, [`* Язык C# /  /  /  / ${body}`]);
  });
  test('marks that begin and never end, by the hundred thousand', async () => {
    for (const mark of ['<!--', '[', '![', '[a](', '**a ', '__x']) {
      const { reads } = await readFileOfAnyFormat({
        file: 'a.md',
        bytes: bytes(`# Совет\n\n${mark.repeat(100_000)}\n\n${body}`),
      });
      expect(reads).toMatchObject([{ article: { body: expect.stringContaining(body) } }]);
    }
  });
  test('a heading torn by a hundred thousand blanks', async () => {
    const blanks = ' '.repeat(100_000);
    const { reads } = await readFileOfAnyFormat({
      file: 'a.md',
      bytes: bytes(`# Совет${blanks}собрался\n\n## Берег${blanks}ушёл\n\n${body}`),
    });
    expect(reads).toMatchObject([{ article: { body: expect.stringContaining(body) } }]);
  });
});

describe('HTML', () => {
  const page = (head: string, inside: string) =>
    `<!doctype html><html><head>${head}</head><body>${inside}</body></html>`;
  const paragraphs = Array.from(
    { length: 6 },
    (_, i) => `<p>${body} Это абзац номер ${i + 1}, в нём сказано ещё кое-что важное.</p>`,
  ).join('');
  const text = Array.from(
    { length: 6 },
    (_, i) => `${body} Это абзац номер ${i + 1}, в нём сказано ещё кое-что важное.`,
  ).join('¶¶');

  test('signs by the hundred thousand where a title and an author should be', async () => {
    const signs = (sign: string) => sign.repeat(100_000);
    for (const sign of ['|', ', ', ' | ', 'а ']) {
      const { reads } = await readFileOfAnyFormat({
        file: 'a.html',
        bytes: bytes(
          page(`<title>Совет ${signs(sign)}</title><meta name="author" content="Анна ${signs(sign)}">`, paragraphs),
        ),
      });
      expect(reads).toMatchObject([{ article: { body: expect.stringContaining(body) } }]);
    }
  });
  test('JSON-LD outweighs OpenGraph', () =>
    check(
      'a.html',
      page(
        '<meta property="og:title" content="Другой"><meta property="og:site_name" content="Другая">' +
          '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Совет собрался",' +
          '"author":{"@type":"Person","name":"Ольга Берг"},"publisher":{"name":"Вестник"},"datePublished":"2024-08-12T09:40:00+05:00"}]}</script>',
        `<nav><a href="/">Главная</a></nav><article><h1>Совет собрался</h1>${paragraphs}</article><aside>Читайте также</aside>`,
      ),
      [`* Совет собрался / Ольга Берг / Вестник / 2024-08-12T09:40 / ${text}`],
    ));
  test('OpenGraph', () =>
    check(
      'a.htm',
      page(
        '<meta property="og:title" content="Совет"><meta property="og:site_name" content="Вестник"><meta property="article:published_time" content="2024-08-12">',
        `<article>${paragraphs}</article>`,
      ),
      [`* Совет /  / Вестник / 2024-08-12 / ${text}`],
    ));
  test('a fragment without a title', () =>
    check('a.html', `<p>Совет собрался</p><p>${body}</p>`, [`* Совет собрался /  /  /  / ${body}`]));
  test('entities and breaks', () =>
    check('a.html', '<h1>Совет</h1><p>&laquo;Озеро&raquo; &mdash; это&nbsp;вода.<br>И берег.</p>', [
      '* Совет /  /  /  / «Озеро» — это\u00a0вода.¶И берег.',
    ]));
  test('declared windows-1251', () =>
    check('a.html', encode(`<meta charset="windows-1251"><h1>Совет</h1><p>${body}</p>`, 'windows-1251'), [
      `* Совет /  /  /  / ${body}`,
    ]));
  test('nothing but scripts', () => check('a.html', '<html><body><script>1</script></body></html>', ['* !no-text']));
});

describe('JSON', () => {
  test('a list of records', () =>
    check(
      'a.json',
      JSON.stringify([{ title: 'Совет', body, source: 'Вестник', date: '12.08.2024' }, { title: 'Пусто' }, 7]),
      [`1 Совет /  / Вестник / 2024-08-12 / ${body}`, '2 !no-text', '3 !broken'],
    ));
  test('Russian names of fields', () =>
    check(
      'a.json',
      JSON.stringify({ Заголовок: 'Совет', Текст: body, 'Дата публикации': '12 августа 2024', Автор: 'Л. Тен' }),
      [`* Совет / Л. Тен /  / 2024-08-12 / ${body}`],
    ));
  test('posts of a channel', () =>
    check(
      'a.json',
      JSON.stringify({
        name: 'Канал',
        messages: [
          {
            id: 5,
            text: ['Озеро ', { type: 'bold', text: 'обмелело' }],
            text_entities: [],
            date: '2024-08-12T09:40:11',
          },
        ],
      }),
      ['1 Озеро обмелело /  / Канал / 2024-08-12T09:40 / Озеро обмелело'],
    ));
  test('cut off in the middle', () => check('a.json', `[{"title": "Совет", "body": "${body}`, ['* !truncated']));
  test('lines, each told by its number', async () => {
    const lines = [
      JSON.stringify({ id: 'k1', title: 'Совет', body }),
      '{"title": ',
      '',
      JSON.stringify({ body: '  ' }),
    ];
    await check('a.jsonl', lines.join('\n'), [`1 Совет /  /  /  / ${body}`, '2 !broken', '4 !no-text']);
    const { reads } = await readFileOfAnyFormat({ file: 'a.jsonl', bytes: bytes(lines[0]!) });
    expect(reads).toMatchObject([{ article: { key: 'k1' } }]);
  });
});

describe('feeds', () => {
  const rss = (encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?><rss version="2.0"><channel><title>Вестник</title><item><title>Совет</title>` +
    `<link>https://example.org/1</link><guid>g1</guid><pubDate>Mon, 12 Aug 2024 09:40:00 +0500</pubDate>` +
    `<description>&lt;p&gt;${body}&lt;/p&gt;</description></item><item><title>Пусто</title></item></channel></rss>`;
  const expected = [`1 Совет /  / Вестник / 2024-08-12T09:40 / ${body}`, '2 !no-text'];
  test.each(['windows-1251', 'koi8-r', 'iso-8859-5', 'utf-8'] as const)('RSS in %s', (encoding) =>
    check('a.xml', encode(rss(encoding), encoding), expected),
  );
  test('Atom', () =>
    check(
      'a.atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Вестник</title><entry><title type="html">Совет</title><id>1</id>` +
        `<author><name>Л. Тен</name></author><updated>2024-08-12T09:40:00Z</updated><content type="html"><![CDATA[<p>${body}</p>]]></content></entry></feed>`,
      [`1 Совет / Л. Тен / Вестник / 2024-08-12T09:40 / ${body}`],
    ));
  test('other XML', () => check('a.xml', '<?xml version="1.0"?><settings><a/></settings>', ['* !unknown-format']));
});

describe('bad input is a line of the report', () => {
  test('empty', () => check('a.txt', '', ['* !empty']));
  test('a picture named .txt', () =>
    check('a.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0), ['* !binary']));
  test('no reader', () => check('a.xyz', body, ['* !unknown-format']));
  test('a compressed file that ends in the middle', () =>
    check('a.txt.gz', gzipSync(bytes(body)).subarray(0, 40), ['* !truncated']));
  test('a compressed file with a broken middle', () => {
    const broken = Uint8Array.from(gzipSync(bytes(body)));
    broken[12]! ^= 0xff;
    return check('a.txt.gz', broken, ['* !broken']);
  });
  test('elements nested ten thousand deep', async () => {
    const deep = `${'<div>'.repeat(10_000)}${body}`;
    const { reads } = await readFileOfAnyFormat({ file: 'a.html', bytes: bytes(deep) });
    expect(reads).toHaveLength(1);
  });
});

test('no bytes make a reader throw, and every file has a line', async () => {
  const name = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.json', 'a.jsonl', 'a.xml', 'a.txt.gz', 'a.json.gz');
  const markup = fc.array(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<html>',
      '<script>',
      '{"',
      '":',
      '[',
      '}',
      '---\n',
      '# ',
      '&amp;',
      'озеро',
      '\0',
      '\n',
    ),
  );
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    markup.map((parts) => bytes(parts.join(''))),
  );
  await fc.assert(
    fc.asyncProperty(name, content, async (file, data) => {
      const { reads } = await readFileOfAnyFormat({ file, bytes: data });
      const onlyBlankLines = file === 'a.jsonl' && reads.length === 0;
      expect(reads.length > 0 || onlyBlankLines).toBe(true);
      for (const read of reads)
        if ('article' in read) expect(read.article.title !== '' && read.article.body !== '').toBe(true);
    }),
    { numRuns: 400 },
  );
});
