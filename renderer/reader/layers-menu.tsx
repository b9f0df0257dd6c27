import { Layers } from 'lucide-react';
import { Button, Checkbox, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useMessages } from '../i18n/messages.tsx';
import { Icon } from '../ui/controls.tsx';
import { caption } from '../ui/keys.ts';
import { Segments } from '../ui/segments.tsx';
import { useSettings } from '../view/settings.tsx';
import type { Desk } from './desk.tsx';

const names = ['none', 'first', 'all'] as const;

/** «Слои»: what lies over the text, each by itself; kept with the archive, all names only while the article is open. */
export function LayersMenu({ desk }: { desk: Desk }) {
  const { reader } = useMessages();
  return (
    <DialogTrigger>
      <Button className="ico" aria-label={reader.layers}>
        <Icon of={Layers} />
      </Button>
      <Popover className="pop layers-pop" placement="bottom end">
        <Dialog aria-label={reader.layers}>
          <LayersForm desk={desk} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function LayersForm({ desk }: { desk: Desk }) {
  const { reader } = useMessages();
  const { set } = useSettings();
  return (
    <div className="appearance">
      <Tick text={reader.showHits} on={desk.shown.hits} onChange={(hits) => desk.setShown({ hits })} />
      <Tick text={reader.showNotes} on={desk.shown.notes} onChange={(notes) => desk.setShown({ notes })} />
      <Tick text={reader.speeches} on={desk.shown.speeches} onChange={(speeches) => desk.setShown({ speeches })} />
      <Segments
        labelled
        label={`${reader.showNames}, ${caption('KeyN')}`}
        value={desk.layers.names}
        options={names.map((one) => [one, reader.namesShown[one]] as const)}
        onChange={(chosen) => {
          desk.setAllNames(chosen === 'all');
          if (chosen !== 'all') set({ namesInText: chosen === 'first' });
        }}
      />
    </div>
  );
}

function Tick({ text, on, onChange }: { text: string; on: boolean; onChange(on: boolean): void }) {
  return (
    <Checkbox className="tick-line" isSelected={on} onChange={onChange}>
      <span className="tick" aria-hidden="true" />
      {text}
    </Checkbox>
  );
}
