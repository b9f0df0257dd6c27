/** Longest ending by which an unknown word is guessed at, in letters. */
export const LONGEST_ENDING = 5;

/** Trust in an ending by its length in letters, after pymorphy2. */
export const ENDING_TRUST = [0, 0.2, 0.3, 0.4, 0.5, 0.6];
