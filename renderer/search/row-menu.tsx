import type { Hit } from '../../archive/contract/search.ts';
import { useMessages } from '../i18n/messages.tsx';
import { useArticleRemoval } from '../keeping/use-article-removal.ts';
import { ContextMenu } from '../ui/context-menu.tsx';
import { caption } from '../ui/keys.ts';
import { useWays } from '../view/place.tsx';
import { useTray } from '../view/tray.tsx';

/** Where the menu of a row was asked for. */
export interface RowAsked {
  readonly hit: Hit;
  readonly x: number;
  readonly y: number;
}

/** What can be done with a row of the result. */
export function RowMenu({ asked, onClose }: { asked: RowAsked; onClose(): void }) {
  const { reader, bin, frame } = useMessages();
  const { show } = useWays();
  const { selection, bind, unbind } = useTray();
  const remove = useArticleRemoval();
  const { hit } = asked;
  const bound = selection !== null && hit.selections.includes(selection.id);
  const acts: Record<string, () => void> = {
    read: () => show({ article: hit.id, reading: true }),
    bind: () => (bound ? unbind([hit.id]) : bind([hit.id])),
    remove: () => remove(hit.id),
  };
  return (
    <ContextMenu
      label={frame.more}
      at={asked}
      items={[
        { id: 'read', text: reader.readingMode, keys: 'Ctrl+Enter' },
        { id: 'bind', text: bound ? reader.bound : reader.bind, keys: caption('KeyS') },
        { id: 'remove', text: bin.remove, keys: 'Delete' },
      ]}
      onAct={(id) => acts[id]?.()}
      onClose={onClose}
    />
  );
}
