import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import { useRef } from 'react';
import { Button } from 'react-aria-components';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { saveText } from '../jobs/download.ts';
import { Icon } from '../ui/controls.tsx';
import { ActionMenu } from '../ui/menu.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { tell } from '../ui/toasts.tsx';
import { useArchive } from '../view/archive.tsx';

/** Marks out of the archive and into it, as W3C Web Annotations. */
export function NotesData() {
  const client = useArchive();
  const messages = useMessages();
  const { notes, frame } = messages;
  const say = useSayings();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const save = useMutation({
    mutationFn: () => client.annotations.exportJson(),
    onSuccess: ({ json }) => saveText('annotations.jsonld', 'application/ld+json', json),
    onError: tellRefusal(messages),
  });
  const load = useMutation({
    mutationFn: async (file: File) => client.annotations.importJson({ json: await file.text() }),
    onSuccess: async ({ added, known, unplaced }) => {
      tell({ text: notes.imported(say.number(added), say.number(known), say.number(unplaced)) });
      await queries.invalidateQueries();
    },
    onError: () => tell({ text: notes.notJson, bad: true }),
  });
  return (
    <>
      <ActionMenu
        label={frame.more}
        items={[
          { id: 'save', text: notes.exportJson },
          { id: 'load', text: notes.importJson },
        ]}
        onAct={(id) => (id === 'save' ? save.mutate() : input.current?.click())}
      >
        <Button className="ico" aria-label={frame.more}>
          <Icon of={Ellipsis} />
        </Button>
      </ActionMenu>
      <input
        ref={input}
        type="file"
        accept=".json,.jsonld,application/json,application/ld+json"
        hidden
        aria-label={notes.importJson}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) load.mutate(file);
          event.target.value = '';
        }}
      />
    </>
  );
}
