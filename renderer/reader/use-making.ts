import { useCallback, useRef } from 'react';
import type { Annotation, Pencil } from '../../archive/contract/annotations.ts';
import type { Passage } from './desk.tsx';
import type { useAnnotations } from './reading.tsx';

/** What a mark is to be. */
interface Wish {
  pencil: Pencil;
  bookmark: boolean;
}

/** A mark whose making is not answered yet, and what was wished for it last. */
interface Making {
  article: number;
  passage: Passage;
  wish: Wish;
  /** The mark; undefined where it was refused. */
  answer: Promise<Annotation | undefined>;
}

/**
 * Makes marks, one for one passage: who chooses another pencil before the archive has answered gets it with the answer.
 * `onMade` is called for the mark that was begun last, and not for one of an article left meanwhile.
 */
export function useMaking({ create, change }: ReturnType<typeof useAnnotations>, article: number) {
  const { mutateAsync } = create;
  const { mutate } = change;
  const making = useRef<Making>(null);
  const now = useRef(article);
  now.current = article;
  return useCallback(
    (passage: Passage, wish: Wish, onMade: (made: Annotation) => void): Promise<Annotation | undefined> => {
      const begun = making.current;
      if (begun !== null && begun.article === article && isSame(begun.passage, passage)) {
        begun.wish = wish;
        return begun.answer;
      }
      const answer = mutateAsync({ field: passage.field, span: passage.span, ...wish }).then(
        (made) => {
          const { pencil, bookmark } = one.wish;
          if (pencil !== made.pencil || bookmark !== made.bookmark) mutate({ id: made.id, pencil, bookmark });
          if (making.current === one && now.current === article) onMade(made);
          return made;
        },
        // The refusal is told where the mark is made.
        () => undefined,
      );
      const one: Making = { article, passage, wish, answer };
      making.current = one;
      void answer.then(() => {
        if (making.current === one) making.current = null;
      });
      return answer;
    },
    [mutateAsync, mutate, article],
  );
}

const isSame = (a: Passage, b: Passage) =>
  a.field === b.field && a.span.start === b.span.start && a.span.end === b.span.end;
