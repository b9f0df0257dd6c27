import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Annotation, Pencil } from '../../archive/contract/annotations.ts';
import type { Article, Mention } from '../../archive/contract/articles.ts';
import type { ArticleField, Span } from '../../archive/contract/values.ts';
import { useMessages } from '../i18n/messages.tsx';
import { announce } from '../ui/announce.ts';
import { tell } from '../ui/toasts.tsx';
import { usePlace } from '../view/place.tsx';
import { useSettings } from '../view/settings.tsx';
import type { Question } from '../view/view.ts';
import { lostMarkId, markSaid } from './mark-name.ts';
import { type Layer, paint, wipe } from './paint.ts';
import { paragraphAt, paragraphsOf } from './paragraphs.ts';
import { liveRange, offsetOf, rangeOf, selectedSpan } from './ranges.ts';
import { useAnnotations, useArticle, useHits, useOpened } from './reading.tsx';
import { firstInSight } from './select-by-key.ts';
import { sentenceAt, sentencesOf } from './sentences.ts';
import { scrollTo, useHitWalk } from './use-hit-walk.ts';
import { type LayersShown, useLayers } from './use-layers.ts';
import { useMaking } from './use-making.ts';

/** A passage on which something floats: just selected, or marked. */
export interface Passage {
  field: ArticleField;
  span: Span;
  text: string;
}

export interface Editing {
  passage: Passage;
  /** The mark being edited; null while the passage is only selected. */
  mark: number | null;
  fresh: boolean;
  focusNote: boolean;
}

export type LayerName = 'hits' | 'notes' | 'speeches';

/** The layers that the person switched off stay so. */
const layersKept = (panes: Record<string, number>): Record<LayerName, boolean> => ({
  hits: panes['layer-hits'] !== 0,
  notes: panes['layer-notes'] !== 0,
  speeches: panes['layer-speeches'] !== 0,
});

