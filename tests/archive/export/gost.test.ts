import { expect, test } from 'vitest';
import { type Cited, reference, type Standard } from '../../../archive/export/gost.ts';

/*
 * Each pattern with its source:
 *   автор. заглавие // газета. – год. – день месяц.              7.0.5-2008, 7.4
 *   … // журнал. – год. – № n. – С. a–b.                         7.0.5-2008, 7.4
 *   … // сайт : [сайт]. – год. – день. – URL: … (дата обращения: дд.мм.гггг).  7.0.5-2008, 10; «[сайт]»: 7.0.100-2018, 7.3.3
 *   (автор. заглавие // газета. год. день.)                      7.0.5-2008, 5
 *   заглавие / автор. – Текст : непосредственный // …            7.0.100-2018, 5.9, 7
 *   заглавие / автор. – Текст : электронный // сайт : [сайт]. …  7.0.100-2018, 5.9, 7
 *   [Б. м. : б. и.], год; [б. г.]                                7.0.100-2018, 5.4: what is not known stands in brackets
 *   months                                                       7.0.12-2011
 */
const item = { title: 'Мост открыт', author: null, source: 'Заречье', date: '2024-08-12', url: null };

function check(article: Partial<Cited>, standard: Standard, expected: string) {
  expect(reference({ ...item, ...article }, '2024-09-05', standard)).toBe(expected);
}

const web = { url: 'https://zarechye.example/most' };

test('reference, ГОСТ Р 7.0.5-2008, 7.4: newspaper and journal', () => {
  check({}, 'gost-7.0.5', 'Мост открыт // Заречье. – 2024. – 12 авг.');
  check({ author: 'И. Петров' }, 'gost-7.0.5', 'И. Петров. Мост открыт // Заречье. – 2024. – 12 авг.');
  check({ author: 'Петров И.' }, 'gost-7.0.5', 'Петров И. Мост открыт // Заречье. – 2024. – 12 авг.');
  check({ issue: '12', pages: '3-4' }, 'gost-7.0.5', 'Мост открыт // Заречье. – 2024. – 12 авг. – № 12. – С. 3–4.');
  check({ date: '2024-05' }, 'gost-7.0.5', 'Мост открыт // Заречье. – 2024. – Май.');
  check({ date: '2024' }, 'gost-7.0.5', 'Мост открыт // Заречье. – 2024.');
});

test('reference, ГОСТ Р 7.0.5-2008, 10: from the web', () => {
  check(
    web,
    'gost-7.0.5',
    'Мост открыт // Заречье : [сайт]. – 2024. – 12 авг. – URL: https://zarechye.example/most (дата обращения: 05.09.2024).',
  );
  check(
    { ...web, source: null },
    'gost-7.0.5',
    'Мост открыт // zarechye.example : [сайт]. – 2024. – 12 авг. – URL: https://zarechye.example/most (дата обращения: 05.09.2024).',
  );
});

test('record, ГОСТ Р 7.0.100-2018, 5.9 and 7', () => {
  check(
    { author: 'И. Петров' },
    'gost-7.0.100',
    'Мост открыт / И. Петров. – Текст : непосредственный // Заречье. – 2024. – 12 авг.',
  );
  check(
    web,
    'gost-7.0.100',
    'Мост открыт. – Текст : электронный // Заречье : [сайт]. – 2024. – 12 авг. – URL: https://zarechye.example/most (дата обращения: 05.09.2024).',
  );
});

test('journal on the web, with number, pages and address: the same areas in the same order', () => {
  const journal = { ...web, author: 'А. Ким', source: 'Вестник гидрологии', date: '2024', issue: '6', pages: '31-35' };
  const areas = '2024. – № 6. – С. 31–35. – URL: https://zarechye.example/most (дата обращения: 05.09.2024).';
  check(journal, 'gost-7.0.5', `А. Ким. Мост открыт // Вестник гидрологии : [сайт]. – ${areas}`);
  check(
    journal,
    'gost-7.0.100',
    `Мост открыт / А. Ким. – Текст : электронный // Вестник гидрологии : [сайт]. – ${areas}`,
  );
});

test('within a text, ГОСТ Р 7.0.5-2008, 5: in brackets, areas parted by a point alone', () => {
  check({ author: 'И. Петров' }, 'gost-7.0.5-in-text', '(И. Петров. Мост открыт // Заречье. 2024. 12 авг.)');
  check({ title: 'Мост открыт?' }, 'gost-7.0.5-in-text', '(Мост открыт? // Заречье. 2024. 12 авг.)');
});

test('months, ГОСТ Р 7.0.12-2011: those that are not cut stand in the genitive after a day', () => {
  check({ date: '2024-06-12' }, 'gost-7.0.5', 'Мост открыт // Заречье. – 2024. – 12 июня.');
  check({ date: '2024-03-01' }, 'gost-7.0.5', 'Мост открыт // Заречье. – 2024. – 1 марта.');
  check({ date: '2024-09-30T10:15' }, 'gost-7.0.5', 'Мост открыт // Заречье. – 2024. – 30 сент.');
});

test('names as they are printed: Latin letters, several, a joined one', () => {
  const by = (author: string) =>
    check({ author }, 'gost-7.0.5', `${author}. Мост открыт // Заречье. – 2024. – 12 авг.`);
  by('Arailym Temirgaliyeva');
  by('Иван Петров, Анна Ким');
  by('Соб. инф');
  check({ author: 'Петров И. И.' }, 'gost-7.0.5', 'Петров И. И. Мост открыт // Заречье. – 2024. – 12 авг.');
});

test('what is missing or awkward', () => {
  check({ date: null }, 'gost-7.0.5', 'Мост открыт // Заречье. – [б. г.].');
  check({ source: null, date: null }, 'gost-7.0.5', 'Мост открыт. – [Б. м. : б. и., б. г.].');
  check({ source: null }, 'gost-7.0.5', 'Мост открыт. – [Б. м. : б. и.], 12 авг. 2024.');
  check(
    { ...web, date: null },
    'gost-7.0.100',
    'Мост открыт. – Текст : электронный // Заречье : [сайт]. – [б. г.]. – URL: https://zarechye.example/most (дата обращения: 05.09.2024).',
  );
  check(
    { source: null, date: null },
    'gost-7.0.100',
    'Мост открыт. – [Б. м. : б. и., б. г.]. – Текст : непосредственный.',
  );
  check({ title: '' }, 'gost-7.0.5', '[Без заглавия] // Заречье. – 2024. – 12 авг.');
  check({ title: ' Мост\nоткрыт. ' }, 'gost-7.0.5', 'Мост открыт // Заречье. – 2024. – 12 авг.');
  check({ title: 'Мост открыт?' }, 'gost-7.0.5', 'Мост открыт? // Заречье. – 2024. – 12 авг.');
  check({ title: 'Приговор…' }, 'gost-7.0.100', 'Приговор… – Текст : непосредственный // Заречье. – 2024. – 12 авг.');
});
