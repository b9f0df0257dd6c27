import {
  AlignmentType,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  type ISectionOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  TableOfContents,
  TextRun,
} from 'docx';
import { ChartRun } from 'docx/charts';
import { estimatePageNumbersWith } from 'docx/layout';
import type { ExportSetup } from '../contract/exports.ts';
import { ticks } from './chart-scale.ts';
import { docxStyles } from './docx-styles.ts';
import { facts, lettersOf, type Manuscript, type ManuscriptArticle } from './manuscript.ts';
import { accent, pencilColours } from './palette.ts';
import { pictureSize } from './picture-size.ts';
import { withoutNames } from './runs.ts';

/** In twentieths of a point. */
const papers: Record<ExportSetup['page'], { width: number; height: number }> = {
  A4: { width: 11906, height: 16838 },
  A5: { width: 8391, height: 11906 },
  Letter: { width: 12240, height: 15840 },
};

/**
 * Up to so many letters the pages of the contents are estimated, which takes a second; Word works them out when it opens
 * the file, and of longer documents it alone. About 40 news items.
 */
const ESTIMATED = 80_000;

type Notes = Record<string, { children: Paragraph[] }>;

/** A document for Word and LibreOffice: headings, contents and notes are the format's own, so that they can be edited. */
export async function docxOf(text: Manuscript, page: ExportSetup['page']): Promise<Uint8Array> {
  const notes: Notes = {};
  const properties = {
    page: { size: papers[page], margin: { top: 1418, bottom: 1418, left: 1559, right: 1304 } },
  };
  const bound = text.template !== 'articles';
  const body: ISectionOptions = {
    properties,
    headers: { default: new Header({ children: [plain(text.title, 'Running')] }) },
    footers: { default: new Footer({ children: [folio()] }) },
    children: [
      ...(bound && !text.parts.cover ? titleOf(text) : []),
      ...(bound && text.parts.contents ? contents() : []),
      ...(bound ? chartOf(text) : []),
      ...aboutOf(text),
      ...(bound ? [heading(text.heading, HeadingLevel.HEADING_1)] : []),
      ...text.articles.flatMap((article, number) => articleOf(article, number, text, notes)),
      ...(bound && text.parts.references ? references(text) : []),
      ...names('Указатель имён', text.persons),
      ...names('Указатель организаций', text.organizations),
    ],
  };
  const document = new Document({
    title: text.title,
    creator: text.author || 'Подшивка',
    description: [text.subtitle, text.period].filter(Boolean).join('. '),
    styles: docxStyles,
    numbering: { config: [numbered] },
    footnotes: notes,
    hyphenation: { autoHyphenation: true },
    ...(lettersOf(text) <= ESTIMATED ? { pageNumbers: estimatePageNumbersWith({ guess: true }) } : {}),
    sections: [...(bound && text.parts.cover ? [{ properties, children: titleOf(text) }] : []), body],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

const numbered = {
  reference: 'references',
  levels: [
    {
      level: 0,
      format: LevelFormat.DECIMAL,
      text: '%1.',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 567, hanging: 567 } } },
    },
  ],
};

const plain = (words: string, style: string) => new Paragraph({ style, children: [new TextRun(words)] });
const heading = (words: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel], pageBreakBefore = false) =>
  new Paragraph({ heading: level, pageBreakBefore, children: [new TextRun(words)] });
const folio = () =>
  new Paragraph({
    style: 'Running',
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });

function titleOf({ title, author, subtitle, period, count, made, emblem }: Manuscript): Paragraph[] {
  return [
    ...emblemOf(emblem),
    ...(author === '' ? [] : [plain(author, 'CoverLine')]),
    new Paragraph({ style: 'Title', children: [new TextRun(title)] }),
    ...[subtitle, period, count, `Составлено ${made}`]
      .filter((line) => line !== '')
      .map((line) => plain(line, 'CoverLine')),
  ];
}

/** Of an emblem, in pixels at 96 to the inch: about 22 mm. */
const EMBLEM = 84;

/** Word takes drawings only with a picture beside them: an emblem in SVG stands in PDF and HTML alone. */
function emblemOf(emblem: string | null): Paragraph[] {
  const [, kind, base64] = /^data:image\/(png|jpeg);base64,(.+)$/.exec(emblem ?? '') ?? [];
  if (kind === undefined || base64 === undefined) return [];
  const data = Buffer.from(base64, 'base64');
  const size = pictureSize(data);
  if (size === undefined || size.height === 0) return [];
  const transformation = { height: EMBLEM, width: Math.round((EMBLEM * size.width) / size.height) };
  const type = kind === 'png' ? 'png' : 'jpg';
  return [new Paragraph({ children: [new ImageRun({ type, data, transformation, altText: { name: 'Эмблема' } })] })];
}

