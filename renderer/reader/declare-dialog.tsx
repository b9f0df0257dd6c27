import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import type { EntityKind } from '../../archive/contract/values.ts';
import { useMessages } from '../i18n/messages.tsx';
import { Act } from '../ui/controls.tsx';
import { Windowed } from '../ui/dialog.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { Segments } from '../ui/segments.tsx';
import { tell } from '../ui/toasts.tsx';
import { useArchive } from '../view/archive.tsx';

/** «Это имя…»: tells the archive that a passage names somebody. */
export function DeclareDialog({ text, onClose }: { text: string; onClose(): void }) {
  const client = useArchive();
  const messages = useMessages();
  const { reader, frame } = messages;
  const queries = useQueryClient();
  const [kind, setKind] = useState<EntityKind>('person');
  const [name, setName] = useState(text);
  const declare = useMutation({
    mutationFn: () => client.entities.curate({ step: 'declare', kind, text: text.slice(0, 300), name: name.trim() }),
    onSuccess: async () => {
      tell({ text: reader.declared });
      onClose();
      await queries.invalidateQueries();
    },
    onError: tellRefusal(messages),
  });
  return (
    <Windowed open onClose={onClose} title={reader.declareTitle}>
      <Segments<EntityKind>
        label={reader.declareTitle}
        value={kind}
        options={[
          ['person', reader.isPerson],
          ['organization', reader.isOrganization],
        ]}
        onChange={setKind}
      />
      <TextField className="text-field" value={name} onChange={setName} autoFocus maxLength={300}>
        <Label className="label">{reader.declareName}</Label>
        <Input className="input" />
      </TextField>
      <div className="dialog-acts">
        <Act onPress={onClose}>{frame.cancel}</Act>
        <Act kind="main" isDisabled={name.trim() === ''} onPress={() => declare.mutate()}>
          {frame.save}
        </Act>
      </div>
    </Windowed>
  );
}
