/** How articles are ranked above Lunr's score. {@link LUNR_RANKING} has everything off: then scores are Lunr's. */
export interface Ranking {
  /** By name of field; 1 where it is not named. */
  readonly fields: Readonly<Record<string, number>>;
  /** What an occurrence in the very spelling asked for is worth more than one in another form. */
  readonly exactForm: number;
  /** Articles that begin with the prefix being typed, against those that have the word. */
  readonly typedPrefix: number;
  /** Whether an article counts once for a word's rarity, and not once for each field that has it. */
  readonly articlesOnce: boolean;
}

export const LUNR_RANKING: Ranking = { fields: {}, exactForm: 0, typedPrefix: 1, articlesOnce: false };

/**
 * Headline counts most: it says what the article is about; then the lead, whose words count again beside the body. The
 * exact spelling is worth a quarter of an occurrence more: enough to come first among equals, too little to outweigh a
 * second mention.
 *
 * Known items, headline → body (MRR@10 of the tuning half, `bench:russian … tune`): lead 0 .845, 1 .852, 1.5 .853, 2 .845,
 * 3 .836; with the words in other cases .844, .856, .851, .842, .833. Exact form 0 .851, .125 .853, .25 .853, .5 .854,
 * 1 .852. Differences under .01 are noise.
 */
export const ARCHIVE_RANKING: Ranking = {
  fields: { title: 3, lead: 1, body: 1 },
  exactForm: 0.25,
  typedPrefix: 0.25,
  articlesOnce: true,
};
