import { Layers } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useMessages } from '../i18n/messages.tsx';
import { Icon } from '../ui/controls.tsx';
import { caption } from '../ui/keys.ts';
import { Segments } from '../ui/segments.tsx';
import { Tick } from '../ui/tick.tsx';
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
      <Tick on={desk.shown.hits} onChange={(hits) => desk.setShown({ hits })}>
        {reader.showHits}
      </Tick>
      <Tick on={desk.shown.notes} onChange={(notes) => desk.setShown({ notes })}>
        {reader.showNotes}
      </Tick>
      <Tick on={desk.shown.speeches} onChange={(speeches) => desk.setShown({ speeches })}>
        {reader.speeches}
      </Tick>
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
