import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { useMessages } from '../i18n/messages.tsx';
import { Act, IconButton, Mark } from '../ui/controls.tsx';
import { useArchive } from '../view/archive.tsx';
import { mostLines } from './lines.ts';

interface LineFieldProps {
  lines: readonly string[];
  labels: readonly string[];
  change(lines: string[]): void;
}

/** What is compared, and the field that adds to it: a search as typed, or one of the names it begins. */
export function LineField({ lines, labels, change }: LineFieldProps) {
  const client = useArchive();
  const { charts } = useMessages();
  const [typed, setTyped] = useState('');
  const filter = typed.trim();
  const { data: named } = useQuery({
    queryKey: ['entities', 'chart', filter],
    queryFn: ({ signal }) => client.entities.list({ filter, limit: 5 }, { signal }),
    enabled: filter.length > 1,
  });
  const full = lines.length >= mostLines;
  const add = (line: string) => {
    setTyped('');
    if (!lines.includes(line)) change([...lines, line]);
  };
  return (
    <form
      className="chart-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (filter !== '' && !full) add(`q:${filter.slice(0, 500)}`);
      }}
    >
      <ul className="chips">
        {lines.map((line, at) => (
          <li key={line} className="chip">
            <span>{labels[at] ?? line.slice(2)}</span>
            <IconButton
              icon={X}
              size={14}
              label={charts.remove(labels[at] ?? line.slice(2))}
              onPress={() => change(lines.filter((one) => one !== line))}
            />
          </li>
        ))}
      </ul>
      {full ? (
        <p className="dim">{charts.full}</p>
      ) : (
        <div className="chart-add">
          <TextField className="text-field" value={typed} onChange={setTyped} maxLength={500}>
            <Label className="label">{charts.field}</Label>
            <Input className="input" />
          </TextField>
          <Act icon={Plus} type="submit" isDisabled={filter === ''}>
            {charts.add}
          </Act>
        </div>
      )}
      {!full && filter.length > 1 && (
        <ul className="chips">
          {(named?.entities ?? []).map(({ id, kind, name }) => (
            <li key={id}>
              <Act kind="quiet" onPress={() => add(`e:${id}`)}>
                <Mark person={kind === 'person'} /> {name}
              </Act>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
