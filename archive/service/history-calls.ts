import { redo, type StepKind, type Undone, undo } from '../store/history.ts';
import type { Archive } from './archive.ts';
import { calls } from './calls.ts';
import type { Change } from './changes.ts';
import { refreshNames } from './recognising.ts';

/** What windows are to look at again when a step of a kind was undone or done again. */
const about: Readonly<Record<StepKind, readonly Change['what'][]>> = {
  annotation: ['annotations'],
  selection: ['selections', 'articles'],
  curation: ['entities', 'articles'],
  article: ['articles', 'imports'],
  search: ['articles'],
  removal: ['articles', 'annotations', 'selections', 'entities'],
  glossary: ['glossary'],
};

export function historyCalls(archive: Archive) {
  const { database, changes } = archive;
  /** What is kept in memory of the rows that a step touched is read again. */
  const turned = async (turn: () => Undone) => {
    const { articles, ...undone } = turn();
    const { what } = undone;
    if (what === 'curation') archive.recurate();
    else archive.refresh(articles);
    if (what === 'glossary') archive.glossary.forget();
    if (what === 'curation' || what === 'removal') refreshNames(archive);
    if (what === 'removal') await archive.index.catchUp();
    changes.publish(...about[what]);
    return undone;
  };
  return {
    undo: calls.history.undo.handler(() => turned(() => undo(database))),
    redo: calls.history.redo.handler(() => turned(() => redo(database))),
  };
}
