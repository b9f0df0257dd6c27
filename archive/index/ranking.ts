/** How articles are ranked above Lunr's score. {@link LUNR_RANKING} has everything off: then scores are Lunr's. */
export interface Ranking {
  /** By name of field; 1 where it is not named. */
  readonly fields: Readonly<Record<string, number>>;
  /** What an occurrence in the very spelling asked for is worth more than one in another form. */
  readonly exactForm: number;
  /** Articles that begin with the prefix being typed, against those that have the word. */
  readonly typedPrefix: number;
  /**
   * Whether the fields are counted together: a word's occurrences are added up, each worth its field's weight, before they
   * are scored, and an article counts once for a word's rarity. Otherwise each field has a score and the scores are added.
   */
  readonly together: boolean;
}

export const LUNR_RANKING: Ranking = { fields: {}, exactForm: 0, typedPrefix: 1, together: false };

/**
 * Headline counts most: it says what the article is about; then the lead, whose words count again beside the body. The
 * exact spelling is worth a quarter of an occurrence more: enough to come first among equals, too little to outweigh a
 * second mention.
 *
 * MRR@10 on the articles on which weights are chosen (`bench:russian … tune`). Headline → body (1,162; bodies alone): in
 * force .860, with words in other cases .855; lead 0 .852/.843, 1 .857/.852, 3 .862/.857, 4 .863/.859; exact form 0
 * .859/.855, .5 .860/.856, 1 .859/.854; fields apart .856/.851; Lunr's weights .856/.851. An article's first six words →
 * its headline and the rest (1,082): in force .518; title 1 .489, 3 .507, 8 .522; fields apart .474; Lunr's weights .461.
 * There the lead is not the article's own lead and says nothing of its weight. Differences under .005 are noise. Tried
 * without gain in both: k1 .8 to 2, b .5 to .9, a steeper or flatter idf, more for capitals, more for articles that have
 * more of the words, other weights of the less likely readings, a lead of 25, 60 or 100 words.
 */
export const ARCHIVE_RANKING: Ranking = {
  fields: { title: 5, lead: 2, body: 1 },
  exactForm: 0.25,
  typedPrefix: 0.25,
  together: true,
};
