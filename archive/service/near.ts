import { align, differences } from '../annotations/difference.ts';
import type { Comparison, NearArticles } from '../contract/reading.ts';
import { type SearchRequest, searchRequest } from '../contract/search.ts';
import type { ArticleField } from '../contract/values.ts';
import type { Archive } from './archive.ts';
import { reprintsOf } from './reprints.ts';
import { idsOf } from './search.ts';
import { storedArticle, summary } from './summaries.ts';

/** Articles in each list. */
const most = 6;
/** Days before and after the article in which the same event is looked for. */
const eventDays = 2;
/** Words of a headline that are searched. */
const headlineWords = 8;

/** What stands near an article: of the same event, about the same people; without other prints of its own text. */
export async function nearArticles(archive: Archive, id: number): Promise<NearArticles> {
  const same = new Set([id, ...reprintsOf(archive, id).articles.map((one) => one.id)]);
  const first = (ids: readonly number[]) =>
    ids
      .filter((one) => !same.has(one))
      .slice(0, most)
      .map((one) => summary(archive, storedArticle(archive, one)));
  const limit = most + same.size;
  const event = eventRequest(archive, id);
  const people = peopleRequest(archive, id);
  return {
    sameEvent: event === undefined ? [] : first(await idsOf(archive, event, limit)),
    samePeople: people === undefined ? [] : first(await idsOf(archive, people, limit)),
  };
}

/** Two articles word by word, headline and body; no differences are listed where they are too unlike to compare. */
export function compare(archive: Archive, id: number, other: number): Comparison {
  const texts = (one: number): Record<ArticleField, string> => ({
    title: storedArticle(archive, one).title,
    body: archive.articles.text(one)?.body ?? '',
  });
  const [mine, theirs] = [texts(id), texts(other)];
  let [common, all] = [0, 0];
  const found = (['title', 'body'] as const).flatMap((field) => {
    const alignment = align(mine[field], theirs[field]);
    if (alignment === undefined) return [];
    const { before, after, to } = alignment;
    common += 2 * to.reduce((sum, there) => sum + (there < 0 ? 0 : 1), 0);
    all += before.length + after.length;
    return differences(alignment).map((one) => ({ field, ...one }));
  });
  return { likeness: all === 0 ? 0 : common / all, differences: found };
}

const headline = (archive: Archive, id: number) =>
  [...new Set(storedArticle(archive, id).title.match(/[\p{L}\p{N}-]{4,}/gu) ?? [])].slice(0, headlineWords);

/** The entities an article names most often. */
function mainEntities(archive: Archive, id: number, kind: 'person' | 'organization', count: number): string[] {
  const times = new Map<number, number>();
  for (const { entity } of archive.entities.mentions(id)) {
    if (archive.entities.kind(entity) === kind) times.set(entity, (times.get(entity) ?? 0) + 1);
  }
  return [...times]
    .sort((a, b) => b[1] - a[1])
    .slice(0, count)
    .map(([entity]) => String(entity));
}

/** A word of the headline in common, a name in common, about the same day. */
function eventRequest(archive: Archive, id: number): SearchRequest | undefined {
  const { date } = storedArticle(archive, id);
  const words = headline(archive, id);
  const persons = mainEntities(archive, id, 'person', 3);
  const include = persons.length > 0 ? persons : mainEntities(archive, id, 'organization', 3);
  if (date === null || date.length < 10 || words.length === 0 || include.length === 0) return undefined;
  return searchRequest.parse({
    query: words.join(' OR '),
    choices: [{ facet: persons.length > 0 ? 'person' : 'organization', include }],
    from: shifted(date, -eventDays),
    to: shifted(date, eventDays),
  });
}

/** Both of the two persons named most, whenever it was. */
function peopleRequest(archive: Archive, id: number): SearchRequest | undefined {
  const include = mainEntities(archive, id, 'person', 2);
  if (include.length === 0) return undefined;
  return searchRequest.parse({ query: '', sort: 'newest', choices: [{ facet: 'person', include, match: 'all' }] });
}

function shifted(date: string, days: number): string {
  const at = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
