import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import type { Pencil } from '../../archive/contract/annotations.ts';
import type { Settings } from '../../archive/contract/library.ts';
import { useMessages } from '../i18n/messages.tsx';
import { saveText } from '../jobs/download.ts';
import { AppearanceForm } from '../reader/appearance.tsx';
import { Letter, pencils } from '../reader/pencils.tsx';
import { Act } from '../ui/controls.tsx';
import { PageView } from '../ui/page-view.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { Segments } from '../ui/segments.tsx';
import { Tick } from '../ui/tick.tsx';
import { tell } from '../ui/toasts.tsx';
import { useArchive } from '../view/archive.tsx';
import { useSettings } from '../view/settings.tsx';
import { Glossary } from './glossary.tsx';
import { LanguageChoice, ThemeChoice } from './look.tsx';

const densities: readonly Settings['density'][] = ['roomy', 'line', 'list'];

/** What the person sets up once; every change is kept at once. */
export function SettingsPage() {
  const { settings: words, search } = useMessages();
  const { settings, set } = useSettings();
  return (
    <PageView title={words.title}>
      <div className="settings">
        <section className="sec">
          <h2 className="h">{words.appearance}</h2>
          <LanguageChoice />
          <ThemeChoice />
          <Segments
            labelled
            label={words.density}
            value={settings.density}
            options={densities.map((density) => [density, search.densities[density]] as const)}
            onChange={(density) => set({ density })}
          />
        </section>
        <section className="sec">
          <h2 className="h">{words.reading}</h2>
          <AppearanceForm />
          <Tick on={settings.namesInText} onChange={(namesInText) => set({ namesInText })}>
            {words.names}
          </Tick>
        </section>
        <section className="sec">
          <h2 className="h">{words.pencils}</h2>
          <div className="pencil-names">
            {pencils.map((pencil) => (
              // A field keeps its text; in another language it is another field.
              <PencilName key={`${pencil} ${settings.language}`} pencil={pencil} />
            ))}
          </div>
        </section>
        <section className="sec">
          <h2 className="h">{words.keys}</h2>
          <Tick on={settings.singleKeys} onChange={(singleKeys) => set({ singleKeys })}>
            {words.singleKeys}
          </Tick>
          <p className="dim">{words.singleKeysMore}</p>
        </section>
        <Glossary />
        <Curation />
      </div>
    </PageView>
  );
}

function PencilName({ pencil }: { pencil: Pencil }) {
  const { settings: words } = useMessages();
  const { settings, set } = useSettings();
  const [name, setName] = useState(settings.pencils[pencil]);
  const keep = () => {
    const next = name.trim();
    if (next === '') return setName(settings.pencils[pencil]);
    if (next !== settings.pencils[pencil]) set({ pencils: { ...settings.pencils, [pencil]: next } });
  };
  return (
    <TextField className="text-field pencil-name" value={name} onChange={setName} onBlur={keep} maxLength={40}>
      <Label className="label">
        <Letter pencil={pencil} /> {words.pencilNames[pencil]}
      </Label>
      <Input className="input" />
    </TextField>
  );
}

/** The person's curation of names, out of the archive and into it. */
function Curation() {
  const client = useArchive();
  const messages = useMessages();
  const { settings: words } = messages;
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const save = useMutation({
    mutationFn: () => client.entities.exportCuration(),
    onSuccess: ({ json }) => saveText('names.json', 'application/json', json),
    onError: tellRefusal(messages),
  });
  const load = useMutation({
    mutationFn: async (file: File) => client.entities.importCuration({ json: await file.text() }),
    onSuccess: async ({ steps }) => {
      tell({ text: words.curationLoaded(steps) });
      await queries.invalidateQueries();
    },
    onError: tellRefusal(messages),
  });
  return (
    <section className="sec">
      <h2 className="h">{words.data}</h2>
      <div className="acts">
        <Act onPress={() => save.mutate()}>{words.exportCuration}</Act>
        <Act onPress={() => input.current?.click()}>{words.importCuration}</Act>
      </div>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={words.importCuration}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) load.mutate(file);
          event.target.value = '';
        }}
      />
    </section>
  );
}
