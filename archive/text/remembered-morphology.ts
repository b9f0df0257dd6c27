import type { Morphology, Parse } from './morphology.ts';
import { Recent } from './recent.ts';

/** Words whose readings are kept at least; about 1 KB each. */
const wordsKept = 12_000;

/**
 * The same answers, those of the last words remembered: the words of one article are asked for by the index and by the
 * recogniser of names, and a name's neighbours again and again.
 */
export function rememberedMorphology(morphology: Morphology): Morphology {
  const recent = new Recent<string, readonly Parse[]>(wordsKept);
  const parses = (word: string): readonly Parse[] => {
    const small = word.toLowerCase();
    const known = recent.get(small);
    if (known !== undefined) return known;
    const found = morphology.parses(small);
    recent.set(small, found);
    return found;
  };
  return { parses, knows: (form) => morphology.knows(form) };
}
