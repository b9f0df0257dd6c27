import { expect, test } from 'vitest';
import { type FacetName, searchRequest } from '../../../archive/contract/search.ts';
import { archiveOfTests } from './archive-of-tests.ts';
import { stories } from './stories.ts';

const opened = async () => {
  const archive = archiveOfTests();
  await archive.take(stories);
  return archive;
};

test('words are found in any form, and marked', async () => {
  const { client } = await opened();
  const check = async (query: string, expected: string[]) => {
    const { hits } = await client.search.run(searchRequest.parse({ query }));
    expect(hits.map(({ key }) => key).sort(), query).toEqual(expected);
    return hits;
  };
  await check('', ['a', 'b', 'c', 'd']);
  const [hit] = await check('рыбаками', ['a']);
  const marked = hit!.snippet.marks.map(({ start, end }) => hit!.snippet.text.slice(start, end));
  expect(marked.join() + hit!.titleMarks.map(({ start, end }) => hit!.title.slice(start, end)).join()).toMatch(
    /рыбак/i,
  );
  await check('елки', ['c']);
  await check('Касенов', ['a', 'b']);
  await check('"кубок региона"', ['d']);
  await check('источник:"Городские известия"', ['c', 'd']);
  await check('дата:2024-11', ['c']);
});

test('the forms that a word searched can be left out', async () => {
  const { client, take } = await opened();
  await take([{ title: 'Стекло и озёра', body: 'Вода стекла с крыши, стекло цело. Степной вестник о степи.' }]);
  /** Lemmas and forms with counts, what is left out in brackets. */
  const check = async (query: string, more: object, expected: string, found: number) => {
    const request = searchRequest.parse({ query, ...more });
    const words = await client.search.forms(request);
    const shown = (name: string, on: boolean, count: number) => (on ? `${name} ${count}` : `(${name} ${count})`);
    const said = words.flatMap(({ readings }) =>
      readings.map(({ lemma, searched, count, forms }) => {
        const list = forms.map((one) => shown(one.form, one.searched, one.count)).join(', ');
        return `${shown(lemma, searched, count)}: ${list}`;
      }),
    );
    expect(said.join('; ')).toBe(expected);
    expect((await client.search.run(request)).total).toBe(found);
  };
  await check('озером', {}, 'озер 3: озера 2, озере 1', 3);
  await check('озером', { withoutForms: ['озере'] }, 'озер 3: озера 2, (озере 1)', 2);
  await check('озером', { withoutLemmas: ['озер'] }, '(озер 3): озера 2, озере 1', 0);
  const request = searchRequest.parse({ query: 'озеро', withoutForms: ['озере'] });
  const { hits } = await client.search.run(request);
  expect(
    hits.flatMap(({ title, titleMarks }) => titleMarks.map(({ start, end }) => title.slice(start, end))),
  ).not.toContain('озере');
});

test('a query in the other keyboard layout is read as it was meant, and it is said', async () => {
  const { client } = await opened();
  const { hits, notes } = await client.search.run(searchRequest.parse({ query: 'ghbxfk' }));
  expect(hits.map(({ key }) => key).sort()).toEqual(['a', 'b']);
  expect(notes[0]).toMatchObject({ kind: 'layout', text: 'причал' });
  const asTyped = await client.search.run(searchRequest.parse({ query: 'ghbxfk', asTyped: true }));
  expect(asTyped.total).toBe(0);
});

test('of several words only the one in the other layout is read anew, and a hyphen alone excludes nothing', async () => {
  const archive = archiveOfTests();
  await archive.take([
    { title: 'Встреча', body: 'Мурат Нуртлеу приехал.' },
    { title: 'Не приехал', body: 'Мурат остался.' },
  ]);
  const ask = async (query: string) => {
    const { total, notes } = await archive.client.search.run(searchRequest.parse({ query }));
    return [total, ...notes.map(({ kind, text, query: offered, count }) => [kind, text, offered, count].join(' '))];
  };
  expect(await ask('Мурат yehnkte')).toEqual([1, 'layout Мурат нуртлеу Мурат yehnkte ']);
  expect(await ask('Мурат qwerty')).toEqual([2, 'any-word Мурат qwerty  ']);
  expect(await ask('-не')).toEqual([1, 'dash не НЕ (не) 1']);
});

test('marks alone are no word of the other layout: a quotation mark stands where Э does', async () => {
  const archive = archiveOfTests();
  await archive.take([{ title: 'Э', body: 'Эта буква: э.' }]);
  expect(await archive.find('э')).toHaveLength(1);
  expect(await archive.find('"')).toEqual([]);
});

