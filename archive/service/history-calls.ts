import { redo, undo } from '../store/history.ts';
import type { Archive } from './archive.ts';
import { calls } from './calls.ts';
import { refreshNames } from './recognising.ts';

export function historyCalls(archive: Archive) {
  const { database, changes } = archive;
  /** An undone step may have touched any table: what is kept in memory of them is read again when it is needed. */
  const turned = async <Result>(turn: () => Result): Promise<Result> => {
    const result = turn();
    archive.forget();
    refreshNames(archive);
    await archive.index.catchUp();
    changes.publish('articles', 'annotations', 'selections', 'entities', 'glossary');
    return result;
  };
  return {
    undo: calls.history.undo.handler(() => turned(() => undo(database))),
    redo: calls.history.redo.handler(() => turned(() => redo(database))),
  };
}
