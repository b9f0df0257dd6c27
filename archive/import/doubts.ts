import type { Doubt, DoubtReason } from '../contract/intake.ts';
import type { ArticleRecord } from './article-record.ts';
import { DOUBTFUL } from './metadata.ts';

/** An outlet may date an item a day ahead of our clock. */
const AHEAD_DAYS = 1;
/** U+FFFD stands for bytes that the encoding has no letter for. */
const HOLE = '\ufffd';

/**
 * What of an article's metadata a person should look at. An author is often not named, so only a guessed one is doubtful;
 * date and outlet belong to every clipping.
 *
 * @param now milliseconds since 1970
 */
export function doubtsOf(record: ArticleRecord, now: number): Doubt[] {
  const { confidence, date, source, author, title } = record;
  const guessed = (certainty: number | undefined): DoubtReason[] =>
    certainty !== undefined && certainty < DOUBTFUL ? ['guessed'] : [];
  const latest = new Date(now + AHEAD_DAYS * 86_400_000).toISOString();
  const found: Record<Doubt['field'], DoubtReason[]> = {
    title: title.includes(HOLE) ? ['damaged'] : guessed(confidence.title),
    date: date === null ? ['missing'] : date.iso > latest ? ['future'] : guessed(confidence.date),
    source: source === null ? ['missing'] : guessed(confidence.source),
    author: author === null ? [] : guessed(confidence.author),
  };
  return (['title', 'date', 'source', 'author'] as const).flatMap((field) =>
    found[field].map((reason) => ({ field, reason })),
  );
}
