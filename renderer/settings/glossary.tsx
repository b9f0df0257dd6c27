import { useMutation, useQuery } from '@tanstack/react-query';
import { Pencil, RotateCcw, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Form, Input, Label, TextField } from 'react-aria-components';
import type { ArchiveClient } from '../../archive/contract/client.ts';
import type { GlossaryEntry } from '../../archive/contract/glossary.ts';
import { useMessages } from '../i18n/messages.tsx';
import { Act, IconButton } from '../ui/controls.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { Segments } from '../ui/segments.tsx';
import { Tick } from '../ui/tick.tsx';
import { useArchive } from '../view/archive.tsx';

/** Rows shown until more are asked for. */
const few = 12;

/** What abbreviations stand for and how places were called: learnt, built in and one's own, to be corrected. */
export function Glossary() {
  const { search } = useMessages();
  const words = search.glossary;
  const client = useArchive();
  const [filter, setFilter] = useState('');
  const [all, setAll] = useState(false);
  const { data: entries = [] } = useQuery({ queryKey: ['glossary'], queryFn: () => client.glossary.list() });
  const folded = filter.trim().toLowerCase();
  const fitting = entries.filter(({ short, long }) => `${short} ${long}`.toLowerCase().includes(folded));
  const shown = all ? fitting : fitting.slice(0, few);
  return (
    <section className="sec glossary" aria-label={words.title}>
      <h2 className="h">{words.title}</h2>
      <p className="dim">{words.about}</p>
      {entries.length > few && (
        <TextField className="field" value={filter} onChange={setFilter}>
          <Label className="label">{words.filter}</Label>
          <Input />
        </TextField>
      )}
      <ul className="glossary-list">
        {shown.map((entry) => (
          <Entry key={`${entry.kind} ${entry.short} ${entry.key}`} entry={entry} />
        ))}
      </ul>
      {shown.length < fitting.length && (
        <Act kind="link" onPress={() => setAll(true)}>
          {words.all(fitting.length)}
        </Act>
      )}
      {entries.length > 0 && fitting.length === 0 && <p className="dim">{search.nothing}</p>}
      <Addition />
    </section>
  );
}

type Given<Call extends 'change' | 'add' | 'remove'> = Parameters<ArchiveClient['glossary'][Call]>[0];

function useChange() {
  const client = useArchive();
  const onError = tellRefusal;
  return {
    change: useMutation({ mutationFn: (input: Given<'change'>) => client.glossary.change(input), onError }),
    add: useMutation({ mutationFn: (input: Given<'add'>) => client.glossary.add(input), onError }),
    remove: useMutation({ mutationFn: (input: Given<'remove'>) => client.glossary.remove(input), onError }),
  };
}

function Entry({ entry }: { entry: GlossaryEntry }) {
  const { search, frame } = useMessages();
  const words = search.glossary;
  const { change, remove } = useChange();
  const [long, setLong] = useState<string | null>(null);
  const { id, kind, short, key, used, origin, articles } = entry;
  const from = origin === 'articles' ? frame.articles(articles) : words.origins[origin];
  const write = (event: FormEvent) => {
    event.preventDefault();
    if (long?.trim()) change.mutate({ kind, short, key, used, long });
    setLong(null);
  };
  return (
    <li className={used ? 'glossary-row' : 'glossary-row off'}>
      <Tick
        says={words.use(short, entry.long)}
        on={used}
        onChange={(on) => change.mutate({ kind, short, key, long: entry.long, used: on })}
      >
        <b>{short}</b>
      </Tick>
      {long === null ? (
        <span className="glossary-long">{entry.long}</span>
      ) : (
        <Form className="glossary-form" onSubmit={write}>
          <TextField
            aria-label={words.long[kind]}
            value={long}
            onChange={setLong}
            autoFocus
            onKeyDown={(event) => {
              if (event.key === 'Escape') setLong(null);
            }}
          >
            <Input className="input" />
          </TextField>
          <Act type="submit" kind="plain">
            {frame.save}
          </Act>
        </Form>
      )}
      <small>{from}</small>
      <span className="glossary-acts">
        {long === null && (
          <IconButton icon={Pencil} label={words.edit(short)} size={14} onPress={() => setLong(entry.long)} />
        )}
        {id !== null && (
          <IconButton
            icon={origin === 'own' ? X : RotateCcw}
            label={origin === 'own' ? words.remove(short) : words.restore(short)}
            size={14}
            onPress={() => remove.mutate({ id })}
          />
        )}
      </span>
    </li>
  );
}

const kinds = ['abbreviation', 'place'] as const;

function Addition() {
  const { search } = useMessages();
  const words = search.glossary;
  const { add } = useChange();
  const [kind, setKind] = useState<GlossaryEntry['kind']>('abbreviation');
  const [short, setShort] = useState('');
  const [long, setLong] = useState('');
  const ready = /[\p{L}\p{N}]/u.test(short) && /[\p{L}\p{N}]/u.test(long);
  const write = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    add.mutate({ kind, short, long }, { onSuccess: () => [setShort(''), setLong('')] });
  };
  return (
    <Form className="glossary-add" onSubmit={write}>
      <Segments<GlossaryEntry['kind']>
        label={words.kind}
        value={kind}
        options={kinds.map((one) => [one, words.kinds[one]] as const)}
        onChange={setKind}
      />
      <TextField className="field" value={short} onChange={setShort} maxLength={60}>
        <Label className="label">{words.short[kind]}</Label>
        <Input />
      </TextField>
      <TextField className="field grow" value={long} onChange={setLong} maxLength={300}>
        <Label className="label">{words.long[kind]}</Label>
        <Input />
      </TextField>
      <Act type="submit" isDisabled={!ready}>
        {words.add}
      </Act>
    </Form>
  );
}
