import { GripVertical, X } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SelectionDetail } from '../../archive/contract/library.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { bindShortWords } from '../i18n/typography.ts';
import { Icon, IconButton } from '../ui/controls.tsx';
import { useWays } from '../view/place.tsx';
import { useTray } from '../view/tray.tsx';
import { useSelectionActs } from './use-selection-acts.ts';

type Item = SelectionDetail['items'][number];

/** How long the hand must rest before a comment is written down, milliseconds. */
const rest = 200;

/** The articles of a selection, sewn together in their order; moved by dragging or by Alt with the arrows. */
export function BoundArticles({ selection }: { selection: SelectionDetail }) {
  const acts = useSelectionActs(selection.id);
  const [drag, setDrag] = useState<{ from: number; over: number } | null>(null);
  const { items } = selection;
  const move = (from: number, to: number) => {
    const item = items[from];
    if (item === undefined || to < 0 || to >= items.length || from === to) return;
    acts.move(item.article.id, item.article.title, from, to);
  };
  return (
    <ol className="bound-list">
      {items.map((item, at) => (
        <li
          key={item.article.id}
          className={drag?.over === at && drag.from !== at ? `drop ${drag.from < at ? 'after' : 'before'}` : ''}
          onDragOver={(event) => {
            if (drag === null) return;
            event.preventDefault();
            if (drag.over !== at) setDrag({ ...drag, over: at });
          }}
          onDrop={(event) => {
            if (drag === null) return;
            event.preventDefault();
            move(drag.from, at);
            setDrag(null);
          }}
        >
          <span className="no num">{at + 1}</span>
          <BoundArticle
            item={item}
            selection={selection.id}
            comment={(text) => acts.comment.mutateAsync({ article: item.article.id, text })}
          />
          <Grip
            title={item.article.title}
            onStart={() => setDrag({ from: at, over: at })}
            onEnd={() => setDrag(null)}
            onStep={(step) => move(at, at + step)}
          />
        </li>
      ))}
    </ol>
  );
}

interface GripProps {
  title: string;
  onStart(): void;
  onEnd(): void;
  onStep(step: 1 | -1): void;
}

function Grip({ title, onStart, onEnd, onStep }: GripProps) {
  const { selections } = useMessages();
  return (
    <button
      type="button"
      className="grip"
      draggable
      aria-label={selections.grip(title)}
      title={selections.gripHint}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', title);
        onStart();
      }}
      onDragEnd={onEnd}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        onStep(event.key === 'ArrowUp' ? -1 : 1);
      }}
    >
      <Icon of={GripVertical} />
    </button>
  );
}

interface BoundArticleProps {
  item: Item;
  selection: number;
  comment(text: string): Promise<unknown>;
}

function BoundArticle({ item, selection, comment }: BoundArticleProps) {
  const { frame, reader, selections } = useMessages();
  const say = useSayings();
  const { show } = useWays();
  const { unbind } = useTray();
  const { article } = item;
  return (
    <div className="bound-one">
      <div className="meta">
        <span>{say.date(article.date)}</span>
        <span>{article.source}</span>
        {article.annotations > 0 && <span>{frame.annotations(article.annotations)}</span>}
        <IconButton
          icon={X}
          size={14}
          className="unbind"
          label={selections.unbind}
          onPress={() => unbind([article.id], selection)}
        />
      </div>
      <h3>
        <button type="button" onClick={() => show({ section: 'search', article: article.id, reading: true })}>
          {article.title === '' ? reader.untitled : bindShortWords(article.title)}
        </button>
      </h3>
      <Comment text={item.comment} title={article.title} write={comment} />
    </div>
  );
}

/** The person's own words between the articles; written down while the hand rests and on leaving. */
function Comment({ text, title, write }: { text: string; title: string; write(text: string): Promise<unknown> }) {
  const { selections, frame } = useMessages();
  const [typed, setTyped] = useState(text);
  const [failed, setFailed] = useState(false);
  const written = useRef(text);
  const latest = useRef({ typed, write });
  latest.current = { typed, write };
  const save = useCallback(async () => {
    const { typed: now, write: put } = latest.current;
    if (now === written.current) return;
    const before = written.current;
    written.current = now;
    try {
      await put(now);
      setFailed(false);
    } catch {
      written.current = before;
      setFailed(true);
    }
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every key begins the rest anew
  useEffect(() => {
    const timer = setTimeout(() => void save(), rest);
    return () => clearTimeout(timer);
  }, [typed, save]);
  useEffect(() => () => void save(), [save]);
  // Changed elsewhere, by an undo or in another window, while nothing unwritten stands here.
  useEffect(() => {
    if (latest.current.typed !== written.current) return;
    written.current = text;
    setTyped(text);
  }, [text]);
  return (
    <>
      <textarea
        className="cm"
        rows={1}
        maxLength={100_000}
        aria-label={`${selections.comment}: ${title}`}
        placeholder={selections.addComment}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {failed && (
        <p className="bad" role="alert">
          {frame.unsaved}
        </p>
      )}
    </>
  );
}
