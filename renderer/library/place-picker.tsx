import { useQuery } from '@tanstack/react-query';
import { ArrowUp, Check, File, Folder } from 'lucide-react';
import { useState } from 'react';
import { Input, TextField } from 'react-aria-components';
import { useMessages } from '../i18n/messages.tsx';
import { Act, Icon, IconButton } from '../ui/controls.tsx';
import { Windowed } from '../ui/dialog.tsx';
import { sentenceFor } from '../ui/refusal.ts';
import { Waiting } from '../ui/states.tsx';
import { useArchive } from '../view/archive.tsx';

interface PlacePickerProps {
  kind: 'folder' | 'files';
  onClose(): void;
  onPaths(paths: string[]): void;
  /** Files of the computer the browser runs on, where that is another one; absent where they are of no use. */
  onUpload?: () => void;
}

/** Folders and files of the computer the archive is on, for shells without a dialog of their own. */
export function PlacePicker({ kind, onClose, onPaths, onUpload }: PlacePickerProps) {
  const client = useArchive();
  const messages = useMessages();
  const { library, frame } = messages;
  const [path, setPath] = useState('');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { data, error } = useQuery({
    queryKey: ['places', path],
    queryFn: ({ signal }) => client.places.list({ path }, { signal }),
    staleTime: 0,
  });
  const enter = (next: string) => {
    setPath(next);
    setTyped(next);
    setChosen(new Set());
  };
  const toggle = (file: string) => {
    const next = new Set(chosen);
    if (!next.delete(file)) next.add(file);
    setChosen(next);
  };
  const done = (paths: string[]) => {
    onClose();
    onPaths(paths);
  };
  return (
    <Windowed open onClose={onClose} title={library.picker[kind]} wide>
      <form
        className="picker-path"
        onSubmit={(event) => {
          event.preventDefault();
          enter(typed);
        }}
      >
        <IconButton
          icon={ArrowUp}
          label={library.up}
          isDisabled={data === undefined || path === ''}
          onPress={() => enter(data?.parent ?? '')}
        />
        <TextField className="text-field grow" aria-label={library.path} value={typed} onChange={setTyped} autoFocus>
          <Input className="input" placeholder={library.path} spellCheck={false} />
        </TextField>
        <Act type="submit">{library.go}</Act>
      </form>
      {error !== null && (
        <p className="bad" role="alert">
          {sentenceFor(error, messages)}
        </p>
      )}
      <ul className="picker scroll" aria-label={library.places}>
        {data === undefined && error === null && <Waiting />}
        {data?.places.length === 0 && <li className="dim picker-empty">{library.emptyFolder}</li>}
        {data?.places.map((place) => (
          <li key={place.path}>
            <button
              type="button"
              className={chosen.has(place.path) ? 'place on' : 'place'}
              aria-pressed={place.kind === 'file' ? chosen.has(place.path) : undefined}
              disabled={place.kind === 'file' && kind === 'folder'}
              onClick={() => (place.kind === 'folder' ? enter(place.path) : toggle(place.path))}
            >
              <Icon of={place.kind === 'folder' ? Folder : chosen.has(place.path) ? Check : File} />
              <span className="grow">{place.name}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="dialog-acts">
        {onUpload !== undefined && (
          <Act kind="link" onPress={onUpload}>
            {library.fromComputer}
          </Act>
        )}
        <span className="grow" />
        <Act onPress={onClose}>{frame.cancel}</Act>
        {kind === 'folder' ? (
          <Act kind="main" isDisabled={data === undefined || path === ''} onPress={() => done([data?.path ?? path])}>
            {library.readFolder}
          </Act>
        ) : (
          <Act kind="main" isDisabled={chosen.size === 0} onPress={() => done([...chosen])}>
            {chosen.size === 0 ? library.readNone : library.readChosen(chosen.size)}
          </Act>
        )}
      </div>
    </Windowed>
  );
}
