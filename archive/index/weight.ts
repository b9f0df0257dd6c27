/** BM25 parameters, Lunr's defaults. @see lunr 2.3.9, lib/builder.js */
export const K1 = 1.2;
export const B = 0.75;

/**
 * Inverse document frequency as Lunr computes it. Lunr counts an article once for each field that has the term, so the
 * difference may become negative; it takes the absolute value.
 *
 * @param documents articles in the index
 * @param matching  articles with the term
 * @see lunr 2.3.9, lib/idf.js
 */
export function inverseFrequency(documents: number, matching: number): number {
  return Math.log(1 + Math.abs((documents - matching + 0.5) / (matching + 0.5)));
}

/** What the length of a field, against the mean length, adds to the denominator of {@link thousandths}. */
export function lengthNorm(length: number, mean: number): number {
  return K1 * (1 - B + B * (length / mean));
}

/** The norm of a field without words; each word adds {@link normOfWord}. */
export const SHORTEST = K1 * (1 - B);

/** What one more word adds to {@link lengthNorm}, which is this times the length, and {@link SHORTEST}. */
export function normOfWord(mean: number): number {
  return (K1 * B) / mean;
}

/**
 * Weight of one term in one field of one article in thousandths, rounded as Lunr rounds it.
 *
 * @param frequency occurrences in the field, above 0
 * @param norm      see {@link lengthNorm}; lengths are in tokens
 * @see lunr 2.3.9, lib/builder.js, createFieldVectors
 */
export function thousandths(idf: number, frequency: number, norm: number, boost: number): number {
  const score = (idf * ((K1 + 1) * frequency)) / (norm + frequency);
  return rounded(score * boost * 1000);
}

/**
 * `Math.round` of what is not negative, without a branch that depends on the number: the engine's own takes longer than all
 * the rest of a score. They differ for one number alone, the last before a half.
 */
function rounded(value: number): number {
  return value < INTEGER ? (value + 0.5) | 0 : Math.round(value);
}

const INTEGER = 2 ** 31 - 1;
