import type { EntityKind } from '../contract/values.ts';
import type { DigestInput, DigestItem, DigestOptions } from './digest.ts';
import { reference } from './gost.ts';
import { breakable, printable } from './printable.ts';
import { type Run, runsOf } from './runs.ts';
import { longDate, period } from './russian-dates.ts';
import { typeset } from './typography.ts';

/** What the template of the digest is given as JSON: text only, nothing to be read as markup. */
export interface Manuscript {
  title: string;
  subtitle: string;
  period: string;
  made: string;
  /** Year, month, day of the making. */
  day: number[];
  count: string;
  template: DigestOptions['template'];
  paper: string;
  columns: number;
  strict: boolean;
  articles: ManuscriptArticle[];
  persons: string[];
  organizations: string[];
  timeline: { date: string; title: string }[];
}

interface ManuscriptArticle {
  /** In one line: for contents, outline and running head. */
  title: string;
  lang: string;
  source: string;
  date: string;
  rubric: string;
  byline: string;
  comment: string[];
  body: Run[][];
  reference: string;
}

/** Sets out a digest for the template: paragraphs cut into runs, names numbered, references written. */
export function manuscript(input: DigestInput, options: DigestOptions): Manuscript {
  const persons = namesOf(input.items, 'person');
  const organizations = namesOf(input.items, 'organization');
  const numbers = new Map([
    ...persons.numbers,
    ...[...organizations.numbers].map(([e, n]) => [e, n + persons.names.length] as const),
  ]);
  const dates = input.items.flatMap(({ article }) => (article.date === null ? [] : [article.date])).sort();
  return {
    title: line(input.title),
    subtitle: line(input.subtitle),
    period: period(dates[0], dates.at(-1)),
    made: longDate(input.today),
    day: input.today.slice(0, 10).split('-').map(Number),
    count: counted(input.items.length),
    template: options.template,
    paper: { A4: 'a4', A5: 'a5', Letter: 'us-letter' }[options.page],
    columns: options.columns,
    strict: options.standard !== 'plain',
    articles: input.items.map((item) => articleOf(item, input.today, options, numbers)),
    persons: persons.names,
    organizations: organizations.names,
    timeline: input.items
      .filter(({ article }) => article.date !== null)
      .sort((a, b) => (a.article.date! < b.article.date! ? -1 : a.article.date! > b.article.date! ? 1 : 0))
      .map(({ article }) => ({ date: longDate(article.date!), title: line(article.title) })),
  };
}

function articleOf(
  { article, annotations, comment }: DigestItem,
  today: string,
  options: DigestOptions,
  numbers: ReadonlyMap<number, number>,
): ManuscriptArticle {
  const marks = {
    annotations: options.annotations ? annotations : [],
    mentions: options.template === 'article' ? [] : article.mentions,
    indexed: (entity: number) => numbers.get(entity),
  };
  const body = runsOf(article.body, 'body', marks);
  return {
    title: line(article.title) || 'Без заголовка',
    lang: /[әғқңөұүһі]/i.test(article.body) && !/[ыэё]/i.test(article.body.slice(0, 200)) ? 'kk' : 'ru',
    source: line(article.source ?? ''),
    date: article.date === null ? '' : longDate(article.date),
    rubric: line(article.rubric ?? ''),
    byline: line(article.author ?? ''),
    comment: comment.split(/\n+/).map(line).filter(Boolean),
    body: body.map((runs) =>
      runs.map((run) => ({
        ...run,
        t: breakable(typeset(printable(run.t))),
        ...(run.n ? { n: run.n.map(line) } : {}),
      })),
    ),
    reference: typeset(printable(reference(article, today))),
  };
}

/** Names of one kind in the order of the alphabet, and the number of each entity among them. */
function namesOf(items: readonly DigestItem[], kind: EntityKind) {
  const labels = new Map<number, string>();
  for (const { article } of items) {
    for (const mention of article.mentions) if (mention.kind === kind) labels.set(mention.entity, mention.label);
  }
  const order = new Intl.Collator('ru');
  const sorted = [...labels].map(([entity, label]) => ({
    entity,
    name: kind === 'person' ? surnameFirst(line(label)) : line(label),
  }));
  sorted.sort((a, b) => order.compare(a.name, b.name));
  return {
    names: sorted.map(({ name }) => name),
    numbers: new Map(sorted.map(({ entity }, number) => [entity, number])),
  };
}

/** An index of persons goes by surname: «Имнадзе Каха». */
function surnameFirst(name: string): string {
  const words = name.split(' ');
  return words.length < 2 ? name : `${words.at(-1)} ${words.slice(0, -1).join(' ')}`;
}

const forms: Record<string, string> = { one: 'статья', few: 'статьи', many: 'статей', other: 'статьи' };
const counted = (n: number) => `${n}\u00a0${forms[new Intl.PluralRules('ru').select(n)]}`;
const line = (text: string) => typeset(printable(text).replace(/\s+/g, ' ').trim());
