import { facts, type Manuscript, type ManuscriptArticle } from './manuscript.ts';
import { type Run, withoutNames } from './runs.ts';

/**
 * A document as CommonMark, with footnotes as GitHub and Pandoc write them. What an article contains is escaped: it reads
 * as it was written.
 */
export function markdownOf(text: Manuscript): string {
  const bound = text.template !== 'articles';
  const notes: string[] = [];
  const blocks = [
    ...(bound ? head(text) : []),
    ...(bound ? about(text) : []),
    ...(bound && text.parts.contents ? contents(text) : []),
    ...text.articles.flatMap((article, number) => articleOf(article, number, text, bound ? 2 : 1, notes)),
    ...(bound && text.parts.references ? references(text) : []),
    ...names('Указатель имён', text.persons),
    ...names('Указатель организаций', text.organizations),
    ...notes,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function head({ title, author, subtitle, period, count, made }: Manuscript): string[] {
  return [`# ${escaped(title)}`, escaped(facts(author, subtitle, period, count, `Составлено ${made}`))];
}

function about({ about: known, timeline }: Manuscript): string[] {
  if (known === null) return [];
  const list = (title: string, lines: string[]) => (lines.length === 0 ? [] : [`### ${title}`, lines.join('\n')]);
  return [
    `## ${escaped(known.name)}`,
    ...list(
      'Должности по текстам статей',
      known.roles.map(({ role, period }) => `- ${escaped([role, period].filter(Boolean).join(', '))}`),
    ),
    ...list(
      'Хроника',
      timeline.map(({ date, title, article }) => `- ${escaped(date)}: [${escaped(title)}](#статья-${article + 1})`),
    ),
    ...(known.quotes.length === 0 ? [] : ['### Высказывания']),
    ...known.quotes.map(
      (quote) =>
        `> ${escaped(quote.text)}\n>\n> ${escaped([quote.source, quote.date, quote.title].filter(Boolean).join(', '))}`,
    ),
  ];
}

function contents({ articles }: Manuscript): string[] {
  const lines = articles.map(
    ({ title, source, date }, i) =>
      `${i + 1}. [${escaped(title)}](#статья-${i + 1})${tail([source, date].map(escaped))}`,
  );
  return ['## Содержание', lines.join('\n')];
}

const tail = (facts: string[]) => {
  const known = facts.filter((fact) => fact !== '');
  return known.length === 0 ? '' : `, ${known.join(', ')}`;
};

function articleOf(
  article: ManuscriptArticle,
  number: number,
  { template, parts }: Manuscript,
  level: number,
  notes: string[],
): string[] {
  const kicker = facts(article.source, article.date, article.rubric);
  const body =
    template === 'quotes'
      ? article.passages.flatMap(({ text, name, tags, note }) => [
          text.map((line) => `> ${escaped(line)}`).join('\n>\n'),
          `*${escaped([name, ...tags].join(', '))}*`,
          ...note.map(escaped),
        ])
      : article.body.map((runs) =>
          withoutNames(runs)
            .map((run) => runOf(run, notes))
            .join(''),
        );
  return [
    `<a id="статья-${number + 1}"></a>`,
    ...article.comment.map((line) => `> ${escaped(line)}`),
    `${'#'.repeat(level)} ${escaped(article.title)}`,
    ...(kicker === '' ? [] : [escaped(kicker)]),
    ...(article.byline === '' ? [] : [`*${escaped(article.byline)}*`]),
    ...body,
    ...(parts.references ? [escaped(article.reference)] : []),
  ];
}

function runOf({ t, p, n = [] }: Run, notes: string[]): string {
  const text = p === undefined ? escaped(t) : `<mark>${escaped(t)}</mark>`;
  const marks = n.map((note) => {
    const number = notes.length + 1;
    notes.push(`[^${number}]: ${escaped(note)}`);
    return `[^${number}]`;
  });
  return text + marks.join('');
}

const references = ({ articles }: Manuscript) => [
  '## Список источников',
  articles.map(({ reference }, i) => `${i + 1}. ${escaped(reference)}`).join('\n'),
];

function names(title: string, list: Manuscript['persons']): string[] {
  if (list.length === 0) return [];
  const lines = list.map(
    ({ name, articles }) => `- ${escaped(name)}: ${articles.map((at) => `[${at + 1}](#статья-${at + 1})`).join(', ')}`,
  );
  return [`## ${title}`, lines.join('\n')];
}

/** Text in which nothing is markup: signs that Markdown reads anywhere, and those it reads at the beginning of a line. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~$]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^(\s*)([#+=-])/gm, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/gm, '$1\\$2')
    .replace(/^( {4,}|\t)/gm, (space) => '\u00a0'.repeat(space.length));
}
