import { Bookmark, MoveHorizontal, Quote, Tag, Trash2, UserRound } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Input, TextArea, TextField } from 'react-aria-components';
import type { Annotation, Pencil } from '../../archive/contract/annotations.ts';
import type { Article } from '../../archive/contract/articles.ts';
import { useMessages } from '../i18n/messages.tsx';
import { Act, Icon, IconButton, IconToggle } from '../ui/controls.tsx';
import type { Passage } from './desk.tsx';
import { PencilBox } from './pencils.tsx';
import { type useAnnotations, useArticleActs } from './reading.tsx';

/** How long the hand must rest before a note is written down, milliseconds; the promise is 300 with the write itself. */
const rest = 200;

interface AnnotationEditorProps {
  /** The mark; undefined while the passage is only selected. */
  mark: Annotation | undefined;
  article: Article;
  passage: Passage;
  acts: ReturnType<typeof useAnnotations>;
  /** Marks the selected passage, or gives the mark that is just being made another pencil. */
  onMake(pencil: Pencil): Promise<Annotation | undefined>;
  /** The selection touches a mark, whose bounds can be moved to it. */
  onRebound: (() => void) | undefined;
  onDeclare: (() => void) | undefined;
  onClose(): void;
  /** The mark was just made: Esc with an empty note takes it back. */
  fresh: boolean;
  focusNote: boolean;
}

const tagsOf = (text: string) => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];

/** Pencil, note and tags of one mark. What is typed is written down while the hand rests, and on leaving. */
export function AnnotationEditor(props: AnnotationEditorProps) {
  const { mark, article, passage, acts, onMake, onRebound, onDeclare, onClose, fresh, focusNote } = props;
  const { annotation, reader } = useMessages();
  const { reference } = useArticleActs(article);
  const [note, setNote] = useState(mark?.note ?? '');
  const [tags, setTags] = useState(mark?.tags.join(', ') ?? '');
  const [tagging, setTagging] = useState((mark?.tags.length ?? 0) > 0);
  const [state, setState] = useState<'still' | 'saving' | 'saved' | 'failed'>('still');
  const area = useRef<HTMLTextAreaElement>(null);
  const written = useRef({ note: mark?.note ?? '', tags: mark?.tags.join(', ') ?? '' });
  const latest = useRef({ note, tags, mark });
  latest.current = { note, tags, mark };
  /** The mark that is being made here: who leaves before it is answered has written their note all the same. */
  const making = useRef<Promise<Annotation | undefined>>(undefined);
  const { mutateAsync } = acts.change;

  const write = useCallback(async () => {
    const id = latest.current.mark?.id ?? (await making.current)?.id;
    const now = latest.current;
    if (id === undefined) return;
    if (now.note === written.current.note && now.tags === written.current.tags) return;
    const before = written.current;
    written.current = { note: now.note, tags: now.tags };
    setState('saving');
    try {
      await mutateAsync({ id, note: now.note, tags: tagsOf(now.tags) });
      setState('saved');
    } catch {
      // The text stays in the field and is tried again with the next key or on leaving.
      written.current = before;
      setState('failed');
    }
  }, [mutateAsync]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every key begins the rest anew
  useEffect(() => {
    const timer = setTimeout(() => void write(), rest);
    return () => clearTimeout(timer);
  }, [note, tags, mark?.id, write]);
  useEffect(() => () => void write(), [write]);
  useEffect(() => {
    if (focusNote) area.current?.focus();
  }, [focusNote]);

  const make = (pencil: Pencil) => {
    making.current = onMake(pencil);
  };
  /** With the pencil used last, unless one was chosen already. */
  const makeAnyhow = () => {
    if (mark === undefined && !acts.create.isPending) make(acts.lastPencil);
  };
  const typed = (text: string) => {
    setNote(text);
    // A note needs a mark to stand at: the first letter makes it.
    if (text !== '') makeAnyhow();
  };
  const choose = (pencil: Pencil) => {
    if (mark === undefined) make(pencil);
    else void mutateAsync({ id: mark.id, pencil }).catch(() => setState('failed'));
  };
  const press = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onClose();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (fresh && mark !== undefined && note.trim() === '') acts.remove.mutate([mark.id]);
      onClose();
    }
  };
  return (
    <div className="anpop-inside" onKeyDown={press} role="none">
      <PencilBox value={mark?.pencil ?? null} onChoose={choose} />
      <TextField className="area-field" aria-label={annotation.note} value={note} onChange={typed}>
        <TextArea ref={area} className="area" placeholder={annotation.note} rows={3} maxLength={100_000} />
      </TextField>
      {tagging && (
        <TextField className="text-field" aria-label={annotation.tags} value={tags} onChange={setTags}>
          <Input className="input" placeholder={`${annotation.tags}, ${annotation.tagsHint}`} />
        </TextField>
      )}
      <div className="foot">
        {!tagging && mark !== undefined && (
          <Act kind="quiet" icon={Tag} onPress={() => setTagging(true)}>
            {annotation.tags}
          </Act>
        )}
        {onRebound !== undefined && (
          <Act kind="quiet" icon={MoveHorizontal} onPress={onRebound}>
            {annotation.rebound}
          </Act>
        )}
        {mark === undefined && onDeclare !== undefined && <DeclareAct onDeclare={onDeclare} />}
        <span className="grow save-state" role="status">
          {state === 'failed' && <b className="bad">{annotation.failed}</b>}
          {state === 'saving' && annotation.saving}
          {state === 'saved' && annotation.saved}
        </span>
        <IconButton icon={Quote} label={reader.copyQuotation} onPress={() => reference.mutate(passage)} />
        {mark !== undefined && (
          <IconToggle
            icon={Bookmark}
            label={mark.bookmark ? annotation.makeMark : annotation.makeBookmark}
            isSelected={mark.bookmark}
            onChange={(bookmark) => void mutateAsync({ id: mark.id, bookmark }).catch(() => setState('failed'))}
          />
        )}
        {mark !== undefined && (
          <IconButton
            icon={Trash2}
            label={annotation.remove}
            onPress={() => {
              acts.remove.mutate([mark.id]);
              onClose();
            }}
          />
        )}
        <Act
          kind="main"
          onPress={() => {
            makeAnyhow();
            onClose();
          }}
        >
          {annotation.save}
        </Act>
      </div>
    </div>
  );
}

function DeclareAct({ onDeclare }: { onDeclare(): void }) {
  const { reader } = useMessages();
  return (
    <button type="button" className="btn quiet" onClick={onDeclare}>
      <Icon of={UserRound} />
      {reader.declare}
    </button>
  );
}