/** A chart of Word's own, so that it can be edited with its numbers. */
function chartOf({ chart }: Manuscript): Paragraph[] {
  if (chart === null) return [];
  const run = new ChartRun({
    type: 'column',
    categories: chart.bars.map(({ period }) => period),
    series: [{ name: 'Статей', values: chart.bars.map(({ count }) => count), color: accent.slice(1) }],
    legend: false,
    gapWidth: 40,
    valueAxis: { minimum: 0, interval: interval(chart.bars) },
    font: { name: 'Times New Roman' },
    altText: { name: chart.title, description: chart.alt },
    transformation: { width: 576, height: 260 },
  });
  return [heading(chart.title, HeadingLevel.HEADING_1), new Paragraph({ children: [run] })];
}

/** Between the marks of an axis: whole articles. */
function interval(bars: readonly { count: number }[]): number {
  const [first = 0, second = 1] = ticks(Math.max(0, ...bars.map(({ count }) => count)));
  return second - first;
}

const contents = () => [
  plain('Содержание', 'ContentsTitle'),
  new TableOfContents('Содержание', { hyperlink: true, headingStyleRange: '1-2', beginDirty: true }),
];

function aboutOf({ about, timeline }: Manuscript): Paragraph[] {
  if (about === null) return [];
  const list = (title: string, lines: string[]) =>
    lines.length === 0 ? [] : [heading(title, HeadingLevel.HEADING_3), plain(lines.join('; '), 'Plain')];
  return [
    heading(about.name, HeadingLevel.HEADING_1, true),
    ...list(
      'Должности по текстам статей',
      about.roles.map(({ role, period }) => (period === '' ? role : `${role} (${period})`)),
    ),
    ...list('Написания', about.spellings),
    ...list('Чаще всего рядом', about.together),
    ...(timeline.length === 0 ? [] : [heading('Хроника', HeadingLevel.HEADING_1, true)]),
    ...timeline.map(({ date, title }) => plain(`${date}: ${title}`, 'Plain')),
    ...(about.quotes.length === 0 ? [] : [heading('Высказывания', HeadingLevel.HEADING_1, true)]),
    ...about.quotes.flatMap(({ text, source, date, title }) => [
      plain(text, 'Passage'),
      plain(facts(source, date, title), 'Reference'),
    ]),
  ];
}

function articleOf(article: ManuscriptArticle, number: number, { template, parts }: Manuscript, notes: Notes) {
  const own = template === 'articles';
  const body =
    template === 'quotes'
      ? article.passages.flatMap(({ text, name, tags, note }) => [
          ...text.map((line) => plain(line, 'Passage')),
          plain(facts(name, ...tags), 'Reference'),
          ...note.map((line) => plain(line, 'Comment')),
        ])
      : article.body.map(
          (runs) => new Paragraph({ style: 'Body', children: withoutNames(runs).flatMap((run) => runOf(run, notes)) }),
        );
  const kicker = facts(article.source, article.date, article.rubric);
  return [
    ...article.comment.map((line) => plain(line, 'Comment')),
    ...(kicker === '' ? [] : [plain(kicker, 'Kicker')]),
    heading(article.title, own ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2, own && number > 0),
    ...(article.byline === '' ? [] : [plain(article.byline, 'Byline')]),
    ...body,
    ...(parts.references ? [plain(article.reference, 'Reference')] : []),
  ];
}

function runOf({ t, p, n = [] }: ManuscriptArticle['body'][number][number], notes: Notes) {
  const shading =
    p === undefined
      ? {}
      : { shading: { type: ShadingType.CLEAR, color: 'auto', fill: pencilColours[p].ground.slice(1) } };
  const marks = n.map((note) => {
    const number = Object.keys(notes).length + 1;
    notes[number] = { children: [plain(note, 'FootnoteText')] };
    return new FootnoteReferenceRun(number);
  });
  return [new TextRun({ text: t, ...shading }), ...marks];
}

const references = ({ articles }: Manuscript) => [
  heading('Список источников', HeadingLevel.HEADING_1, true),
  ...articles.map(
    ({ reference }) =>
      new Paragraph({
        style: 'Plain',
        numbering: { reference: 'references', level: 0 },
        children: [new TextRun(reference)],
      }),
  ),
];

/** Names go with the numbers of articles in the list of references: pages are Word's own business. */
function names(title: string, list: Manuscript['persons']): Paragraph[] {
  if (list.length === 0) return [];
  return [
    heading(title, HeadingLevel.HEADING_1, true),
    plain('Числа — номера статей по списку источников.', 'Reference'),
    ...list.map(({ name, articles }) => plain(`${name}, ${articles.map((at) => at + 1).join(', ')}`, 'Plain')),
  ];
}
