import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { pencil as pencils } from '../../archive/contract/annotations.ts';
import { useMessages } from '../i18n/messages.tsx';
import { saveText } from '../jobs/download.ts';
import { Act, Icon } from '../ui/controls.tsx';
import { NameDialog } from '../ui/dialog.tsx';
import { ActionMenu } from '../ui/menu.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { tell } from '../ui/toasts.tsx';
import { useArchive } from '../view/archive.tsx';
import { useSettings } from '../view/settings.tsx';
import { asked, type NotesFilter } from './notes-filter.ts';

interface BulkBarProps {
  chosen: ReadonlySet<number>;
  filter: NotesFilter;
  total: number;
  onChoose(chosen: ReadonlySet<number>): void;
}

/** What can be done with several marks at once. */
export function BulkBar({ chosen, filter, total, onChoose }: BulkBarProps) {
  const client = useArchive();
  const { notes, annotation, frame } = useMessages();
  const { settings } = useSettings();
  const [tagging, setTagging] = useState(false);
  const acts = useBulkActs([...chosen], () => onChoose(new Set()));
  const { data: tags } = useQuery({
    queryKey: ['notes', 'tags'],
    queryFn: ({ signal }) => client.annotations.list({ limit: 1 }, { signal }),
    select: (page) => page.tags.map(({ value }) => value),
    enabled: chosen.size > 0,
  });
  if (chosen.size === 0) return null;
  const all = async () => {
    const { sort: _sort, ...wanted } = asked(filter, Date.now());
    onChoose(new Set((await client.annotations.ids(wanted)).ids));
  };
  const more: Record<string, () => void> = {
    tag: () => setTagging(true),
    bookmark: () => acts.change({ bookmark: true }),
    mark: () => acts.change({ bookmark: false }),
    save: acts.save,
  };
  return (
    <section className="bulk" aria-label={notes.chosen(chosen.size)}>
      <b role="status">{notes.chosen(chosen.size)}</b>
      {chosen.size < total && (
        <Act kind="link" onPress={() => void all()}>
          {notes.chooseAll(total)}
        </Act>
      )}
      <span className="grow" />
      <ActionMenu
        label={notes.recolour}
        items={pencils.options.map((pencil) => ({ id: pencil, text: settings.pencils[pencil] }))}
        onAct={(id) => {
          const pencil = pencils.options.find((one) => one === id);
          if (pencil !== undefined) acts.change({ pencil });
        }}
      >
        <Button className="btn">
          {notes.recolour}
          <Icon of={ChevronDown} size={14} />
        </Button>
      </ActionMenu>
      <ActionMenu
        label={frame.more}
        items={[
          { id: 'tag', text: notes.addTag },
          ...(tags ?? []).slice(0, 8).map((tag) => ({ id: `tag ${tag}`, text: `${notes.removeTag} «${tag}»` })),
          { id: 'bookmark', text: annotation.makeBookmark },
          { id: 'mark', text: annotation.makeMark },
          { id: 'save', text: notes.exportChosen },
        ]}
        onAct={(id) => (id.startsWith('tag ') ? acts.change({ removeTags: [id.slice(4)] }) : more[id]?.())}
      >
        <Button className="btn">
          {frame.more}
          <Icon of={ChevronDown} size={14} />
        </Button>
      </ActionMenu>
      <Act onPress={acts.copy}>{notes.copyChosen}</Act>
      <Act onPress={acts.remove}>{annotation.remove}</Act>
      <Act kind="quiet" onPress={() => onChoose(new Set())}>
        {frame.cancel}
      </Act>
      <NameDialog
        open={tagging}
        title={notes.addTag}
        label={notes.tag}
        verb={frame.save}
        onName={(tag) => acts.change({ addTags: [tag] })}
        onClose={() => setTagging(false)}
      />
    </section>
  );
}

type Change = Omit<Parameters<ReturnType<typeof useArchive>['annotations']['changeMany']>[0], 'ids'>;

/** Each act is one step, which its sentence offers to take back. */
function useBulkActs(ids: number[], onDone: () => void) {
  const client = useArchive();
  const messages = useMessages();
  const { notes, annotation } = messages;
  const queries = useQueryClient();
  const done = async (text: string) => {
    const back = () => void client.history.undo().then(() => queries.invalidateQueries(), tellRefusal(messages));
    tell({ text, undo: back });
    onDone();
    await queries.invalidateQueries();
  };
  const onError = tellRefusal(messages);
  const remove = useMutation({
    mutationFn: () => client.annotations.remove({ ids }),
    onSuccess: () => done(annotation.removedMany(ids.length)),
    onError,
  });
  const change = useMutation({
    mutationFn: (wanted: Change) => client.annotations.changeMany({ ...wanted, ids }),
    onSuccess: () => done(notes.changedMany(ids.length)),
    onError,
  });
  const copy = useMutation({
    mutationFn: async () => navigator.clipboard.writeText((await client.annotations.quoted({ ids })).text),
    onSuccess: () => tell({ text: notes.copied(ids.length) }),
    onError,
  });
  const save = useMutation({
    mutationFn: () => client.annotations.exportJson({ ids }),
    onSuccess: ({ json }) => saveText('annotations.jsonld', 'application/ld+json', json),
    onError,
  });
  return {
    remove: () => remove.mutate(),
    change: (wanted: Change) => change.mutate(wanted),
    copy: () => copy.mutate(),
    save: () => save.mutate(),
  };
}
