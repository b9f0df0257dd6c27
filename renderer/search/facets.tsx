import type { FacetName } from '../../archive/contract/search.ts';
import { useMessages } from '../i18n/messages.tsx';
import { FacetGroup } from './facet-group.tsx';
import { HistogramBrush } from './histogram.tsx';
import { useResult } from './result.tsx';

const order: readonly FacetName[] = [
  'person',
  'organization',
  'source',
  'rubric',
  'author',
  'tag',
  'selection',
  'readState',
  'notes',
  'format',
];

/** A facet with one value for every article says nothing. */
const always = new Set<FacetName>(['person', 'organization', 'source', 'readState']);

/** What the present result can be narrowed by; every count is of the present result. */
export function Facets() {
  const { search } = useMessages();
  const { answer } = useResult();
  if (answer === undefined) return <aside className="facets" aria-label={search.refine} />;
  const facets = order
    .map((name) => answer.facets.find(({ facet }) => facet === name))
    .filter((facet) => facet !== undefined && (always.has(facet.facet) || facet.values.length > 1));
  return (
    <aside className="facets scroll" aria-label={search.refine} tabIndex={-1}>
      <HistogramBrush answer={answer} />
      {facets.map((facet) => facet !== undefined && <FacetGroup key={facet.facet} facet={facet} />)}
    </aside>
  );
}
