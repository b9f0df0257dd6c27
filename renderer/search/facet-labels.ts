import type { FacetName } from '../../archive/contract/search.ts';
import type { Messages } from '../i18n/messages.tsx';

/** How a value of a facet is called: values of the program's own have sentences, the rest is as the archive says. */
export function facetLabel(facet: FacetName, value: string, label: string, { search }: Messages): string {
  if (facet === 'readState' && value in search.readStates) {
    return search.readStates[value as keyof typeof search.readStates];
  }
  if (facet === 'notes') return value === 'without' ? search.withoutNotes : search.withNotes;
  return label;
}
