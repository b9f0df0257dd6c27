import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ArrowRight, Command, FileText } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { Icon, Mark, Thread } from '../ui/controls.tsx';
import { caption, isBound, press } from '../ui/keys.ts';
import { useArchive } from '../view/archive.tsx';
import { useWays } from '../view/place.tsx';
import { useSettings } from '../view/settings.tsx';
import { useSelections } from '../view/tray.tsx';
import { emptyQuestion, sectionAlone } from '../view/view.ts';
import { capital, commandTable, sectionKeys } from './command-table.ts';
import { inRussianLayout } from './layout.ts';

interface Line {
  id: string;
  group: string;
  mark: ReactNode;
  text: string;
  aside: string;
  keys?: string;
  act(): void;
}

const has = (text: string, wanted: string) => text.toLocaleLowerCase('ru').includes(wanted.toLocaleLowerCase('ru'));

/** Everything one can do or open, by its name; what was typed in the other layout is read in the right one. */
export function Palette({ onClose }: { onClose(): void }) {
  const { palette } = useMessages();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const asTyped = useLines(typed);
  const repaired = inRussianLayout(typed);
  const inOther = useLines(repaired);
  const useOther = asTyped.length === 0 && repaired !== typed && inOther.length > 0;
  const lines = useOther ? inOther : asTyped;
  const chosen = Math.min(at, lines.length - 1);
  const run = (line: Line | undefined) => {
    if (line === undefined) return;
    onClose();
    line.act();
  };
  const press = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && lines.length > 0) {
      event.preventDefault();
      const next = (chosen + step + lines.length) % lines.length;
      setAt(next);
      document.getElementById(`command-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(lines[chosen]);
    }
  };
  return (
    <ModalOverlay className="shade palette-shade" isOpen onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className="palette">
        <Dialog aria-label={palette.title}>
          <div className="palette-field">
            <Icon of={Command} size={18} />
            <input
              role="combobox"
              aria-label={palette.title}
              aria-expanded={lines.length > 0}
              aria-controls="commands"
              aria-activedescendant={lines.length > 0 ? `command-${chosen}` : undefined}
              autoFocus
              placeholder={palette.placeholder}
              spellCheck={false}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
                setAt(0);
              }}
              onKeyDown={press}
            />
          </div>
          {useOther && <p className="palette-note">{palette.shownFor(repaired)}</p>}
          <div id="commands" role="listbox" aria-label={palette.title} className="scroll palette-list">
            {lines.map((line, index) => (
              <div key={line.id} role="presentation">
                {line.group !== lines[index - 1]?.group && (
                  <div className="palette-head" aria-hidden="true">
                    {line.group}
                  </div>
                )}
                <div
                  id={`command-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === chosen}
                  className="palette-line"
                  onPointerDown={(event) => {
                    event.preventDefault();
                    run(line);
                  }}
                >
                  {line.mark}
                  <span className="grow">{line.text}</span>
                  {line.keys !== undefined && <kbd className="key">{caption(line.keys)}</kbd>}
                  {line.aside !== '' && <span className="dim num">{line.aside}</span>}
                </div>
              </div>
            ))}
          </div>
          {lines.length === 0 && typed !== '' && <p className="palette-note">{palette.nothing}</p>}
          <footer className="palette-foot">
            <kbd className="key">↑</kbd>
            <kbd className="key">↓</kbd> {palette.choose} <kbd className="key">Enter</kbd> {palette.run}{' '}
            <kbd className="key">Esc</kbd> {palette.close}
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What the palette was opened over: an article's commands are offered where there is an article. */
function useCommandLines(): Omit<Line, 'group'>[] {
  const { frame, help, selections, keeping, bin, charts, intake, about } = useMessages();
  const client = useArchive();
  const { show } = useWays();
  const { set } = useSettings();
  const arrow = <Icon of={ArrowRight} />;
  const line = (id: string, text: string, act: () => void, keys?: string) => ({
    ...{ id, text, act, mark: arrow, aside: '' },
    ...(keys === undefined ? {} : { keys }),
  });
  return [
    ...Object.entries(sectionKeys).map(([section, keys]) =>
      line(section, frame.sections[section as keyof typeof sectionKeys], () => press(keys), keys),
    ),
    ...commandTable
      .filter(({ menu, act, keys }) => menu !== undefined && act !== 'palette' && isBound(keys[0]!))
      .map(({ act, keys: [first = ''] }) =>
        // After the palette has gone, so that what floats over the page no longer owns the keyboard.
        line(`act-${act}`, capital(help.act[act]), () => requestAnimationFrame(() => press(first)), first),
      ),
    line('new-selection', selections.create, () => {
      void client.selections
        .create({ name: selections.default })
        .then(({ id }) => show({ section: 'selections', selection: id, reading: false }));
    }),
    ...(
      [
        ['charts', charts.title],
        ['folders', intake.folders],
        ['review', intake.review],
        ['settings', frame.settings],
        ['keeping', keeping.title],
        ['bin', bin.title],
        ['journal', keeping.journalLink],
        ['about', about.title],
      ] as const
    ).map(([section, text]) => line(section, text, () => show({ section, reading: false, ...sectionAlone }))),
    ...(['light', 'dark', 'contrast', 'system'] as const).map((theme) =>
      line(`theme-${theme}`, `${frame.theme}: ${frame.themes[theme]}`, () => set({ theme })),
    ),
  ];
}

function useLines(text: string): Line[] {
  const { palette, frame, reader } = useMessages();
  const say = useSayings();
  const client = useArchive();
  const { show } = useWays();
  const commands = useCommandLines();
  const { data: selections } = useSelections();
  const wanted = text.trim();
  const { data: names } = useQuery({
    queryKey: ['entities', 'palette', wanted],
    queryFn: ({ signal }) => client.entities.list({ filter: wanted, limit: 5 }, { signal }),
    enabled: wanted.length >= 2,
    placeholderData: keepPreviousData,
  });
  const { data: articles } = useQuery({
    queryKey: ['search', 'palette', wanted],
    queryFn: ({ signal }) =>
      client.search.run(
        { ...emptyQuestion, query: wanted, fields: ['title'], asTyped: true, offset: 0, limit: 5 },
        { signal },
      ),
    enabled: wanted.length >= 3,
    placeholderData: keepPreviousData,
  });
  return [
    ...commands.filter((one) => has(one.text, wanted)).map((one) => ({ ...one, group: palette.commands })),
    ...(selections ?? [])
      .filter((one) => has(one.name, wanted))
      .slice(0, 5)
      .map((one) => ({
        ...{ id: `s${one.id}`, group: palette.selections, mark: <Thread />, text: one.name },
        aside: frame.articles(one.articles),
        act: () => show({ section: 'selections', selection: one.id, reading: false }),
      })),
    ...(wanted.length >= 2 ? (names?.entities ?? []) : []).map((one) => ({
      ...{ id: `e${one.id}`, group: palette.names, mark: <Mark person={one.kind === 'person'} />, text: one.name },
      aside: frame.articles(one.articles),
      act: () => show({ section: 'names', entity: one.id, reading: false }),
    })),
    ...(wanted.length >= 3 ? (articles?.hits ?? []) : []).map((one) => ({
      ...{ id: `a${one.id}`, group: palette.articles, mark: <Icon of={FileText} /> },
      ...{ text: one.title === '' ? reader.untitled : one.title, aside: say.date(one.date) },
      act: () => show({ section: 'search', article: one.id, reading: true }),
    })),
  ];
}
