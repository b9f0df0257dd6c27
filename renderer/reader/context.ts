/** Letters of the context shown on either side of a short quotation. */
const context = 40;

/** The end of what stands before a quotation, cut at a word. */
export const lastWords = (text: string): string =>
  text.length > context ? `…${text.slice(-context).replace(/^\S*\s/, '')}` : text;

/** The beginning of what stands after a quotation, cut at a word. */
export const firstWords = (text: string): string =>
  text.length > context ? `${text.slice(0, context).replace(/\s\S*$/, '')}…` : text;
