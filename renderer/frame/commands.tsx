import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { bridge } from '../bridge.ts';
import { useUndo } from '../ui/history.ts';
import { useKeys } from '../ui/keys.ts';
import { usePlace } from '../view/place.tsx';
import { useTray } from '../view/tray.tsx';
import { type Section, sectionAlone, viewToHash } from '../view/view.ts';
import { sectionKeys } from './command-table.ts';
import { Help } from './help.tsx';
import { useNativeMenu } from './native-menu.ts';
import { Palette } from './palette.tsx';
import { Tour } from './tour.tsx';

interface CommandsValue {
  openPalette(): void;
  openHelp(): void;
  /** A walk around the window. */
  openTour(): void;
}

const CommandsContext = createContext<CommandsValue>({ openPalette: () => {}, openHelp: () => {}, openTour: () => {} });
export const useCommands = () => useContext(CommandsContext);

/** The parts of the window that F6 walks through. */
const panes = '.mast nav a[aria-current], #query, .facets, .results [role=listbox], .page, .pageview, .strip button';

function walkPanes(step: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(panes)].filter((pane) => pane.offsetParent !== null);
  const at = all.findIndex((pane) => pane === document.activeElement || pane.contains(document.activeElement));
  all[(at + step + all.length) % all.length]?.focus();
}

/** Another window over the same archive, at the same place. */
function openWindow(hash: string): void {
  const desktop = bridge();
  if (desktop === undefined) window.open(`${location.pathname}${hash}`, '_blank', 'noopener');
  else desktop.newWindow(hash);
}

/** The keys that work everywhere, the palette and the help. */
export function Commands({ children }: { children: ReactNode }) {
  const { view, show } = usePlace();
  const { selection } = useTray();
  const { undo, redo } = useUndo();
  const [open, setOpen] = useState<'palette' | 'help' | 'tour' | null>(null);
  const value = useMemo(
    () => ({
      openPalette: () => setOpen('palette'),
      openHelp: () => setOpen('help'),
      openTour: () => setOpen('tour'),
    }),
    [],
  );
  const toSearch = () => {
    if (view.section !== 'search' || view.reading) show({ section: 'search', reading: false });
    requestAnimationFrame(() => document.getElementById('query')?.focus());
  };
  const inText = (event: KeyboardEvent) =>
    event.target instanceof HTMLElement && event.target.matches('input, textarea');
  useKeys({
    Slash: toSearch,
    'Ctrl+KeyF': () => (view.reading ? false : toSearch()),
    'Ctrl+KeyK': value.openPalette,
    F1: value.openHelp,
    'Shift+Slash': value.openHelp,
    F6: () => walkPanes(1),
    'Shift+F6': () => walkPanes(-1),
    KeyF: () => document.querySelector<HTMLElement>('.facets button')?.focus(),
    'Ctrl+KeyO': () => show({ section: 'archive', reading: false, job: null }),
    'Ctrl+KeyE': () => selection !== null && show({ section: 'selections', selection: selection.id, reading: false }),
    'Ctrl+KeyZ': (event) => (inText(event) ? false : undo()),
    'Ctrl+Shift+KeyZ': (event) => (inText(event) ? false : redo()),
    ...Object.fromEntries(
      Object.entries(sectionKeys).map(([section, keys]) => [
        keys,
        () => show({ section: section as Section, reading: false, ...sectionAlone }),
      ]),
    ),
    'Ctrl+Shift+KeyH': () => show({ section: 'home', reading: false, ...sectionAlone }),
    'Ctrl+Shift+KeyN': () => openWindow(viewToHash(view)),
    'Ctrl+KeyP': () => window.print(),
    // A browser has these keys of its own; the desktop's window has none.
    'Alt+ArrowLeft': (event) => (inText(event) ? false : history.back()),
    'Alt+ArrowRight': (event) => (inText(event) ? false : history.forward()),
  });
  useNativeMenu();
  const close = () => setOpen(null);
  return (
    <CommandsContext.Provider value={value}>
      {children}
      {open === 'palette' && <Palette onClose={close} />}
      {open === 'help' && <Help onClose={close} onTour={value.openTour} />}
      {open === 'tour' && <Tour onClose={close} />}
    </CommandsContext.Provider>
  );
}
