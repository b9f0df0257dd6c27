import { packSections } from './section-file.ts';

/** Signature and version of the dictionary file; a file of another version is not opened. */
export const SIGNATURE = 'PDSL';
export const VERSION = 1;

/**
 * The sections of the dictionary file, in their order. Graphs are two sections, units and guide; the word graph leads
 * from a word over {@link SEPARATOR} to (paradigm, form) pairs, the ending graphs to (count, paradigm, form) triples, the
 * probability graph from `word:tag` to a number of millionths.
 */
export const SECTIONS = [
  'wordUnits',
  'wordGuide',
  'probabilityUnits',
  'endingUnits',
  'endingGuide',
  'moreEndingUnits',
  'moreEndingGuide',
  'mostEndingUnits',
  'mostEndingGuide',
  'paradigmStarts',
  'paradigms',
  'suffixes',
  'tags',
  'attribution',
] as const;
export type SectionName = (typeof SECTIONS)[number];

/** Between a word and its readings in the word graph. */
export const SEPARATOR = 1;

/** What a form may begin with: nothing, «по-лучше», «наи-лучший»; by prefix number. */
export const FORM_PREFIXES = ['', 'по', 'наи'] as const;

export function packDictionary(sections: Readonly<Record<SectionName, Uint8Array>>): Uint8Array {
  return packSections(
    SIGNATURE,
    VERSION,
    SECTIONS.map((name) => sections[name]),
  );
}
