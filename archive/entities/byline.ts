/**
 * Places of an article that name who wrote it, not whom it is about: the agency in front of a lead («АСТАНА, 12 августа,
 * Казинформ —», «РИА Новости —»), a line that is only an author and a source, photo credits.
 */

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const credit =
  /(?:^|[\n(.»])\s*(?:фото|фотография|снимок|источник фото|автор|текст|иллюстрация|коллаж|видео|photo|getty)\s*(?::|©|\/|—|-)[^\n).]*/giu;
const copyright = /(?:©|\(c\)|\(с\))[^\n.]{0,80}/giu;
const agency =
  'РИА\\s+[«"]?Новости[»"]?|ИТАР-ТАСС|ТАСС|Интерфакс(?:-\\p{L}+)?|Казинформ|Kazinform|КазТАГ|BNews|Прайм|Росбалт|REGNUM|' +
  'Регнум|Reuters|Рейтер|AFP|AP|DW|Trend|Sputnik|Укринформ|УНИАН|БелТА|УзА|24\\.kg|АКИpress|Кабар';
/** «АСТАНА, 3 марта, Казинформ — », «РИА Новости. — » */
const agencyLead = new RegExp(
  `(?:^|\\n)\\s*(?:\\p{Lu}[^\\n!?«—–]{0,50}[.,:(/]\\s*)?(?:${agency})[\\s)».,\\d]{0,6}[—–-]{1,2}\\s`,
  'gu',
);
/** «АСТАНА, 3 марта — ТАСС.» */
const agencyTail = new RegExp(`(?:^|\\n)\\s*\\p{Lu}[^\\n!?«—–]{0,50}[—–-]{1,2}\\s*(?:${agency})\\s*\\.`, 'gu');
const bracketedAgency = new RegExp(`\\((?:${agency})\\)`, 'gu');
const navigation =
  /(?:^|\n)\s*(?:читайте также|подписывайтесь|подробнее|смотрите также|по теме|материалы по теме)\s*[:.]?[^\n]*/giu;
/** Buttons of a page that came with its text: «Телеграм Фейсбук Твиттер В закладки PDF Напишите нам». */
const buttons =
  /(?:(?:Телеграм|Telegram|Фейсбук|Facebook|Твиттер|Twitter|ВКонтакте|Одноклассники|WhatsApp|Viber|В закладки|PDF|Напишите нам|Поделиться)[\s,|·]*){3,}/gu;
/** A text that ends with a name and no full stop is signed: «… за киловатт-час.Василий Сычёв». */
const signature = /(?<=[.!?…»"])\s*\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s*$/gu;
const nameLine = /^\s*\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}[\p{L}.'’-]*){1,3}\s*(?:[-–—|/,]\s*[\p{L}\d«»".\s]{2,40})?\s*$/u;

/** Stretches of a text in which names are not looked for, in order; they may overlap. */
export function bylines(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (const pattern of [credit, copyright, agencyLead, agencyTail, bracketedAgency, navigation, buttons, signature]) {
    for (const match of text.matchAll(pattern)) found.push({ start: match.index, end: match.index + match[0].length });
  }
  for (const line of firstLines(text)) if (isByline(text.slice(line.start, line.end))) found.push(line);
  return found.sort((a, b) => a.start - b.start);
}

/** A line of two to four words, all capitalised, with an agency behind a dash: nobody's sentence. */
function isByline(line: string): boolean {
  if (!nameLine.test(line) || line.length > 80) return false;
  return /\s[-–—|/]\s|\|/.test(line);
}

/** A byline stands under the headline: among the first lines that have text. */
function firstLines(text: string): Stretch[] {
  return [...text.slice(0, 2000).matchAll(/\S[^\n]*/gu)]
    .slice(0, 3)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
