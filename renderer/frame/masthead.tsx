import { CircleHelp, Command, Contrast, Settings2 } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { Settings } from '../../archive/contract/library.ts';
import { type Messages, useMessages, useSayings } from '../i18n/messages.tsx';
import { Icon, IconButton } from '../ui/controls.tsx';
import { caption } from '../ui/keys.ts';
import { ChoiceMenu } from '../ui/menu.tsx';
import { useInfo } from '../view/archive.tsx';
import { usePlace } from '../view/place.tsx';
import { useSettings } from '../view/settings.tsx';
import { type Section, sectionAlone } from '../view/view.ts';
import { useCommands } from './commands.tsx';

const rooms: readonly (keyof Messages['frame']['sections'])[] = ['search', 'names', 'notes', 'selections', 'archive'];
const themes: readonly Settings['theme'][] = ['system', 'light', 'dark', 'contrast'];

/** The head of the window: its name, the five sections, the archive's name, palette, theme, settings, help. */
export function Masthead({ bare }: { bare: boolean }) {
  const { frame } = useMessages();
  const { view, show } = usePlace();
  const { data: info } = useInfo();
  const { settings, set } = useSettings();
  const { openPalette, openHelp } = useCommands();
  return (
    <header className="mast">
      {bare ? (
        <span className="brand">{frame.brand}</span>
      ) : (
        <button
          type="button"
          className="brand"
          title={`${frame.home} (${caption('Ctrl+Shift+KeyH')})`}
          aria-current={view.section === 'home' ? 'page' : undefined}
          onClick={() => show({ section: 'home', ...sectionAlone })}
        >
          {frame.brand}
        </button>
      )}
      {!bare && <Sections />}
      <div className="side">
        <span className="where">
          {bare ? frame.newArchive : info === undefined ? '' : frame.archiveNamed(info.name)}
        </span>
        {!bare && <IconButton icon={Command} label={frame.palette} keys={caption('Ctrl+KeyK')} onPress={openPalette} />}
        <ChoiceMenu
          label={frame.theme}
          value={settings.theme}
          options={themes.map((theme) => [theme, frame.themes[theme]] as const)}
          onChange={(theme) => set({ theme })}
        >
          <Button className="ico" aria-label={`${frame.theme}: ${frame.themes[settings.theme]}`}>
            <Icon of={Contrast} />
          </Button>
        </ChoiceMenu>
        <IconButton icon={Settings2} label={frame.settings} onPress={() => show({ section: 'settings' })} />
        <IconButton icon={CircleHelp} label={frame.help} keys="F1" onPress={openHelp} />
      </div>
    </header>
  );
}

/** Pages that stand within a section of the masthead. */
const partOf: Partial<Record<Section, Section>> = {
  folders: 'archive',
  review: 'archive',
  keeping: 'archive',
  bin: 'archive',
  journal: 'archive',
};

function Sections() {
  const { frame } = useMessages();
  const say = useSayings();
  const { view, show } = usePlace();
  const { data: info } = useInfo();
  const counts: Partial<Record<Section, number | undefined>> = {
    notes: info?.annotations,
    selections: info?.selections,
  };
  return (
    <nav aria-label={frame.sectionsLabel}>
      {rooms.map((room) => {
        const count = counts[room];
        return (
          <a
            key={room}
            href={`#/${room}`}
            aria-current={view.section === room ? 'page' : partOf[view.section] === room ? 'true' : undefined}
            onClick={(event) => {
              event.preventDefault();
              show({ section: room, ...sectionAlone });
            }}
          >
            {frame.sections[room]}
            {count !== undefined && count > 0 && <span className="num">{say.number(count)}</span>}
          </a>
        );
      })}
    </nav>
  );
}
