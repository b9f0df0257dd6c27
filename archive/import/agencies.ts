/** News agencies and outlets that sign a text by their bare name, as folded forms and as they are shown. */
const NAMES = [
  ...['Казинформ', 'Kazinform', 'ҚазАқпарат', 'ТАСС', 'ИТАР-ТАСС', 'РИА Новости', 'Интерфакс', 'Интерфакс-Казахстан'],
  ...['Reuters', 'Рейтер', 'Рейтерс', 'AFP', 'Bloomberg', 'Associated Press', 'AP', 'Синьхуа', 'Xinhua', 'dpa', 'ANSA'],
  ...['Tengrinews', 'Tengrinews.kz', 'Zakon.kz', 'Nur.kz', 'Inform.kz', 'Vlast.kz', 'Власть', 'Sputnik', 'Спутник'],
  ...['Прайм', 'Росбалт', 'REGNUM', 'Регнум', 'Коммерсантъ', 'Ведомости', 'Известия', 'РБК', 'Лента.ру', 'Газета.ру'],
  ...['БелТА', 'БЕЛТА', 'Укринформ', 'УНИАН', 'Кабар', 'КАБАР', 'Ховар', 'УзА', 'Арменпресс', 'Азертадж', 'АЗЕРТАДЖ'],
  ...['КазТАГ', 'Хабар', 'Казахстанская правда', 'Литер', 'Российская газета', 'Финмаркет', 'Euronews', 'BBC'],
];

const fold = (name: string) =>
  name
    .toLowerCase()
    .replace(/[«»"„“”\s]+/g, ' ')
    .trim();
const known = new Map(NAMES.map((name) => [fold(name), name]));

/** The agency that is named by the whole string; undefined when it is none that is known here. */
export function agencyNamed(text: string): string | undefined {
  const name = text.replace(/^(?:МИА|ИА|НИА|информационное агентство|агентство)\s+/i, '').trim();
  const found = known.get(fold(name));
  if (found === undefined) return undefined;
  // As written, unless that is capitals of a name that is none.
  return name === name.toUpperCase() && found !== found.toUpperCase() ? found : name.replace(/[«»"„“”]/g, '');
}
