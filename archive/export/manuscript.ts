import type { Pencil } from '../contract/annotations.ts';
import type { Chart } from '../contract/charts.ts';
import type { EntityPage } from '../contract/entities.ts';
import type { ExportParts } from '../contract/exports.ts';
import { chartSentence, drawChart } from './chart-drawing.ts';
import type { DigestInput, DigestItem, DigestOptions } from './digest.ts';
import { reference } from './gost.ts';
import { type Language, languageOf } from './language.ts';
import { type IndexedName, namesOf } from './names.ts';
import { periodLabel } from './periods.ts';
import { oneLine, printable } from './printable.ts';
import { type Run, runsOf } from './runs.ts';
import { dateParts, longDate, period } from './russian-dates.ts';
import { articlesCounted } from './russian-numbers.ts';
import { typeset, typesetReference } from './typography.ts';

/** A document set out for any format: text only, in reading order; nothing in it is to be read as markup. */
export interface Manuscript {
  title: string;
  subtitle: string;
  period: string;
  author: string;
  /** The day of the making in words, and as year, month, day. */
  made: string;
  day: number[];
  count: string;
  template: DigestOptions['template'];
  parts: ExportParts;
  /** What the articles together are called. */
  heading: string;
  articles: ManuscriptArticle[];
  persons: IndexedName[];
  organizations: IndexedName[];
  /** The oldest first; empty where there are not two dated articles. */
  timeline: { date: string; title: string; article: number }[];
  about: About | null;
  /** Articles over time: as a drawing, in words, and as numbers. */
  chart: { title: string; svg: string; alt: string; bars: { period: string; count: number }[] } | null;
  emblem: string | null;
}

export interface ManuscriptArticle {
  /** In one line: for contents, outline and running head. */
  title: string;
  /** Numbers of the names in the index that the title mentions. */
  names: number[];
  lang: Language;
  source: string;
  date: string;
  rubric: string;
  byline: string;
  comment: string[];
  body: Run[][];
  passages: Passage[];
  reference: string;
}

/** A highlighted passage for a sheet of quotations. */
interface Passage {
  text: string[];
  pencil: Pencil;
  /** The pencil's name. */
  name: string;
  tags: string[];
  note: string[];
}

/** What a dossier says of its person or organization before the articles. */
interface About {
  name: string;
  roles: { role: string; period: string }[];
  spellings: string[];
  together: string[];
  quotes: { text: string; source: string; date: string; title: string }[];
}

/** Sets out a document: paragraphs cut into runs, names numbered, references written. */
export function manuscript(input: DigestInput, options: DigestOptions): Manuscript {
  const { template } = options;
  const bound = template !== 'articles';
  const quotes = template === 'quotes';
  const parts = { ...options.parts, ...(quotes ? { names: false } : {}) };
  const items = quotes ? input.items.filter(({ annotations }) => annotations.length > 0) : input.items;
  const indexed = bound && parts.names;
  const persons = indexed ? namesOf(items, 'person', 0) : noNames;
  const organizations = indexed ? namesOf(items, 'organization', persons.names.length) : noNames;
  const numbers = new Map([...persons.numbers, ...organizations.numbers]);
  const dates = items.flatMap(({ article }) => (article.date === null ? [] : [article.date])).sort();
  return {
    title: line(input.title),
    subtitle: line(input.subtitle),
    period: line(input.period) || period(dates[0], dates.at(-1)),
    author: line(input.author),
    made: longDate(input.today),
    day: dateParts(input.today).map(Number),
    count: articlesCounted(items.length),
    template,
    parts,
    heading: quotes ? 'Цитаты' : template === 'dossier' ? 'Публикации' : 'Статьи',
    articles: items.map((item) => articleOf(item, input, { ...options, parts }, numbers)),
    persons: persons.names,
    organizations: organizations.names,
    timeline: timelineOf(items),
    about: template === 'dossier' && input.about !== null ? aboutOf(input.about) : null,
    chart: parts.chart && input.chart !== null && input.chart.periods.length > 0 ? drawn(input.chart) : null,
    emblem: input.emblem,
  };
}

