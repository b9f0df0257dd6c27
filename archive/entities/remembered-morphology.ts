import type { Morphology, Parse } from '../text/morphology.ts';
import { Recent } from './recent.ts';

/** Words whose readings are kept at least; about 1 KB each. */
const wordsKept = 12_000;

/**
 * The same answers, those of the last words remembered: the words of a text are asked for by the tagger, and those of
 * names and beside them again by whatever reads names.
 */
export function rememberedMorphology(morphology: Morphology): Morphology {
  const recent = new Recent<readonly Parse[]>(wordsKept);
  const parses = (word: string): readonly Parse[] => {
    const small = word.toLowerCase();
    const known = recent.get(small);
    if (known !== undefined) return known;
    const found = morphology.parses(small);
    recent.set(small, found);
    return found;
  };
  return { ...morphology, parses };
}
