import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Input, Radio, RadioGroup, SearchField } from 'react-aria-components';
import type { EntityPage } from '../../archive/contract/entities.ts';
import { useMessages } from '../i18n/messages.tsx';
import { Act, Mark } from '../ui/controls.tsx';
import { Windowed } from '../ui/dialog.tsx';
import { useArchive } from '../view/archive.tsx';
import { useCuration } from './use-curation.ts';

/** Chooses another name that is the same person or organization. */
export function MergeDialog({ into, onClose }: { into: EntityPage; onClose(): void }) {
  const client = useArchive();
  const { names, frame } = useMessages();
  const curate = useCuration();
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const { data } = useQuery({
    queryKey: ['entities', 'merge', into.kind, filter],
    queryFn: ({ signal }) => client.entities.list({ kind: into.kind, filter, limit: 60 }, { signal }),
    placeholderData: keepPreviousData,
  });
  // Before anything is typed those come first that the archive itself thinks alike.
  const alike =
    filter === ''
      ? into.proposals.map(({ entity: id, label: name, articles }) => ({ id, name, articles, kind: into.kind }))
      : [];
  const apart = new Set([into.id, ...alike.map(({ id }) => id)]);
  const others = [...alike, ...(data?.entities ?? []).filter(({ id }) => !apart.has(id))];
  // Only what is still in sight: the list may have changed under the choice.
  const from = others.find(({ id }) => String(id) === chosen)?.id;
  const merge = () => {
    if (from === undefined) return;
    onClose();
    curate({ step: 'merge', from, into: into.id }, names.merged);
  };
  return (
    <Windowed open onClose={onClose} title={names.mergeTitle(into.name)}>
      <SearchField className="text-field" aria-label={names.filter} value={filter} onChange={setFilter} autoFocus>
        <Input className="input" placeholder={names.filter} />
      </SearchField>
      <RadioGroup className="choose-list scroll" aria-label={names.title} value={chosen} onChange={setChosen}>
        {others.map((one) => (
          <Radio key={one.id} value={String(one.id)} className="choose-one">
            <Mark person={one.kind === 'person'} on={chosen === String(one.id)} />
            <span className="grow">{one.name}</span>
            <span className="num dim">{frame.articles(one.articles)}</span>
          </Radio>
        ))}
      </RadioGroup>
      <div className="dialog-acts">
        <Act onPress={onClose}>{frame.cancel}</Act>
        <Act kind="main" isDisabled={from === undefined} onPress={merge}>
          {names.mergeDo}
        </Act>
      </div>
    </Windowed>
  );
}
