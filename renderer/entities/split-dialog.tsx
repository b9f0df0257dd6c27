import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Checkbox, CheckboxGroup, Input, Label, TextField } from 'react-aria-components';
import type { EntityPage } from '../../archive/contract/entities.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { Act } from '../ui/controls.tsx';
import { Windowed } from '../ui/dialog.tsx';
import { useArchive } from '../view/archive.tsx';
import { emptyQuestion } from '../view/view.ts';
import { useCuration } from './use-curation.ts';

/** So many of the newest articles can be chosen from. */
const most = 200;

/** Chooses the articles in which a name is somebody else's, and how that one is called. */
export function SplitDialog({ page, onClose }: { page: EntityPage; onClose(): void }) {
  const client = useArchive();
  const { names, frame, reader } = useMessages();
  const say = useSayings();
  const curate = useCuration();
  const [chosen, setChosen] = useState<string[]>([]);
  const [name, setName] = useState(page.name);
  const choices = [{ facet: page.kind, include: [String(page.id)], exclude: [], match: 'any' as const }];
  const { data } = useQuery({
    queryKey: ['search', 'split', page.id],
    queryFn: ({ signal }) =>
      client.search.run({ ...emptyQuestion, choices, sort: 'newest', offset: 0, limit: most }, { signal }),
  });
  const split = () => {
    onClose();
    const step = { step: 'split' as const, entity: page.id, articles: chosen.map(Number), name: name.trim() };
    curate(step, names.split(name.trim()));
  };
  return (
    <Windowed open onClose={onClose} title={names.splitTitle(page.name)}>
      <CheckboxGroup className="choose-list scroll" aria-label={names.articles} value={chosen} onChange={setChosen}>
        {data?.hits.map((hit) => (
          <Checkbox key={hit.id} value={String(hit.id)} className="choose-one tick-line">
            <span className="tick" aria-hidden="true" />
            <span className="grow">{hit.title === '' ? reader.untitled : hit.title}</span>
            <span className="num dim">{say.date(hit.date, 'list')}</span>
          </Checkbox>
        ))}
      </CheckboxGroup>
      <TextField className="text-field" value={name} onChange={setName} maxLength={300}>
        <Label>{names.splitName}</Label>
        <Input className="input" />
      </TextField>
      <div className="dialog-acts">
        <Act onPress={onClose}>{frame.cancel}</Act>
        <Act kind="main" isDisabled={chosen.length === 0 || name.trim() === ''} onPress={split}>
          {names.splitDo(chosen.length)}
        </Act>
      </div>
    </Windowed>
  );
}
