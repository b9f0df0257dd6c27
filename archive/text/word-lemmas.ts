import type { Morphology } from './morphology.ts';
import { stem } from './stemmer.ts';
import type { Capitals } from './surface-table.ts';

/** The lemmas a folded form is indexed under, the likeliest first; never empty. */
export function lemmasInText(form: string, _capitals: Capitals, _morphology?: Morphology): readonly string[] {
  return [/^[а-я]+$/.test(form) ? stem(form) : form];
}

/** The lemmas a query word is searched under. */
export function lemmasInQuery(form: string, capitals: Capitals, morphology?: Morphology): readonly string[] {
  return lemmasInText(form, capitals, morphology);
}
