import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { BookmarkPlus } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ExportSetup, ExportTemplate } from '../../archive/contract/exports.ts';
import { useMessages } from '../i18n/messages.tsx';
import { Icon } from '../ui/controls.tsx';
import { NameDialog } from '../ui/dialog.tsx';
import { ActionMenu } from '../ui/menu.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { tell } from '../ui/toasts.tsx';
import { useArchive } from '../view/archive.tsx';

interface KeptProps {
  setup: ExportSetup;
  take(setup: ExportSetup): void;
}

/** The ways of exporting that the person keeps by name: take one, keep the present one, remove one. */
export function KeptTemplates({ setup, take }: KeptProps) {
  const client = useArchive();
  const messages = useMessages();
  const { exports } = messages;
  const queries = useQueryClient();
  const [naming, setNaming] = useState(false);
  const { data: kept = [] } = useQuery({ queryKey: ['exportTemplates'], queryFn: () => client.exports.templates() });
  const note = (now: ExportTemplate[]) => queries.setQueryData(['exportTemplates'], now);
  const keep = useMutation({
    mutationFn: (template: ExportTemplate) => client.exports.keepTemplate(template),
    onSuccess: note,
    onError: tellRefusal(messages),
  });
  const forget = useMutation({
    mutationFn: ({ name }: ExportTemplate) => client.exports.forgetTemplate({ name }),
    onSuccess: (now, template) => {
      note(now);
      tell({ text: exports.forgotten(template.name), undo: () => keep.mutate(template) });
    },
    onError: tellRefusal(messages),
  });
  const act = (id: string) => {
    const [verb, at] = id.split(':');
    const template = kept[Number(at)];
    if (verb === 'keep') setNaming(true);
    if (verb === 'take' && template !== undefined) take(template.setup);
    if (verb === 'forget' && template !== undefined) forget.mutate(template);
  };
  return (
    <>
      <ActionMenu
        label={exports.kept}
        items={[
          ...kept.map(({ name }, at) => ({ id: `take:${at}`, text: name })),
          { id: 'keep', text: exports.keep },
          ...kept.map(({ name }, at) => ({ id: `forget:${at}`, text: exports.forget(name) })),
        ]}
        onAct={act}
      >
        <Button className="ico" aria-label={exports.kept}>
          <Icon of={BookmarkPlus} />
        </Button>
      </ActionMenu>
      <NameDialog
        open={naming}
        title={exports.keep.replace('…', '')}
        label={exports.keptName}
        verb={exports.keepDo}
        onName={(name) => {
          keep.mutate({ name: name.slice(0, 100), setup }, { onSuccess: () => tell({ text: exports.keptDone(name) }) });
        }}
        onClose={() => setNaming(false)}
      />
    </>
  );
}
