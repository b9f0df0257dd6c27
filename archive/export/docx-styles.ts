import { AlignmentType, BorderStyle, type IStylesOptions } from 'docx';
import { accent as green } from './palette.ts';

/** Times New Roman is on every machine with an office suite, and has the Kazakh letters. */
const font = 'Times New Roman';
const grey = '5C5C5C';
const accent = green.slice(1);
const border = { left: { style: BorderStyle.SINGLE, size: 12, color: accent, space: 10 } };

const style = (id: string, name: string, run: object, paragraph: object) => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  run,
  paragraph,
});

/** Sizes in half points, distances in twentieths of a point. */
export const docxStyles: IStylesOptions = {
  default: {
    document: { run: { font, size: 23, language: { value: 'ru-RU' } } },
    title: { run: { font, size: 56, bold: true }, paragraph: { spacing: { before: 3600, after: 300 } } },
    heading1: {
      run: { font, size: 34, bold: true, color: '1C1C1C' },
      paragraph: { spacing: { before: 480, after: 240 }, keepNext: true },
    },
    heading2: {
      run: { font, size: 28, bold: true, color: '1C1C1C' },
      paragraph: { spacing: { before: 60, after: 120 }, keepNext: true },
    },
    heading3: {
      run: { font, size: 24, bold: true, color: '1C1C1C' },
      paragraph: { spacing: { before: 240, after: 120 }, keepNext: true },
    },
    footnoteText: { run: { font, size: 19 }, paragraph: { spacing: { after: 0 } } },
  },
  paragraphStyles: [
    style(
      'Body',
      'Текст статьи',
      {},
      { alignment: AlignmentType.JUSTIFIED, indent: { firstLine: 397 }, spacing: { line: 300 } },
    ),
    style('Plain', 'Строка списка', {}, { spacing: { after: 80 } }),
    style(
      'Kicker',
      'Источник и дата',
      { size: 19, color: accent },
      { spacing: { before: 480, after: 0 }, keepNext: true },
    ),
    style('Byline', 'Автор статьи', { italics: true, color: grey }, { spacing: { after: 160 }, keepNext: true }),
    style('Reference', 'Ссылка', { size: 19, color: grey }, { spacing: { before: 160, after: 160 } }),
    style(
      'Comment',
      'Комментарий составителя',
      { italics: true },
      { border, indent: { left: 284 }, spacing: { before: 200, after: 120 } },
    ),
    style('Passage', 'Выписка', {}, { border, indent: { left: 284 }, spacing: { before: 200, after: 60 } }),
    style('CoverLine', 'Строка обложки', { size: 26, color: grey }, { spacing: { after: 80 } }),
    style(
      'ContentsTitle',
      'Заголовок содержания',
      { size: 34, bold: true },
      { spacing: { after: 240 }, pageBreakBefore: false },
    ),
    style('Running', 'Колонтитул', { size: 18, color: grey }, {}),
  ],
};
