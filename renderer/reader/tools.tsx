import {
  BookOpen,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  ChevronUp,
  Ellipsis,
  Highlighter,
  Quote,
} from 'lucide-react';
import { Button } from 'react-aria-components';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { useArticleRemoval } from '../keeping/use-article-removal.ts';
import { useResult } from '../search/result.tsx';
import { Icon, IconButton, Thread } from '../ui/controls.tsx';
import { caption } from '../ui/keys.ts';
import { ActionMenu } from '../ui/menu.tsx';
import { usePlace, useWays } from '../view/place.tsx';
import { useTray } from '../view/tray.tsx';
import type { Desk } from './desk.tsx';
import { LayersMenu } from './layers-menu.tsx';
import { useArticleActs } from './reading.tsx';

/** The article before and after this one in the result. */
export function useNeighbours() {
  const { view, amend } = usePlace();
  const { answer, hitAt, need, positionOf } = useResult();
  const position = positionOf(view.article);
  const total = answer === undefined ? 0 : answer.total - answer.folded;
  const go = (step: number) => {
    const next = position < 0 ? 0 : position + step;
    if (next < 0 || next >= total) return;
    need(next, next);
    const hit = hitAt(next);
    if (hit !== undefined) amend({ article: hit.id });
  };
  return { position, total, next: () => go(1), previous: () => go(-1) };
}

export function ArticleSteps() {
  const { reader } = useMessages();
  const say = useSayings();
  const { position, total, next, previous } = useNeighbours();
  return (
    <span className="pos">
      <IconButton
        icon={ChevronUp}
        label={reader.previous}
        keys={caption('KeyK')}
        onPress={previous}
        isDisabled={position <= 0}
      />
      <IconButton
        icon={ChevronDown}
        label={reader.next}
        keys={caption('KeyJ')}
        onPress={next}
        isDisabled={position + 1 >= total}
      />
      {position >= 0 && <span className="num">{reader.position(say.number(position + 1), say.number(total))}</span>}
    </span>
  );
}

export function HitSteps({ desk }: { desk: Desk }) {
  const { reader } = useMessages();
  const say = useSayings();
  const { count, at, next, previous } = desk.walk;
  if (count === 0) return null;
  return (
    <>
      <span className="sep" />
      <span className="pos">
        <IconButton icon={ChevronLeft} label={reader.previousHit} keys="Shift+F3" onPress={previous} />
        <span className="num hit-place">
          <mark className="hit now">{say.number(at + 1)}</mark>{' '}
          {reader.hitPosition(say.number(at + 1), say.number(count))}
        </span>
        <IconButton icon={ChevronRight} label={reader.nextHit} keys="F3" onPress={next} />
      </span>
    </>
  );
}

export function BindButton({ desk }: { desk: Desk }) {
  const { reader } = useMessages();
  const { selection, bind, unbind } = useTray();
  const { article } = desk;
  if (article === undefined) return null;
  const bound = selection !== null && article.selections.includes(selection.id);
  return (
    <Button className="btn quiet" onPress={() => (bound ? unbind([article.id]) : bind([article.id]))}>
      {bound && <Thread />}
      <span className="lbl">{bound ? reader.bound : reader.bind}</span>
    </Button>
  );
}

/** «Ещё»: what is done with an article less often. */
export function MoreMenu({ desk }: { desk: Desk }) {
  const { reader, annotation, frame, bin } = useMessages();
  const remove = useArticleRemoval();
  const { view, show } = usePlace();
  const { article } = desk;
  const { readState, reference } = useArticleActs(article);
  if (article === undefined) return null;
  const acts: Record<string, () => void> = {
    read: () => readState.mutate('read'),
    unread: () => readState.mutate('unread'),
    check: () => readState.mutate('check'),
    reference: () => reference.mutate(desk.selected()),
    original: () => show({ reading: true, original: !view.original, beside: null, compare: false }),
    bookmark: () => {
      const passage = desk.passageAtHand();
      if (passage !== undefined) desk.make(passage, desk.acts.lastPencil, false, true);
    },
    remove: () => remove(article.id),
    beside: () =>
      show({ reading: true, original: false, compare: false, beside: view.beside === null ? article.id : null }),
  };
  return (
    <ActionMenu
      label={frame.more}
      items={[
        { id: 'read', text: reader.markRead, keys: caption('KeyM'), disabled: article.readState === 'read' },
        { id: 'unread', text: reader.markUnread, disabled: article.readState === 'unread' },
        { id: 'check', text: reader.markCheck, disabled: article.readState === 'check' },
        { id: 'reference', text: reader.reference, keys: caption('Ctrl+Shift+KeyC') },
        { id: 'bookmark', text: annotation.addBookmark, keys: caption('KeyB') },
        { id: 'original', text: view.original ? reader.closeOriginal : reader.openOriginal },
        { id: 'beside', text: view.beside === null ? reader.beside : reader.closeBeside },
        { id: 'remove', text: bin.remove, keys: 'Delete' },
      ]}
      onAct={(id) => acts[id]?.()}
    >
      <Button className="ico" aria-label={frame.more}>
        <Icon of={Ellipsis} />
      </Button>
    </ActionMenu>
  );
}

/** The tools over the sheet beside the list. */
export function SheetTools({ desk }: { desk: Desk }) {
  const { reader } = useMessages();
  const { show } = useWays();
  const { reference } = useArticleActs(desk.article);
  return (
    <div className="tools" role="toolbar" aria-label={reader.article}>
      <ArticleSteps />
      <HitSteps desk={desk} />
      <span className="grow" />
      <BindButton desk={desk} />
      <IconButton
        icon={Highlighter}
        label={reader.mark}
        keys={caption('KeyH')}
        onPress={() => {
          const passage = desk.passageAtHand();
          if (passage !== undefined) desk.make(passage, desk.acts.lastPencil, true);
        }}
      />
      <LayersMenu desk={desk} />
      <IconButton
        icon={Quote}
        label={reader.reference}
        keys={caption('Ctrl+Shift+KeyC')}
        onPress={() => reference.mutate(desk.selected())}
      />
      <IconButton
        icon={BookOpen}
        label={reader.readingMode}
        keys="Ctrl+Enter"
        onPress={() => show({ reading: true })}
      />
      <MoreMenu desk={desk} />
    </div>
  );
}
