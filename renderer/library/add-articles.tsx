import { useRef, useState } from 'react';
import { bridge } from '../bridge.ts';
import { useMessages } from '../i18n/messages.tsx';
import { Act } from '../ui/controls.tsx';
import { droppedFiles } from './dropped-files.ts';
import { PlacePicker } from './place-picker.tsx';
import { useImport } from './use-import.ts';

/** The dashed field that takes files and folders: dropped, or chosen with the buttons in it. */
export function AddArticles({ big = false }: { big?: boolean }) {
  const { library } = useMessages();
  const { take, paths, busy } = useImport();
  const [over, setOver] = useState(false);
  const [picking, setPicking] = useState<'folder' | 'files' | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const choose = (kind: 'folder' | 'files') => {
    const desktop = bridge();
    if (desktop === undefined) return setPicking(kind);
    return void desktop.choosePaths(kind).then(paths);
  };
  return (
    <section
      className={over ? 'drop-field over' : 'drop-field'}
      aria-label={library.add}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void droppedFiles(event.dataTransfer).then(take);
      }}
    >
      <h2>{library.drop}</h2>
      <p>{library.dropMore}</p>
      <div className="acts">
        <Act kind="main" big={big} isDisabled={busy} onPress={() => choose('folder')}>
          {library.chooseFolder}
        </Act>
        <Act big={big} isDisabled={busy} onPress={() => choose('files')}>
          {library.chooseFiles}
        </Act>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={library.chooseFiles}
        data-testid="upload"
        onChange={(event) => {
          take([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {picking !== null && (
        <PlacePicker
          kind={picking}
          onClose={() => setPicking(null)}
          onPaths={paths}
          onUpload={() => {
            setPicking(null);
            input.current?.click();
          }}
        />
      )}
    </section>
  );
}
