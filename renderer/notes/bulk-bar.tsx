import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { Pencil } from '../../archive/contract/annotations.ts';
import { useMessages } from '../i18n/messages.tsx';
import { pencils } from '../reader/pencils.tsx';
import { Act, Icon } from '../ui/controls.tsx';
import { ActionMenu } from '../ui/menu.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { tell } from '../ui/toasts.tsx';
import { useArchive } from '../view/archive.tsx';
import { useSettings } from '../view/settings.tsx';

/** What can be done with several marks at once. */
export function BulkBar({ chosen, onDone }: { chosen: ReadonlySet<number>; onDone(): void }) {
  const client = useArchive();
  const messages = useMessages();
  const { notes, annotation, frame } = messages;
  const { settings } = useSettings();
  const queries = useQueryClient();
  const renew = () => queries.invalidateQueries();
  const remove = useMutation({
    mutationFn: (ids: number[]) => client.annotations.remove({ ids }),
    onSuccess: async (_done, ids) => {
      const back = () => void client.history.undo().then(renew, tellRefusal(messages));
      tell({ text: annotation.removedMany(ids.length), undo: back });
      onDone();
      await renew();
    },
    onError: tellRefusal(messages),
  });
  const recolour = useMutation({
    mutationFn: async (pencil: Pencil) => {
      for (const id of chosen) await client.annotations.change({ id, pencil });
    },
    onSettled: async () => {
      onDone();
      await renew();
    },
    onError: tellRefusal(messages),
  });
  if (chosen.size === 0) return null;
  return (
    <section className="bulk" aria-label={notes.chosen(chosen.size)}>
      <b>{notes.chosen(chosen.size)}</b>
      <span className="grow" />
      <ActionMenu
        label={notes.recolour}
        items={pencils.map((pencil) => ({ id: pencil, text: settings.pencils[pencil] }))}
        onAct={(id) => {
          const pencil = pencils.find((one) => one === id);
          if (pencil !== undefined) recolour.mutate(pencil);
        }}
      >
        <Button className="btn">
          {notes.recolour}
          <Icon of={ChevronDown} size={14} />
        </Button>
      </ActionMenu>
      <Act onPress={() => remove.mutate([...chosen])}>{annotation.remove}</Act>
      <Act kind="quiet" onPress={onDone}>
        {frame.cancel}
      </Act>
    </section>
  );
}
