import { expect, test } from 'vitest';
import { attestedWords } from '../../../archive/entities/attested.ts';
import { createPersonNormaliser } from '../../../archive/entities/person-normal.ts';
import { morphologyOfTests } from '../text/morphology-of-tests.ts';

const normaliser = createPersonNormaliser(morphologyOfTests());

/** The name stands between ‹ and ›; other names of the text may follow after a bar. */
function check(marked: string, expected: string) {
  const [text, rest = ''] = marked.split('|');
  const [before = '', name = '', after = ''] = text!.split(/[‹›]/);
  const words = name.split(/[\s.]+/).filter(Boolean);
  const attested = attestedWords(`${name} ${rest}`.toLowerCase().split(/\s+/).filter(Boolean));
  const context = {
    before: before.trim().split(/\s+/).pop() || undefined,
    after: after.trim().split(/\s+/)[0] || undefined,
    attested,
  };
  expect(normaliser.candidates(words, context)[0]!.text).toBe(expected);
}

/** The surname of a name by itself. */
const surname = (name: string) =>
  normaliser.candidates(name.split(' '), { attested: attestedWords([]) })[0]!.parts.surname;

test('oblique cases go to the nominative', () => {
  check('встреча с ‹Кахой Имнадзе›', 'Каха Имнадзе');
  check('министр ‹Мурат Нуртлеу› провел', 'Мурат Нуртлеу');
  check('по словам ‹Касым-Жомарта Токаева›', 'Касым-Жомарт Токаев');
  check('беседа с ‹Касым-Жомартом Кемелевичем Токаевым›', 'Касым-Жомарт Кемелевич Токаев');
  check('письмо ‹Ольге Петровой›', 'Ольга Петрова');
  check('музыка ‹Римского-Корсакова›', 'Римский-Корсаков');
  check('у ‹Анны Ивановны Сорокиной›', 'Анна Ивановна Сорокина');
  check('роман ‹Льва Толстого›', 'Лев Толстой');
  check('за ‹Ангелой Меркель›', 'Ангела Меркель');
  check('с ‹Виктором Гюго›', 'Виктор Гюго');
  check('о ‹Тарасе Шевченко›', 'Тарас Шевченко');
  check('для ‹Светланы Черных›', 'Светлана Черных');
  check('к ‹Александру Долгих›', 'Александр Долгих');
  check('с ‹Си Цзиньпином›', 'Си Цзиньпин');
  check('для ‹Дональда Трампа›', 'Дональд Трамп');
  check('о ‹Терезе Мэй›', 'Тереза Мэй');
});

test('what is not Russian stays as it is', () => {
  check('с ‹John Smith›', 'John Smith');
  check('визит ‹Елизаветы II›', 'Елизавета II');
  check('клип ‹Smith›', 'Smith');
});

test('initials keep their full stops', () => {
  check('доклад ‹М. А. Нуртлеу›', 'М. А. Нуртлеу');
  check('с ‹В. Петровым›', 'В. Петров');
});

test('other forms in the text decide between two nominatives', () => {
  check('за ‹Асию› | асия асии асией', 'Асия');
  check('слова ‹Токаевой› | токаева', 'Токаева');
  check('вручили ‹Владимиру Лапину› | лапина', 'Владимир Лапин');
  check('слова ‹Токаева› | токаев токаеву', 'Токаев');
});

test('the verb tells the gender', () => {
  check('‹Токаева› заявила', 'Токаева');
  check('‹Саша Сорока› пришел', 'Саша Сорока');
});

test('a patronymic is no given name', () => {
  check('‹Владимир Львович Машков›', 'Владимир Львович Машков');
  check('к ‹Андрияну Григорьевичу Николаеву›', 'Андриян Григорьевич Николаев');
  check('у ‹Ильи Васильевича›', 'Илья Васильевич');
  expect(surname('Виктор Янукович')).toBe('Янукович');
  expect(surname('Романа Абрамовича')).toBe('Абрамович');
  expect(surname('Борис Николаевич')).toBeUndefined();
  expect(surname('Виктор Фёдорович Янукович')).toBe('Янукович');
});

test('where family comes first, the last word declines', () => {
  check('здоровья ‹Ким Чен Ына›', 'Ким Чен Ын');
  check('премьер ‹Ли Кэцян› прибыл', 'Ли Кэцян');
  check('с ‹Цзян Цзэминем›', 'Цзян Цзэминь');
  check('внук ‹Ким Чен Ира›', 'Ким Чен Ир');
});

test('numerals of rulers', () => {
  check('праправнук ‹Николая I›', 'Николай I');
  check('сын ‹Леопольда III›', 'Леопольд III');
});

test('a woman whose name is a man’s genitive is the rarer one', () => {
  check('убийство ‹Роберта Кеннеди›', 'Роберт Кеннеди');
  check('и ‹Петру Офицерову›', 'Петр Офицеров');
  check('и ‹Дмитрия Уса›', 'Дмитрий Ус');
  check('‹Александра Трусова› заявила', 'Александра Трусова');
  check('признали ‹Юлию›', 'Юлия');
});

test('an adjective in front agrees, a noun of kin does not', () => {
  check('85-летний ‹Массимо Каррера›', 'Массимо Каррера');
  check('адвокат ‹Марии Мазари›', 'Мария Мазари');
});

test('foreign surnames in -а, forms in -ы', () => {
  check('министр ‹Синдзи Харада›', 'Синдзи Харада');
  check('певицы ‹Кристины Агилеры›', 'Кристина Агилера');
  check('роль ‹Тони Ричардсона›', 'Тони Ричардсон');
});

test('double surnames', () => {
  check('епископу ‹Григорию Михнову-Вайтенко›', 'Григорий Михнов-Вайтенко');
  check('с ‹Анной Петровой-Шварц›', 'Анна Петрова-Шварц');
});

test('the elder and the younger', () => {
  check('судьба ‹Лукашенко-старшего›', 'Лукашенко-старший');
});

test('families and peoples', () => {
  check('дом ‹Романовых›', 'Романовы');
  check('отравление ‹Скрипалей› | скрипаль', 'Скрипали');
  check('‹Британцы› заявили', 'Британцы');
});

test('what a name was read as in one text holds in another only where that text says the same of it', () => {
  const words = ['Льва', 'Толстого'];
  const [alone, beside] = [[], ['Лев']].map((nominatives) => ({
    attested: attestedWords(['льва', 'льву', 'толстого', 'толстому'], nominatives),
  }));
  const fresh = createPersonNormaliser(morphologyOfTests()).candidates(words, beside!);
  const used = createPersonNormaliser(morphologyOfTests());
  used.candidates(words, alone!);
  expect(used.candidates(words, beside!)).toEqual(fresh);
});
