import { memo, useDeferredValue, useMemo } from 'react';
import type { FacetName, SearchAnswer } from '../../archive/contract/search.ts';
import { useMessages } from '../i18n/messages.tsx';
import { usePlace } from '../view/place.tsx';
import { FacetGroup } from './facet-group.tsx';
import { HistogramBrush } from './histogram.tsx';
import type { Conditions } from './question.ts';
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

/** What the present result can be narrowed by; every count is of the present result. Drawn after the list, which is looked at first. */
export function Facets() {
  const { search } = useMessages();
  const answer = useDeferredValue(useResult().answer);
  const { choices, from, to, undated } = usePlace().view.question;
  const conditions = useMemo(() => ({ choices, from, to, undated }), [choices, from, to, undated]);
  if (answer === undefined) return <aside className="facets" aria-label={search.refine} />;
  return <Narrowing answer={answer} conditions={conditions} />;
}

const Narrowing = memo(function Narrowing({ answer, conditions }: { answer: SearchAnswer; conditions: Conditions }) {
  const { search } = useMessages();
  const facets = order
    .map((name) => answer.facets.find(({ facet }) => facet === name))
    .filter((facet) => facet !== undefined && (always.has(facet.facet) || facet.values.length > 1));
  return (
    <aside className="facets scroll" aria-label={search.refine} tabIndex={-1}>
      <HistogramBrush answer={answer} conditions={conditions} />
      {facets.map(
        (facet) => facet !== undefined && <FacetGroup key={facet.facet} facet={facet} conditions={conditions} />,
      )}
    </aside>
  );
});