/** The articles that have a date, the oldest first; of one there is nothing to tell. */
function timelineOf(items: readonly DigestItem[]): Manuscript['timeline'] {
  const dated = items.flatMap(({ article: { date, title } }, article) =>
    date === null ? [] : [{ date, title, article }],
  );
  if (dated.length < 2) return [];
  return dated
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map(({ date, title, article }) => ({ date: longDate(date), title: line(title) || untitled, article }));
}

const noNames = { names: [], numbers: new Map<number, number>() };
const untitled = 'Без заголовка';

function articleOf(
  { article, annotations, comment }: DigestItem,
  { today, pencils }: DigestInput,
  { template, parts, citation }: DigestOptions,
  numbers: ReadonlyMap<number, number>,
): ManuscriptArticle {
  const quotes = template === 'quotes';
  const marks = {
    annotations: parts.highlights || parts.notes ? annotations : [],
    mentions: article.mentions,
    indexed: (entity: number) => numbers.get(entity),
    ...parts,
  };
  return {
    title: line(article.title) || untitled,
    names: [
      ...new Set(
        article.mentions.filter(({ field }) => field === 'title').flatMap(({ entity }) => numbers.get(entity) ?? []),
      ),
    ],
    lang: languageOf(article.body),
    source: line(article.source ?? ''),
    date: article.date === null ? '' : longDate(article.date),
    rubric: line(article.rubric ?? ''),
    byline: line(article.author ?? ''),
    comment: parts.comments ? lines(comment) : [],
    body: quotes
      ? []
      : runsOf(article.body, 'body', marks).map((runs) =>
          runs.map((run) => ({
            ...run,
            t: typeset(printable(run.t)),
            ...(run.n ? { n: run.n.map(line) } : {}),
          })),
        ),
    passages: quotes
      ? [...annotations]
          .sort((a, b) => (a.span?.start ?? Infinity) - (b.span?.start ?? Infinity))
          .map(({ field, span, quote, pencil, tags, note }) => ({
            text: lines(span === null ? quote.exact : article[field].slice(span.start, span.end)),
            pencil,
            name: line(pencils[pencil]),
            tags: tags.map(line).filter((tag) => tag !== line(pencils[pencil])),
            note: parts.notes ? lines(note) : [],
          }))
      : [],
    reference: typesetReference(printable(reference(article, today, citation))),
  };
}

function aboutOf({ name, roles, spellings, together, quotes }: EntityPage): About {
  return {
    name: line(name),
    roles: roles
      .slice(0, 12)
      .map(({ role, first, last }) => ({ role: line(role), period: period(first ?? undefined, last ?? undefined) })),
    spellings: spellings.slice(0, 20).map(({ text, count }) => line(`${text}\u00a0(${count})`)),
    together: together.slice(0, 15).map((one) => line(`${one.name}\u00a0(${one.together})`)),
    quotes: quotes.slice(0, 30).map(({ text, source, date, title }) => ({
      text: line(text),
      source: line(source ?? ''),
      date: date === null ? '' : longDate(date),
      title: line(title),
    })),
  };
}

/** What the only line counts is the document itself, whose title stands on the same page. */
const drawn = (chart: Chart) => ({
  title: 'Публикации по времени',
  svg: drawChart(
    { ...chart, series: chart.series.map((one) => ({ ...one, label: '' })) },
    { measure: 'articles', title: '' },
  ).svg,
  alt: chartSentence(chart),
  bars: chart.periods.map((period, i) => ({
    period: periodLabel(period, chart.step, chart.periods[i - 1]),
    count: chart.series[0]?.counts[i] ?? 0,
  })),
});

/** How long the articles' texts are together, in UTF-16 units. */
export const lettersOf = ({ articles }: Manuscript): number =>
  articles.reduce((sum, { body }) => body.reduce((of, runs) => runs.reduce((n, run) => n + run.t.length, of), sum), 0);

/** What is known of an article or of a document, one beside another. */
export const facts = (...known: string[]): string => known.filter((fact) => fact !== '').join(' · ');

const line = (text: string) => typeset(oneLine(text));
const lines = (text: string) =>
  text
    .split(/[\n\r\u2028\u2029]+/)
    .map(line)
    .filter(Boolean);
