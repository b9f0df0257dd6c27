import type { Entity, EntityDetail, EntityPage } from '../contract/entities.ts';
import { refuse } from '../contract/refuse.ts';
import { quotes } from '../entities/quotes.ts';
import { roles } from '../entities/roles.ts';
import { dateHistogram } from '../index/histogram.ts';
import { IdSet } from '../index/id-set.ts';
import { proposals } from './alike-names.ts';
import type { Archive } from './archive.ts';
import type { ShownMention } from './entity-book.ts';
import { storedArticle } from './summaries.ts';

/** Of a name that is everywhere, spellings and neighbours are told by its last articles. */
const articlesRead = 2000;
/** Roles, quotations and neighbours want the text read again. */
const textsRead = 400;
/** Reading stops after so many milliseconds; texts are taken from the whole time that the name is met in. */
const patience = 300;
const newestRead = 60;
const neighbours = 20;
const quotesShown = 50;

/** An entity with the articles it is filed under. @throws a refusal: NOT_FOUND */
export function filedUnder(archive: Archive, id: number): Entity & { ids: IdSet } {
  const record = archive.entities.get(id) ?? refuse('NOT_FOUND');
  const column = archive.columns.facets.values[record.kind];
  const ids = new IdSet();
  archive.columns.articles.forEach((article) => {
    column.each(article, (entity) => {
      if (entity === id) ids.add(article);
    });
  });
  return { id, kind: record.kind, name: archive.entities.label(id), articles: ids.size, ids };
}

export function entityDetail(archive: Archive, id: number): EntityDetail {
  const { ids, ...entity } = filedUnder(archive, id);
  const counts = new Map<string, number>();
  for (const article of [...ids].slice(-articlesRead)) {
    for (const mention of archive.entities.mentions(article)) {
      if (mention.entity !== id) continue;
      const text = mention.written;
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  const spellings = [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count);
  return { ...entity, spellings, proposals: proposals(archive, id) };
}

export function entityPage(archive: Archive, id: number): EntityPage {
  const { ids } = filedUnder(archive, id);
  const { dates } = archive.columns.facets;
  const sorted = archive.columns.byDate().filter((article) => ids.has(article) && dates.stamp(article) > 0);
  const dateOf = (article: number | undefined) => (article === undefined ? null : storedArticle(archive, article).date);
  return {
    ...entityDetail(archive, id),
    firstDate: dateOf(sorted[0]),
    lastDate: dateOf(sorted.at(-1)),
    timeline: dateHistogram(dates, ids).bars.map((bar) => ({ ...bar })),
    ...saidOf(archive, id, ids),
    together: together(archive, id, ids),
  };
}

/** The newest articles first, then some of all the others, evenly. */
function spread(ids: IdSet): number[] {
  const all = [...ids].reverse();
  const newest = all.slice(0, newestRead);
  const rest = all.slice(newestRead);
  const step = Math.ceil(rest.length / (textsRead - newestRead));
  return [...newest, ...rest.filter((_, at) => at % Math.max(1, step) === 0)];
}

/** What a person is called beside the name, and what they say. */
function saidOf(archive: Archive, id: number, ids: IdSet): Pick<EntityPage, 'roles' | 'quotes'> {
  const { morphology } = archive;
  const called = new Map<string, EntityPage['roles'][number]>();
  const said: EntityPage['quotes'] = [];
  if (archive.entities.kind(id) !== 'person') return { roles: [], quotes: said };
  const until = performance.now() + patience;
  for (const article of spread(ids)) {
    if (performance.now() > until) break;
    const { title, source, date } = storedArticle(archive, article);
    const body = archive.articles.text(article)?.body ?? '';
    const mentions = archive.entities.mentions(article).map((mention) => asRecognised(archive, body, mention));
    for (const { mention, role } of morphology ? roles(body, mentions, morphology) : []) {
      if (mentions[mention]!.entity !== id) continue;
      const before = called.get(role);
      const dates = [before?.first, before?.last, date].filter((one) => typeof one === 'string').sort();
      called.set(role, {
        role,
        count: (before?.count ?? 0) + 1,
        first: dates[0] ?? null,
        last: dates.at(-1) ?? null,
        article: before?.article ?? article,
      });
    }
    for (const { start, end, speaker } of said.length < quotesShown ? quotes(body, mentions) : []) {
      if (mentions[speaker]!.entity === id) said.push({ text: body.slice(start, end), article, title, source, date });
    }
  }
  return { roles: [...called.values()].sort((a, b) => b.count - a.count), quotes: said.slice(0, quotesShown) };
}

/** A stored mention as the recogniser gave it. */
function asRecognised(archive: Archive, body: string, mention: ShownMention) {
  const { field, start, end, entity, written, name } = mention;
  const text = field === 'body' ? body.slice(start, end) : '';
  return {
    field,
    start,
    end,
    kind: archive.entities.kind(entity),
    text,
    normal: written,
    probability: 1,
    name,
    entity,
  };
}

/** Who else is named in the same articles, and in the same sentences. */
function together(archive: Archive, id: number, ids: IdSet): EntityPage['together'] {
  const found = new Map<number, { together: number; sameSentence: number }>();
  const until = performance.now() + patience;
  for (const article of spread(ids)) {
    if (performance.now() > until) break;
    const mentions = archive.entities.mentions(article);
    const sentences = sentencesOf(archive, article, mentions);
    const own = new Set(sentences.filter((_, at) => mentions[at]!.entity === id));
    const others = new Map<number, boolean>();
    for (const [at, { entity }] of mentions.entries()) {
      if (entity !== id) others.set(entity, (others.get(entity) ?? false) || own.has(sentences[at]!));
    }
    for (const [entity, near] of others) {
      const sum = found.get(entity) ?? { together: 0, sameSentence: 0 };
      sum.together++;
      if (near) sum.sameSentence++;
      found.set(entity, sum);
    }
  }
  return [...found]
    .sort(([, a], [, b]) => b.together - a.together || b.sameSentence - a.sameSentence)
    .slice(0, neighbours)
    .map(([other, sums]) => {
      const { ids: _, ...entity } = filedUnder(archive, other);
      return { ...entity, ...sums };
    });
}

/** The sentence that each mention begins in, as a number that tells title and body apart. */
function sentencesOf(
  archive: Archive,
  article: number,
  mentions: readonly { field: string; start: number }[],
): number[] {
  const text = archive.articles.text(article)?.body ?? '';
  const tokens = archive.analyzer.tokens(text);
  const starts = tokens.start.slice(0, tokens.length);
  const numbers = tokens.sentence.slice(0, tokens.length);
  return mentions.map(({ field, start }) => {
    if (field === 'title') return -1;
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= start) low = middle + 1;
      else high = middle;
    }
    return numbers[low - 1] ?? 0;
  });
}
