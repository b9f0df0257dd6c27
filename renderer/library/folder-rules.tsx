import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import type { FolderRule } from '../../archive/contract/intake.ts';
import { useMessages } from '../i18n/messages.tsx';
import { Act } from '../ui/controls.tsx';
import { Windowed } from '../ui/dialog.tsx';
import { useArchive } from '../view/archive.tsx';
import { useFolderActs } from './folders-page.tsx';
import { useFolder } from './use-folder.tsx';

const fields = ['source', 'author', 'rubric'] as const;
const none: FolderRule = { path: '', source: null, author: null, rubric: null };

/** What holds for everything from a folder: «всё отсюда — «Казахстанская правда»». */
export function FolderRules() {
  const client = useArchive();
  const { intake } = useMessages();
  const act = useFolderActs();
  const [edited, setEdited] = useState<FolderRule | null>(null);
  const { data: rules } = useQuery({
    queryKey: ['folders', 'rules'],
    queryFn: ({ signal }) => client.folders.rules(undefined, { signal }),
  });
  return (
    <section className="sec rules-part">
      <h2 className="h">
        {intake.rules}
        <span>{intake.rulesMore}</span>
        <Act kind="link" onPress={() => setEdited(none)}>
          {intake.addRule}
        </Act>
      </h2>
      {rules?.length === 0 && <p className="dim">{intake.rulesEmpty}</p>}
      <ul className="imports rules">
        {rules?.map((rule) => (
          <li key={rule.path}>
            <span className="grow">
              {intake.everything(
                fields.flatMap((field) => (rule[field] === null ? [] : `«${rule[field]}»`)).join(', '),
              )}
              <small>{rule.path}</small>
            </span>
            <Act kind="link" onPress={() => setEdited(rule)}>
              {intake.changeRule}
            </Act>
            <Act kind="link" onPress={() => act(() => client.folders.removeRule({ path: rule.path }))}>
              {intake.removeRule}
            </Act>
          </li>
        ))}
      </ul>
      <Windowed open={edited !== null} onClose={() => setEdited(null)} title={intake.ruleTitle}>
        {edited !== null && (
          <RuleForm
            rule={edited}
            onClose={() => setEdited(null)}
            onRule={(rule) => act(() => client.folders.setRule(rule))}
          />
        )}
      </Windowed>
    </section>
  );
}

function RuleForm({ rule, onRule, onClose }: { rule: FolderRule; onRule(rule: FolderRule): void; onClose(): void }) {
  const { intake, frame } = useMessages();
  const [now, setNow] = useState(rule);
  const { ask, picker } = useFolder((path) => setNow((old) => ({ ...old, path })));
  const ready = now.path.trim() !== '' && fields.some((field) => now[field] !== null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        onClose();
        onRule(now);
      }}
    >
      <div className="rule-folder">
        <TextField className="text-field grow" value={now.path} onChange={(path) => setNow({ ...now, path })}>
          <Label className="label">{intake.ruleFolder}</Label>
          <Input className="input" spellCheck={false} />
        </TextField>
        <Act onPress={ask}>{intake.chooseFolder}</Act>
      </div>
      {fields.map((field) => (
        <TextField
          key={field}
          className="text-field"
          value={now[field] ?? ''}
          onChange={(text) => setNow({ ...now, [field]: text === '' ? null : text })}
        >
          <Label className="label">{intake[field]}</Label>
          <Input className="input" />
        </TextField>
      ))}
      <div className="dialog-acts">
        <Act onPress={onClose}>{frame.cancel}</Act>
        <Act kind="main" type="submit" isDisabled={!ready}>
          {frame.save}
        </Act>
      </div>
      {picker}
    </form>
  );
}