test('nothing typed makes the search fail', async () => {
  const { client } = await opened();
  for (const query of [
    '+',
    '"',
    'т:Мурат',
    '-',
    '(',
    ')(',
    '*',
    '~',
    'дата:вчера',
    '"~5',
    'И',
    'НЕ НЕ',
    ':',
    '\u0000',
    'а'.repeat(20_000),
  ]) {
    const answer = await client.search.run(searchRequest.parse({ query }));
    expect(answer.total, query).toBeGreaterThanOrEqual(0);
  }
});

test('a facet value with count n opens exactly n articles', async () => {
  const { client } = await opened();
  for (const query of ['', 'причал', 'ярмарки кубок', 'Белова']) {
    const all = await client.search.run(searchRequest.parse({ query }));
    let opened = 0;
    for (const { facet, values } of all.facets) {
      for (const { value, count } of values) {
        const choices = [{ facet: facet as FacetName, include: [value] }];
        const { total } = await client.search.run(searchRequest.parse({ query, choices }));
        expect(total, `${query} ${facet}:${value}`).toBe(count);
        opened++;
      }
    }
    expect(opened).toBeGreaterThan(3);
  }
});

test('persons and organizations are offered in the nominative', async () => {
  const { client } = await opened();
  const { facets } = await client.search.run(searchRequest.parse({ query: '' }));
  const values = (name: FacetName) => facets.find(({ facet }) => facet === name)!.values.map(({ label }) => label);
  expect(values('person')).toContain('Тимур Касенов');
  expect(values('organization')).toContain('ООН');
});

test('sorted by date, the undated come last among the newest', async () => {
  const { client } = await opened();
  const keys = async (sort: string, offset = 0) =>
    (await client.search.run(searchRequest.parse({ query: '', sort, offset }))).hits.map(({ key }) => key).join('');
  expect(await keys('newest')).toBe('cbad');
  expect(await keys('newest', 2)).toBe('ad');
});

test('saved searches count what came since they were looked at', async () => {
  const { client, take } = await opened();
  const saved = await client.search.save({ name: 'Озеро', request: searchRequest.parse({ query: 'озеро' }) });
  expect(saved).toMatchObject({ total: 2, fresh: 0 });
  await take([{ title: 'Озеро замёрзло', body: 'Озеро замёрзло раньше обычного.' }]);
  expect((await client.search.saved())[0]).toMatchObject({ total: 3, fresh: 1 });
  await client.search.lookedAt({ id: saved.id });
  expect((await client.search.saved())[0]).toMatchObject({ total: 3, fresh: 0 });
});

test('other letters, a slip and Kazakh letters are offered with the number of articles', async () => {
  const { client, take } = await opened();
  await take([
    { title: 'Қазақстан жаңалықтары', body: 'Қазақстан мен Өскемен туралы.' },
    { title: 'Нуртлеу в Астане', body: 'Мурат Нуртлеу и Ержан Токаев говорили о воде.' },
    { title: 'Visit', body: 'Murat Nurtleu met the ambassadors, Kazinform reports.' },
    { title: 'Сапар', body: 'Мұрат Нұртілеу елшілермен кездесті.' },
    { title: 'Сводка', body: 'По данным «Казинформа», дождей не будет.' },
  ]);
  const check = async (query: string, kind: string, text: string, count: number) => {
    const { notes } = await client.search.run(searchRequest.parse({ query }));
    expect(
      notes.filter((note) => note.kind === kind).map((note) => [note.text.toLowerCase(), note.count]),
    ).toContainEqual([text, count]);
  };
  await check('Nurtleu', 'transliteration', 'нуртлеу', 1);
  await check('Yerzhan', 'transliteration', 'ержан', 1);
  await check('Tokayev', 'transliteration', 'токаев', 1);
  await check('нуртлыу', 'spelling', 'нуртлеу', 1);
  await check('Казакстан', 'transliteration', 'қазақстан', 1);
  await check('0аза0стан', 'transliteration', 'қазақстан', 1);
  await check('Оскемен', 'transliteration', 'өскемен', 1);
  // Also of words that the archive has: whoever looks for a person wants every spelling of the name.
  await check('Нуртлеу', 'transliteration', 'nurtleu', 1);
  await check('Нуртлеу', 'transliteration', 'нұртілеу', 1);
  await check('Мурат Нуртлеу', 'transliteration', 'murat nurtleu', 1);
  await check('Мурат Нуртлеу', 'transliteration', 'мұрат нұртілеу', 1);
  await check('казинформ', 'transliteration', 'kazinform', 1);
  await check('Нұртілеу', 'transliteration', 'нуртлеу', 1);
});
