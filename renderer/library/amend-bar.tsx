import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FieldError, Input, Label, TextField } from 'react-aria-components';
import { useMessages } from '../i18n/messages.tsx';
import { Act } from '../ui/controls.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { tell } from '../ui/toasts.tsx';
import { useArchive } from '../view/archive.tsx';

const fields = ['source', 'date', 'author', 'rubric'] as const;
type Values = Record<(typeof fields)[number], string>;
const nothing: Values = { source: '', date: '', author: '', rubric: '' };
const isDate = (text: string) => /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text);

/** Puts the same into all chosen articles, or says that they are right; a field left empty stays as it is. */
export function AmendBar({ chosen, onDone }: { chosen: readonly number[]; onDone(): void }) {
  const client = useArchive();
  const messages = useMessages();
  const { intake } = messages;
  const queries = useQueryClient();
  const [values, setValues] = useState(nothing);
  const ids = [...chosen];
  const done = async (text: string) => {
    const undo = () => void client.history.undo().then(() => queries.invalidateQueries(), tellRefusal(messages));
    tell({ text, undo });
    setValues(nothing);
    onDone();
    await queries.invalidateQueries();
  };
  const onError = tellRefusal(messages);
  const given = Object.fromEntries(
    fields.flatMap((field) => (values[field].trim() === '' ? [] : [[field, values[field].trim()]])),
  );
  const amend = useMutation({
    mutationFn: () => client.review.amend({ ids, ...given }),
    onSuccess: () => done(intake.amended(ids.length)),
    onError,
  });
  const settle = useMutation({
    mutationFn: () => client.review.settle({ ids }),
    onSuccess: () => done(intake.settled(ids.length)),
    onError,
  });
  if (chosen.length === 0) return null;
  const wrong = values.date.trim() !== '' && !isDate(values.date.trim());
  return (
    <form
      className="amend"
      aria-label={intake.chosen(chosen.length)}
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong && Object.keys(given).length > 0) amend.mutate();
      }}
    >
      <b role="status">{intake.chosen(chosen.length)}</b>
      {fields.map((field) => (
        <TextField
          key={field}
          className="text-field"
          value={values[field]}
          isInvalid={field === 'date' && wrong}
          onChange={(text) => setValues({ ...values, [field]: text })}
        >
          <Label className="label">{intake[field]}</Label>
          <Input className="input" placeholder={field === 'date' ? intake.dateHint : ''} />
          {field === 'date' && <FieldError className="bad">{intake.dateWrong}</FieldError>}
        </TextField>
      ))}
      <div className="acts">
        <Act kind="main" type="submit" isDisabled={wrong || Object.keys(given).length === 0 || amend.isPending}>
          {intake.put}
        </Act>
        <Act isDisabled={settle.isPending} onPress={() => settle.mutate()}>
          {intake.asIs}
        </Act>
      </div>
    </form>
  );
}
