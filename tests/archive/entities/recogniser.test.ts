import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recogniserVersion } from '../../../archive/entities/recogniser.ts';
import { modelBytes, recogniserOfTests } from './recogniser-of-tests.ts';

/** Names found, by kind, each with the places that lead to it: `Label: place, place`. */
function check(body: string, expected: { persons?: string; organizations?: string }, title = '') {
  const { names, mentions } = recogniserOfTests().recognise({ title, body });
  const show = (kind: string) =>
    names
      .map(({ label }, i) => ({ label, kind: names[i]!.kind, places: mentions.filter(({ name }) => name === i) }))
      .filter((name) => name.kind === kind)
      .map(({ label, places }) => `${label}: ${places.map(({ text }) => text).join(', ')}`)
      .join('; ');
  expect({ persons: show('person'), organizations: show('organization') }).toEqual({
    persons: expected.persons ?? '',
    organizations: expected.organizations ?? '',
  });
}

const sampleFile = new URL('../../../build/resources/sample/oon-i-centralnaya-aziya.txt', import.meta.url);

test('the agency item yields exactly its persons and organizations', () => {
  const [title = '', ...rest] = readFileSync(sampleFile, 'utf8').trim().split('\n');
  const article = { title, body: rest.join('\n').trim() };
  const { names, mentions, proposals } = recogniserOfTests().recognise(article);
  const labels = (kind: string) => names.filter((name) => name.kind === kind).map(({ label }) => label);
  expect(labels('person')).toEqual(['Мурат Нуртлыу', 'Каха Имнадзе', 'Мурат Нуртлеу']);
  expect(proposals).toEqual([
    { kind: 'person', name: 2, variant: 0, distance: 1, evidence: ['same-given-name', 'one-letter', 'same-article'] },
  ]);
  expect(labels('organization')).toEqual([
    'ООН',
    'Региональный центр ООН по превентивной дипломатии для Центральной Азии',
    'МИД Казахстана',
    'Департамент ООН по политическим вопросам и вопросам миротворчества',
  ]);
  const centre = names.findIndex(({ label }) => label.startsWith('Региональный центр'));
  expect(names[centre]!.aliases).toEqual(['рцпдца']);
  expect(mentions.filter(({ name }) => name === centre).map(({ text }) => text)).toEqual([
    'Регионального центра ООН по превентивной дипломатии для Центральной Азии',
    'РЦПДЦА',
    'РЦПДЦА',
    'Региональный центр ООН по превентивной дипломатии для Центральной Азии',
  ]);
  for (const mention of mentions) {
    expect(article[mention.field].slice(mention.start, mention.end)).toBe(mention.text);
  }
});

test('a surname after the full name, initials, cases', () => {
  check('Директор завода Пётр Лаптев открыл цех. Лаптев поблагодарил рабочих. По словам Лаптева, цех готов.', {
    persons: 'Пётр Лаптев: Пётр Лаптев, Лаптев, Лаптева',
  });
  check('Встречу провел Ерлан Сагинтаев. С Е. Сагинтаевым беседовала Анна Котова. Котова задала вопросы.', {
    persons: 'Ерлан Сагинтаев: Ерлан Сагинтаев, Е. Сагинтаевым; Анна Котова: Анна Котова, Котова',
  });
});

test('a place in Kazakh spelling is no person, in any case', () => {
  check('В Өскемене осенью пройдёт встреча. Приглашены учёные из Ұлытау и Жаңаөзена.', {}, 'Өскемен готовит площадку');
  check('Қарағанды принимает гостей, а Түркістан ждёт. С Талдықорғаном договорился Ерлан Сагинтаев.', {
    persons: 'Ерлан Сагинтаев: Ерлан Сагинтаев',
  });
});

test('a word made as places are is no person', () => {
  check('Первая вода пойдёт по каналам в мае, хозяйства Приозёрья получат её первыми.', {});
  check('Синяя плёнка появилась возле Кызылсая. Жители Сарыбулака и Акколя ждут дождя.', {});
  check('Захарья Костас приехал в Заволжье.', { persons: 'Захарья Костас: Захарья Костас' });
});

test('an abbreviation and what it stands for are one organization', () => {
  check('Об этом сообщил МИД РК. Министерство иностранных дел Казахстана выразило надежду.', {
    organizations: 'МИД Казахстана: МИД РК, Министерство иностранных дел Казахстана',
  });
});

test('who wrote it is not whom it is about', () => {
  check('Ирина Сухова - Казинформ\n\nВ город пришла весна, сказал аким Болат Ахметов.', {
    persons: 'Болат Ахметов: Болат Ахметов',
  });
  check('АСТАНА, 3 марта — ТАСС. В город пришла весна.', {});
  check('В город пришла весна.\nФото: Иван Смирнов / РИА Новости', {});
});

test('a text that the person declared a name is found in any case', () => {
  const body = 'Вчера на ярмарке видели бабушку Зяблу. С Зяблой говорили соседи.';
  const found = (dictionary: readonly { kind: 'person'; text: string }[]) =>
    recogniserOfTests()
      .recognise({ title: '', body }, dictionary)
      .mentions.map(({ text }) => text);
  expect(found([{ kind: 'person', text: 'Зябла' }])).toEqual(['Зяблу', 'Зяблой']);
});

test('the version is known without opening the weights', () => {
  expect(recogniserVersion(modelBytes())).toBe(recogniserOfTests().version);
});

test('nothing comes of nothing', () => {
  check('', {});
  check('12.5 %, — ()!', {});
});

test('bodies everybody knows are nobody; codes, menus and rests of initials are no names', () => {
  const labels = (body: string) =>
    recogniserOfTests()
      .recognise({ title: '', body })
      .names.map(({ kind, label }) => `${kind} ${label}`);
  expect(labels('Роструд напомнил о правилах. Руководитель Роструда ответил на вопросы.')).toEqual([
    'organization Роструд',
  ]);
  expect(labels('По статье 81 ТК РФ работника уволили, сообщает НК РФ.')).toEqual([]);
});

test('who signs a text is not its subject', () => {
  const end = 'Корабль вышел в море и вернётся осенью.';
  const { mentions } = recogniserOfTests().recognise({
    title: 'Корабль',
    body: `${end}Василий Сычёв`,
    author: 'Василий Сычев',
  });
  expect(mentions).toEqual([]);
  expect(recogniserOfTests().recognise({ title: 'Корабль', body: `${end}Василий Сычёв` }).mentions).toEqual([]);
});
