import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Minus } from 'lucide-react';
import { memo, useState } from 'react';
import { Button, Dialog, DialogTrigger, Input, Popover, SearchField } from 'react-aria-components';
import type { Facet, FacetName } from '../../archive/contract/search.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { ContextMenu } from '../ui/context-menu.tsx';
import { Icon, Mark } from '../ui/controls.tsx';
import { useArchive } from '../view/archive.tsx';
import { usePlace, useWays } from '../view/place.tsx';
import { facetLabel } from './facet-labels.ts';
import { type Choice, type Conditions, choiceOf, choose } from './question.ts';
import { wholeRequest } from './result.tsx';

/** Values shown before «ещё». */
const shown = 5;

type Value = Facet['values'][number];

/** One facet: its most frequent values, chosen and excluded ones first, and a list of all behind «ещё». */
export function FacetGroup({ facet, conditions }: { facet: Facet; conditions: Conditions }) {
  const { search } = useMessages();
  const say = useSayings();
  const rank = ({ value }: Value) => (choiceOf(conditions, facet.facet, value) === 'none' ? 1 : 0);
  const values = [...facet.values].sort((a, b) => rank(a) - rank(b));
  const chosen = values.filter((value) => rank(value) === 0).length;
  const few = values.slice(0, Math.max(shown, chosen));
  const rest = Math.max(facet.distinct, values.length) - few.length;
  if (few.length === 0) return null;
  return (
    <section className="fg">
      <h3>
        {search.facets[facet.facet]}
        {facet.distinct > 0 && <span className="num">{say.number(facet.distinct)}</span>}
      </h3>
      <ul>
        {few.map((value) => (
          <FacetValue key={value.value} facet={facet.facet} value={value} conditions={conditions} />
        ))}
      </ul>
      {rest > 0 && <AllValues facet={facet.facet} rest={rest} />}
    </section>
  );
}

interface FacetValueProps {
  facet: FacetName;
  value: Value;
  conditions: Conditions;
}

function FacetValue({ facet, value, conditions }: FacetValueProps) {
  const messages = useMessages();
  const { search, frame } = messages;
  const say = useSayings();
  const { ask, show } = useWays();
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null);
  const choice = choiceOf(conditions, facet, value.value);
  const label = facetLabel(facet, value.value, value.label, messages);
  const set = (to: Choice) => ask({ choices: choose(conditions, facet, value.value, to) });
  const toggle = (to: Choice) => set(choice === to ? 'none' : to);
  const only = () =>
    ask({
      choices: [
        ...conditions.choices.filter((one) => one.facet !== facet),
        { facet, include: [value.value], exclude: [], match: 'any' },
      ],
    });
  const named = facet === 'person' || facet === 'organization';
  const acts: Record<string, () => void> = {
    include: () => toggle('include'),
    exclude: () => toggle('exclude'),
    only,
    page: () => show({ section: 'names', entity: Number(value.value), reading: false }),
  };
  const kind = facet === 'person' ? `, ${frame.person}` : facet === 'organization' ? `, ${frame.organization}` : '';
  const state = choice === 'include' ? `, ${search.included}` : choice === 'exclude' ? `, ${search.excluded}` : '';
  const look = { none: value.count === 0 ? 'zero' : '', include: 'on', exclude: 'not' }[choice];
  return (
    <li className={`fv ${look}`}>
      <button
        type="button"
        className="fv-main"
        aria-pressed={choice === 'include'}
        aria-label={`${label}${kind}, ${frame.articles(value.count)}${state}`}
        title={label}
        onClick={(event) => toggle(event.altKey ? 'exclude' : choice === 'exclude' ? 'exclude' : 'include')}
        onDoubleClick={only}
        onContextMenu={(event) => {
          event.preventDefault();
          setMenu({ x: event.clientX, y: event.clientY });
        }}
        onKeyDown={(event) => {
          if (event.code !== 'Minus' && event.code !== 'NumpadSubtract') return;
          event.preventDefault();
          event.stopPropagation();
          toggle('exclude');
        }}
      >
        <Mark person={facet === 'person'} on={choice === 'include'} />
        <span className="t">{label}</span>
        <span className="num">{say.number(value.count)}</span>
      </button>
      <button
        type="button"
        className="not-btn"
        aria-pressed={choice === 'exclude'}
        aria-label={search.exclude(label)}
        title={search.exclude(label)}
        onClick={() => toggle('exclude')}
      >
        <Icon of={Minus} size={14} />
      </button>
      {menu !== null && (
        <ContextMenu
          label={label}
          at={menu}
          items={[
            { id: 'include', text: choice === 'include' ? search.letGo : search.include },
            { id: 'exclude', text: choice === 'exclude' ? search.letGo : search.exclude(label) },
            { id: 'only', text: search.only },
            ...(named ? [{ id: 'page', text: search.namePage }] : []),
          ]}
          onAct={(id) => acts[id]?.()}
          onClose={() => setMenu(null)}
        />
      )}
    </li>
  );
}

const AllValues = memo(function AllValues({ facet, rest }: { facet: FacetName; rest: number }) {
  const { search } = useMessages();
  const say = useSayings();
  return (
    <DialogTrigger>
      <Button className="fmore">{search.moreValues(say.number(rest))}</Button>
      <Popover className="pop facet-pop" placement="right top">
        <Dialog aria-label={search.facets[facet]}>
          <ValueList facet={facet} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
});

function ValueList({ facet }: { facet: FacetName }) {
  const client = useArchive();
  const { search } = useMessages();
  const { view } = usePlace();
  const [filter, setFilter] = useState('');
  const { data } = useQuery({
    queryKey: ['facet', view.question, facet, filter],
    queryFn: ({ signal }) => client.search.facet({ request: wholeRequest(view.question), facet, filter }, { signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <SearchField className="text-field" aria-label={search.findValue} value={filter} onChange={setFilter} autoFocus>
        <Input className="input" placeholder={search.findValue} />
      </SearchField>
      <ul className="scroll facet-all">
        {(data?.values ?? []).slice(0, 300).map((value) => (
          <FacetValue key={value.value} facet={facet} value={value} conditions={view.question} />
        ))}
      </ul>
    </>
  );
}
