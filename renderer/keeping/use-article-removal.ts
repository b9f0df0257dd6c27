import { useCallback } from 'react';
import { useResult } from '../search/result.tsx';
import { usePlace } from '../view/place.tsx';
import { useRemoval } from './use-removal.ts';

/** Removes one article; when it is the one that is read, its neighbour in the result takes its place in the sheet. */
export function useArticleRemoval(): (id: number) => void {
  const { view, amend } = usePlace();
  const { hitAt, positionOf } = useResult();
  const { remove, busy } = useRemoval();
  return useCallback(
    (id: number) => {
      if (busy) return;
      const at = positionOf(id);
      const neighbour = at < 0 ? undefined : (hitAt(at + 1) ?? hitAt(at - 1));
      remove(
        { by: 'articles', ids: [id] },
        {
          onSuccess: () => {
            if (view.article !== id) return;
            amend({ article: neighbour?.id ?? null, reading: view.reading && neighbour !== undefined });
          },
        },
      );
    },
    [busy, positionOf, hitAt, remove, amend, view.article, view.reading],
  );
}
