import type { Pencil } from '../../archive/contract/annotations.ts';
import { useArticleRemoval } from '../keeping/use-article-removal.ts';
import { useKeys } from '../ui/keys.ts';
import { usePlace } from '../view/place.tsx';
import { useSettings } from '../view/settings.tsx';
import { useTray } from '../view/tray.tsx';
import type { Desk } from './desk.tsx';
import { useArticleActs } from './reading.tsx';
import { useNeighbours } from './tools.tsx';

const pencilKeys: Record<string, Pencil> = { Digit1: 'ochre', Digit2: 'blue', Digit3: 'red', Digit4: 'lead' };

/** The bounds of the article's size, CSS pixels. */
const [smallest, largest] = [15, 24];

/** The keys of reading and marking, in the sheet and in the reading mode alike. */
export function useReaderKeys(desk: Desk, id: number): void {
  const { view, show } = usePlace();
  const { settings, set } = useSettings();
  const { selection, bind, unbind } = useTray();
  const { next, previous } = useNeighbours();
  const { article } = desk;
  const remove = useArticleRemoval();
  const { readState, reference } = useArticleActs(article);
  const resize = (by: number) => {
    const now = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--read-size')) || 17;
    set({ readSize: Math.max(smallest, Math.min(largest, (settings.readSize ?? now) + by)) });
  };
  const pencil = (event: KeyboardEvent) => {
    const chosen = pencilKeys[event.code];
    if (chosen === undefined) return false;
    const passage = desk.selected();
    if (passage !== undefined) return desk.make(passage, chosen, false);
    if (desk.current === null) return false;
    return desk.acts.change.mutate({ id: desk.current, pencil: chosen });
  };
  useKeys({
    KeyJ: next,
    KeyK: previous,
    F3: desk.walk.next,
    'Shift+F3': desk.walk.previous,
    KeyH: () => {
      const passage = desk.passageAtHand();
      if (passage === undefined) return false;
      return desk.make(passage, desk.acts.lastPencil, true);
    },
    'Shift+KeyH': () => {
      const passage = desk.selected();
      const mark = passage && desk.markUnder(passage);
      return passage === undefined || mark === undefined ? false : desk.rebound(mark, passage);
    },
    KeyB: () => {
      const passage = desk.passageAtHand();
      return passage === undefined ? false : desk.make(passage, desk.acts.lastPencil, false, true);
    },
    Digit1: pencil,
    Digit2: pencil,
    Digit3: pencil,
    Digit4: pencil,
    KeyE: () => (desk.current === null ? false : desk.open(desk.current, true)),
    BracketRight: () => desk.step(1),
    BracketLeft: () => desk.step(-1),
    KeyN: () => desk.setAllNames(!desk.allNames),
    KeyS: () => {
      const bound = selection !== null && article?.selections.includes(selection.id) === true;
      if (bound) unbind([id]);
      else bind([id]);
    },
    KeyM: () => readState.mutate(article?.readState === 'read' ? 'unread' : 'read'),
    Delete: () => remove(id),
    'Ctrl+Shift+KeyC': () => reference.mutate(desk.selected()),
    'Ctrl+Enter': () => show({ reading: !view.reading, original: false, beside: null, compare: false }),
    'Alt+Equal': () => resize(1),
    'Alt+Minus': () => resize(-1),
    Escape: () => {
      if (desk.editing !== null) return desk.setEditing(null);
      if (desk.named !== null) return desk.setNamed(null);
      if (desk.allNames) return desk.setAllNames(false);
      if (view.original) return show({ original: false });
      if (view.beside !== null) return show({ beside: null, compare: false });
      if (view.reading) return show({ reading: false });
      return false;
    },
  });
}
