import { expect, test } from 'vitest';
import { attestedWords } from '../../../archive/entities/attested.ts';
import { createOrganizationNormaliser } from '../../../archive/entities/organization-normal.ts';
import { morphologyOfTests } from '../text/morphology-of-tests.ts';

const normaliser = createOrganizationNormaliser(morphologyOfTests());

/** The name stands between ‹ and ›; other names of the text may follow after a bar. */
function check(marked: string, expected: string) {
  const [text, rest = ''] = marked.split('|');
  const [before = '', name = ''] = text!.split(/[‹›]/);
  const attested = attestedWords(rest.toLowerCase().split(/\s+/).filter(Boolean));
  expect(normaliser.normalise(name, before.trim().split(/\s+/).pop() || undefined, attested)).toBe(expected);
}

test('the head and its adjectives go to the nominative, the tail stays', () => {
  check(
    'глава ‹Регионального центра ООН по превентивной дипломатии›',
    'Региональный центр ООН по превентивной дипломатии',
  );
  check('миссия ‹Департамента ООН по политическим вопросам›', 'Департамент ООН по политическим вопросам');
  check('в ‹Министерстве иностранных дел Казахстана›', 'Министерство иностранных дел Казахстана');
  check('с ‹Международной федерацией футбола›', 'Международная федерация футбола');
  check('сотрудники ‹пресс-службы Акорды›', 'пресс-служба Акорды');
  check('в ‹Верховном суде›', 'Верховный суд');
  check('‹Вооружённых сил России›', 'Вооружённые силы России');
  check('суд над ‹компанией «Северный ветер»›', 'компания «Северный ветер»');
  check('в ‹Государственной думе›', 'Государственная дума');
});

test('an adjective before a noun it agrees with is no head', () => {
  check('на ‹Первом канале›', 'Первый канал');
  check('журналист ‹Частного корреспондента›', 'Частный корреспондент');
  check('в ‹Мариинском театре›', 'Мариинский театр');
  check('с ‹Большим театром›', 'Большой театр');
});

test('what no dictionary knows', () => {
  check('‹Жогорку Кенеш›', 'Жогорку Кенеш');
  check('лидер ‹Техрик-э Лаббейк›', 'Техрик-э Лаббейк');
  check('завод ‹Макфа› | макфы макфой', 'Макфа');
  check('акция ‹Таза Қазақстан›', 'Таза Қазақстан');
});

test('what does not decline is left alone', () => {
  check('пресс-служба ‹МИД Казахстана›', 'МИД Казахстана');
  check('дела ‹МИДа России›', 'МИД России');
  check('с ‹ООН›', 'ООН');
  check('в ‹«Заре»›', 'Заря');
  check('сайт ‹The Times›', 'The Times');
});

test('what is many, what is open, what is clipped', () => {
  check('сообщили ‹власти Сирии›', 'власти Сирии');
  check('группа ‹Цветы›', 'Цветы');
  check('‹Пресс-служба отделения «Единой России›', 'Пресс-служба отделения «Единой России»');
  check('корабль ‹БПК "Адмирал Пантелеев›', 'БПК "Адмирал Пантелеев"');
  check('глава ‹Минприроды России›', 'Минприроды России');
  check('в ‹Минобороны›', 'Минобороны');
});

test('one word', () => {
  check('акции ‹Газпрома›', 'Газпром');
  check('с ‹МИДом›', 'МИД');
  check('в ‹Роснефти›', 'Роснефть');
  check('по данным ‹Казинформа› | казинформ', 'Казинформ');
});
