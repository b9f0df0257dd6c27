import { expect, test } from 'vitest';
import { exportSetup, type TableColumn } from '../../../archive/contract/exports.ts';
import { authorsOf } from '../../../archive/export/bibliography.ts';
import { languageOf } from '../../../archive/export/language.ts';
import { type RecordFormat, recordWriter } from '../../../archive/export/records.ts';
import { unarmed } from '../../../archive/export/table.ts';
import { readLines } from '../../../archive/import/json-records.ts';
import { aNote, anItem } from './articles.ts';
import { hostile } from './hostile.ts';

const today = '2024-09-05';

function written(format: RecordFormat, items = [anItem({})], columns?: readonly TableColumn[]) {
  const options = { columns: columns ?? exportSetup.parse({}).tableColumns, citation: 'gost-7.0.5', today } as const;
  const writer = recordWriter(format, options);
  return writer.before + items.map(writer.record).join(writer.between) + writer.after;
}

const check = (format: RecordFormat, known: Parameters<typeof anItem>[0], expected: string) =>
  expect(written(format, [anItem(known)])).toBe(expected);

/** A file of comma-separated values read by RFC 4180, one sign after another. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < csv.length; i++) {
    const sign = csv[i]!;
    if (quoted && sign === '"' && csv[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === ',' || sign === '\r')) {
      rows.at(-1)!.push(cell);
      cell = '';
      if (sign === '\r') {
        rows.push([]);
        i++;
      }
    } else cell += sign;
  }
  return rows.slice(0, -1);
}

test('CSV: a mark of UTF-8, the chosen columns, every cell as it was', () => {
  const item = anItem({ title: 'Мост, "новый"\nоткрыт; да', body: hostile, tags: ['мост', 'река'], rating: 4 });
  const csv = written('csv', [item], ['id', 'title', 'tags', 'rating', 'text']);
  expect(csv.startsWith('\ufeffНомер,Заголовок,Метки,Оценка,Текст\r\n')).toBe(true);
  expect(rowsOf(csv.slice(1))[1]).toEqual(['1', 'Мост, "новый"\nоткрыт; да', 'мост; река', '4', hostile]);
});

test.each([
  ['=1+1', "'=1+1"],
  ['+7 700', "'+7 700"],
  ['-5', "'-5"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['12 = 12', '12 = 12'],
])('a cell %j is written %j, so that no spreadsheet calculates it', (text, expected) => {
  expect(unarmed(text)).toBe(expected);
  expect(rowsOf(written('csv', [anItem({ title: text })], ['title']).slice(1))[1]).toEqual([expected]);
});

test('JSON Lines: an import reads the article back letter by letter', () => {
  const note = aNote(hostile, 'цитата', 'Проверить');
  const line = written('jsonl', [
    anItem({ body: hostile, key: 'k-7', url: 'https://e.example/7' }, { annotations: [note] }),
  ]);
  expect(line.split('\n')).toHaveLength(2);
  const [read] = readLines(line, 'a.jsonl', 1);
  expect(read).toMatchObject({
    article: { key: 'k-7', title: 'Мост открыт', body: hostile, url: 'https://e.example/7' },
  });
  expect(JSON.parse(line).annotations).toEqual([
    {
      field: 'body',
      exact: 'цитата',
      start: note.span!.start,
      end: note.span!.end,
      pencil: 'ochre',
      note: 'Проверить',
      tags: [],
    },
  ]);
});

test('RIS: a newspaper item, one value a line', () => {
  check(
    'ris',
    { url: 'https://e.example/most', tags: ['мост'], lead: 'Открыт\nмост' },
    'TY  - NEWS\r\nID  - 1\r\nTI  - Мост открыт\r\nAU  - И. Петров\r\nT2  - Заречье\r\nPY  - 2024\r\nDA  - 2024/08/12/\r\n' +
      'AB  - Открыт мост\r\nKW  - мост\r\nUR  - https://e.example/most\r\nY2  - 2024/09/05/\r\nLA  - ru\r\nER  - \r\n\r\n',
  );
  check(
    'ris',
    { date: '2024', author: null, source: null, title: 'a\r\nER  - \r\nTY  - BOOK' },
    'TY  - NEWS\r\nID  - 1\r\nTI  - a ER - TY - BOOK\r\nPY  - 2024\r\nDA  - 2024///\r\nLA  - ru\r\nER  - \r\n\r\n',
  );
});

test('BibTeX: names and capitals are kept, its own signs are escaped, braces balance', () => {
  check(
    'bibtex',
    {},
    '@article{press-2024-1,\n  title = {{Мост открыт}},\n  author = {{И. Петров}},\n  journal = {Заречье},\n  date = {2024-08-12},\n  year = {2024},\n  month = aug,\n  langid = {russian},\n}\n\n',
  );
  check(
    'bibtex',
    { title: '50 % {и} \\x_1', author: null, source: null, date: null },
    '@article{press-nd-1,\n  title = {{50 \\% \\textbraceleft{}и\\textbraceright{} \\textbackslash{}x\\_1}},\n  langid = {russian},\n}\n\n',
  );
});

test('authors as printed: a line of several is one each, a surname before a comma stays', () => {
  const written = (printed: string | null) => authorsOf(printed).join(' | ');
  expect(written('И. Петров')).toBe('И. Петров');
  expect(written('Иван Петров, Анна Ким и Ли Чен')).toBe('Иван Петров | Анна Ким | Ли Чен');
  expect(written('Петров, Иван')).toBe('Петров, Иван');
  expect(written('Соб. инф.')).toBe('Соб. инф.');
  expect(written(' \n')).toBe('');
  expect(written(null)).toBe('');
  check(
    'bibtex',
    { author: 'И. Петров, А. Ким', source: null, date: '2024' },
    '@article{press-2024-1,\n  title = {{Мост открыт}},\n  author = {{И. Петров} and {А. Ким}},\n  date = {2024},\n  year = {2024},\n  langid = {russian},\n}\n\n',
  );
});

test('the language is told from the text', () => {
  expect(languageOf('Қазақстан Президенті Астанада өткен жиында сөз сөйледі, ынтымақтастық туралы айтты.')).toBe('kk');
  expect(languageOf('Мәжіліс депутаты Ермұрат Бапи сообщил журналистам, что поправки внесены в парламент.')).toBe('ru');
  expect(languageOf('')).toBe('ru');
  expect(written('ris', [anItem({ body: 'Қазақстан әнұраны, ғылым, өнер' })])).toContain('LA  - kk\r\n');
});

test('CSL-JSON: one array, authors as printed', () => {
  const items = JSON.parse(
    written('csl', [anItem({}), anItem({ id: 2, author: null, date: '2024-08', url: 'https://e.example' })]),
  );
  expect(items).toEqual([
    {
      id: '1',
      type: 'article-newspaper',
      title: 'Мост открыт',
      author: [{ literal: 'И. Петров' }],
      'container-title': 'Заречье',
      issued: { 'date-parts': [[2024, 8, 12]] },
      language: 'ru',
    },
    {
      id: '2',
      type: 'article-newspaper',
      title: 'Мост открыт',
      'container-title': 'Заречье',
      issued: { 'date-parts': [[2024, 8]] },
      URL: 'https://e.example',
      accessed: { 'date-parts': [[2024, 9, 5]] },
      language: 'ru',
    },
  ]);
});
