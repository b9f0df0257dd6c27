import { htmlStyle } from './html-style.ts';
import { facts, type Manuscript, type ManuscriptArticle } from './manuscript.ts';
import { markup } from './markup.ts';
import { withoutNames } from './runs.ts';

/** A document as one HTML file: no script, nothing loaded from elsewhere, and a policy that says so. */
export function htmlOf(text: Manuscript): string {
  const bound = text.template !== 'articles';
  const body = [
    ...(bound ? [cover(text)] : []),
    ...(bound && text.parts.contents ? [contents(text)] : []),
    ...(text.chart === null ? [] : [`<h2>${markup(text.chart.title)}</h2>${text.chart.svg}`]),
    ...about(text),
    ...text.articles.map((article, number) => articleOf(article, number, text)),
    ...(bound && text.parts.references ? [references(text)] : []),
    names('Указатель имён', text.persons),
    names('Указатель организаций', text.organizations),
  ];
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
  return `<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="author" content="${markup(text.author)}">
<title>${markup(text.title)}</title>
<style>${htmlStyle}</style>
</head>
<body>
${body.filter((part) => part !== '').join('\n')}
</body>
</html>
`;
}

const paragraph = (words: string, kind: string) => (words === '' ? '' : `<p class="${kind}">${markup(words)}</p>`);

function cover({ title, author, subtitle, period, count, made, emblem }: Manuscript): string {
  const picture = emblem === null ? '' : `<img class="emblem" src="${emblem}" alt="Эмблема">`;
  const lines = [paragraph(author, 'facts'), `<h1>${markup(title)}</h1>`, paragraph(subtitle, 'facts')];
  return `<header class="cover">${picture}${lines.join('')}${paragraph(facts(period, count, `Составлено ${made}`), 'facts')}</header>`;
}

function contents({ articles }: Manuscript): string {
  const lines = articles.map(
    ({ title, source, date }, i) =>
      `<li><a href="#a${i + 1}">${markup(title)}</a><span class="facts">${markup(facts(source, date))}</span></li>`,
  );
  return `<nav aria-label="Содержание"><h2>Содержание</h2><ol class="contents">${lines.join('')}</ol></nav>`;
}

function about({ about: known, timeline }: Manuscript): string[] {
  if (known === null) return [];
  const rows = (lines: string[][]) =>
    `<table>${lines.map((line) => `<tr>${line.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
  const list = (title: string, lines: string[]) =>
    lines.length === 0 ? [] : [`<h3>${title}</h3><p>${markup(lines.join('; '))}</p>`];
  return [
    `<h2>${markup(known.name)}</h2>`,
    ...(known.roles.length === 0
      ? []
      : [`<h3>Должности по текстам статей</h3>${rows(known.roles.map((r) => [markup(r.role), markup(r.period)]))}`]),
    ...list('Написания', known.spellings),
    ...list('Чаще всего рядом', known.together),
    ...(timeline.length === 0
      ? []
      : [
          `<h2>Хроника</h2>${rows(timeline.map(({ date, title, article }) => [markup(date), `<a href="#a${article + 1}">${markup(title)}</a>`]))}`,
        ]),
    ...(known.quotes.length === 0 ? [] : ['<h2>Высказывания</h2>']),
    ...known.quotes.map(
      (quote) =>
        `<blockquote><p>${markup(quote.text)}</p>${paragraph(facts(quote.source, quote.date, quote.title), 'facts')}</blockquote>`,
    ),
  ];
}

function articleOf(article: ManuscriptArticle, number: number, { template, parts }: Manuscript): string {
  const notes: string[] = [];
  const level = template === 'articles' ? 'h1' : 'h2';
  const comment = article.comment.map((line) => `<p>${markup(line)}</p>`).join('');
  const body = template === 'quotes' ? passagesOf(article) : bodyOf(article, number, notes);
  return [
    `<article id="a${number + 1}" lang="${article.lang}">`,
    comment === '' ? '' : `<blockquote class="comment">${comment}</blockquote>`,
    paragraph(facts(article.source, article.date, article.rubric), 'kicker'),
    `<${level}>${markup(article.title)}</${level}>`,
    paragraph(article.byline, 'byline'),
    body,
    notes.length === 0 ? '' : `<div class="notes">${notes.join('')}</div>`,
    parts.references ? paragraph(article.reference, 'reference') : '',
    '</article>',
  ].join('\n');
}

function bodyOf({ body }: ManuscriptArticle, number: number, notes: string[]): string {
  const noted = (note: string) => {
    const id = `${number + 1}-${notes.length + 1}`;
    const label = notes.length + 1;
    notes.push(`<p id="n${id}"><a href="#r${id}">${label}</a>. ${markup(note)}</p>`);
    return `<sup id="r${id}"><a href="#n${id}">${label}</a></sup>`;
  };
  return body
    .map((runs) => {
      const words = withoutNames(runs).map(({ t, p, n = [] }) => {
        const text = p === undefined ? markup(t) : `<mark class="${p}">${markup(t)}</mark>`;
        return text + n.map(noted).join('');
      });
      return `<p>${words.join('')}</p>`;
    })
    .join('\n');
}

const passagesOf = ({ passages }: ManuscriptArticle) =>
  passages
    .map(({ text, pencil, name, tags, note }) => {
      const words = text.map((line) => `<p>${markup(line)}</p>`).join('');
      const said = note.map((line) => `<p><em>${markup(line)}</em></p>`).join('');
      return `<blockquote class="${pencil}">${words}${paragraph(facts(name, ...tags), 'about-passage')}${said}</blockquote>`;
    })
    .join('\n');

const references = ({ articles }: Manuscript) =>
  `<h2>Список источников</h2><ol>${articles.map(({ reference }) => `<li>${markup(reference)}</li>`).join('\n')}</ol>`;

function names(title: string, list: Manuscript['persons']): string {
  if (list.length === 0) return '';
  const lines = list.map(
    ({ name, articles }) =>
      `<li>${markup(name)}, ${articles.map((at) => `<a href="#a${at + 1}">${at + 1}</a>`).join(', ')}</li>`,
  );
  return `<h2>${title}</h2><ul class="names">${lines.join('')}</ul>`;
}