/** Everything the sheet and the reading mode share: the article, its layers, its marks and what is done with them. */
export function useDesk(id: number, question: Question) {
  const { annotation: sentences } = useMessages();
  const { settings, set } = useSettings();
  const { view, amend } = usePlace();
  const page = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLElement>(null);
  const query = useArticle(id);
  useOpened(query.data === undefined ? null : id);
  const article: Article | undefined = query.data;
  const paragraphs = useMemo(() => paragraphsOf(article?.body ?? ''), [article?.body]);
  const marks = useHits(id, question);
  const acts = useAnnotations(id);
  const { annotations } = acts;
  const [allNames, setAllNames] = useState(false);
  const shown = useMemo(() => layersKept(settings.panes), [settings.panes]);
  const setShown = useCallback(
    (change: Partial<Record<LayerName, boolean>>) => {
      const kept = Object.entries(change).map(([name, on]) => [`layer-${name}`, Number(on)]);
      set({ panes: { ...settings.panes, ...Object.fromEntries(kept) } });
    },
    [settings.panes, set],
  );
  const [editing, setEditing] = useState<Editing | null>(null);
  const [named, setNamed] = useState<Mention | null>(null);
  const [current, setCurrent] = useState<number | null>(null);
  const layers: LayersShown = {
    hits: shown.hits,
    notes: shown.notes,
    names: allNames ? 'all' : settings.namesInText ? 'first' : 'none',
  };
  const fields = useLayers({ text, page, frame }, article, marks, annotations, layers);
  const walk = useHitWalk(fields, marks, id);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another article begins with nothing open
  useEffect(() => {
    setEditing(null);
    setNamed(null);
    setCurrent(null);
    page.current?.scrollTo({ top: 0 });
  }, [id]);

  // What the editor or the name's popover is about stays lit while they are open.
  const owner = useRef({});
  useEffect(() => {
    const lit = new Map<Layer, AbstractRange[]>([
      ['chosen', []],
      ['name-open', []],
    ]);
    if (fields !== null && editing !== null) {
      const range = rangeOf(fields[editing.passage.field], editing.passage.span);
      if (range !== undefined) lit.set('chosen', [range]);
    }
    if (fields !== null && named !== null) {
      const same = (article?.mentions ?? []).filter(({ entity }) => entity === named.entity);
      lit.set(
        'name-open',
        same.map((one) => rangeOf(fields[one.field], one)).filter((range) => range !== undefined),
      );
    }
    paint(owner.current, lit);
    const mine = owner.current;
    return () => wipe(mine);
  }, [fields, editing, named, article?.mentions]);

  const passageOf = useCallback(
    (mark: Annotation): Passage | null =>
      mark.span === null ? null : { field: mark.field, span: mark.span, text: mark.quote.exact },
    [],
  );
  const go = useCallback(
    (mark: Annotation, outline = true) => {
      if (fields === null || mark.span === null) return;
      const range = rangeOf(fields[mark.field], mark.span);
      if (range !== undefined) scrollTo(liveRange(range), outline);
    },
    [fields],
  );
  /** Brings a passage into view and lets the next key act on it. */
  const visit = useCallback(
    ({ field, span }: Passage) => {
      const range = fields === null ? undefined : rangeOf(fields[field], span);
      if (range !== undefined) scrollTo(liveRange(range));
    },
    [fields],
  );
  const open = useCallback(
    (markId: number, focusNote: boolean) => {
      const mark = annotations.find((one) => one.id === markId);
      const passage = mark === undefined ? null : passageOf(mark);
      if (passage === null) return;
      setNamed(null);
      setCurrent(markId);
      setEditing({ passage, mark: markId, fresh: false, focusNote });
    },
    [annotations, passageOf],
  );

  // A mark that the person came for from another page is gone to once, as soon as text and marks are there.
  const wanted = view.article === id ? view.mark : null;
  useEffect(() => {
    const mark = wanted === null ? undefined : annotations.find((one) => one.id === wanted);
    if (mark === undefined || fields === null) return;
    setCurrent(mark.id);
    if (mark.span !== null) go(mark);
    else document.getElementById(lostMarkId(mark.id))?.focus();
    announce(markSaid(sentences, settings.pencils, mark));
    amend({ mark: null });
  }, [wanted, annotations, fields, go, amend, sentences, settings.pencils]);

  const begin = useMaking(acts, id);
  /** Marks a passage and lets the next key act on the mark; its editor opens for a note, but not again when it was closed meanwhile. */
  const make = useCallback(
    (passage: Passage, pencil: Pencil, focusNote: boolean, bookmark = false) => {
      const opens = focusNote && editing === null;
      return begin(passage, { pencil, bookmark }, (made) => {
        window.getSelection()?.removeAllRanges();
        setCurrent(made.id);
        setEditing((old) => (old === null && !opens ? null : { passage, mark: made.id, fresh: true, focusNote }));
      });
    },
    [begin, editing],
  );

  const selected = useCallback((): Passage | undefined => {
    if (text.current === null) return undefined;
    return selectedSpan(text.current);
  }, []);

  /** The selection, else the sentence of the current hit, else the first one in sight. */
  const passageAtHand = useCallback((): Passage | undefined => {
    const own = selected();
    if (own !== undefined) return own;
    if (walk.now?.field === 'title') return { field: 'title', span: walk.now.span, text: '' };
    const at = walk.now?.span.start ?? (text.current === null ? undefined : firstInSight(text.current));
    const near = at === undefined ? [] : [paragraphs[paragraphAt(paragraphs, at)]!].filter(Boolean);
    const span = at === undefined ? undefined : sentenceAt(sentencesOf(near), at);
    return span === undefined ? undefined : { field: 'body', span, text: '' };
  }, [selected, walk.now, paragraphs]);

  const step = useCallback(
    (by: 1 | -1) => {
      const order = annotations.filter(({ span }) => span !== null).sort(inTextOrder);
      if (order.length === 0) return;
      const at = order.findIndex((one) => one.id === current);
      const mark = order[at < 0 ? (by === 1 ? 0 : order.length - 1) : (at + by + order.length) % order.length]!;
      setCurrent(mark.id);
      go(mark);
      announce(markSaid(sentences, settings.pencils, mark));
    },
    [annotations, current, go, sentences, settings.pencils],
  );

  const placeLost = useCallback(
    (lost: Annotation, span: Span | undefined) => {
      if (span === undefined) return tell({ text: sentences.placeHint });
      const placed = () => {
        setCurrent(lost.id);
        visit({ field: lost.field, span, text: '' });
        tell({ text: sentences.placed });
      };
      acts.change.mutate({ id: lost.id, span }, { onSuccess: placed });
    },
    [acts.change, visit, sentences],
  );

  /** The mark that a selection is meant to widen or to narrow: the one at hand, else the latest it touches. */
  const markUnder = useCallback(
    ({ field, span }: Passage): Annotation | undefined => {
      const touched = annotations.filter(
        (one) => one.field === field && one.span !== null && one.span.start < span.end && span.start < one.span.end,
      );
      return touched.find(({ id: one }) => one === current) ?? touched.at(-1);
    },
    [annotations, current],
  );
  const rebound = useCallback(
    (mark: Annotation, { span }: Passage) => {
      const moved = () => {
        window.getSelection()?.removeAllRanges();
        setCurrent(mark.id);
        setEditing(null);
        announce(sentences.rebounded);
      };
      acts.change.mutate({ id: mark.id, span }, { onSuccess: moved });
    },
    [acts.change, sentences],
  );

  /** A click: on a selection, a mark, or a name. */
  const point = useCallback(
    (event: { clientX: number; clientY: number }) => {
      const passage = selected();
      if (passage !== undefined) {
        setNamed(null);
        setEditing({ passage, mark: null, fresh: false, focusNote: false });
        return;
      }
      setEditing(null);
      const caret = document.caretPositionFromPoint(event.clientX, event.clientY);
      const at = caret === null ? undefined : offsetOf(caret.offsetNode, caret.offset);
      if (at === undefined) return setNamed(null);
      const holds = ({ start, end }: Span) => start <= at.offset && at.offset <= end;
      const mark = shown.notes
        ? annotations.findLast(({ field, span }) => field === at.field && span !== null && holds(span))
        : undefined;
      if (mark !== undefined) return open(mark.id, false);
      const mention =
        layers.names === 'none' ? undefined : article?.mentions.find((one) => one.field === at.field && holds(one));
      setNamed(mention ?? null);
    },
    [selected, annotations, open, article?.mentions, layers.names, shown.notes],
  );

  return {
    ...{
      page,
      frame,
      text,
      query,
      article,
      paragraphs,
      fields,
      walk,
      acts,
      annotations,
      layers,
      allNames,
      setAllNames,
    },
    ...{ shown, setShown, editing, setEditing, named, setNamed, current, setCurrent },
    ...{ go, visit, open, make, selected, passageAtHand, step, placeLost, markUnder, rebound, point },
  };
}

export type Desk = ReturnType<typeof useDesk>;

/** The title before the text; of two marks that begin together the shorter one, then the older one, is first. */
function inTextOrder(a: Annotation, b: Annotation): number {
  if (a.field !== b.field) return a.field === 'title' ? -1 : 1;
  return a.span!.start - b.span!.start || a.span!.end - b.span!.end || a.id - b.id;
}
