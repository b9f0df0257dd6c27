import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { refuse } from '../contract/refuse.ts';
import { folderRules, removeFolderRule, setFolderRule } from '../store/folder-rules.ts';
import { addFolder, ledger, removeFolder, storedFolder, tryAgain, watchedFolders } from '../store/watched.ts';
import type { Archive } from './archive.ts';
import { calls } from './calls.ts';

export function folderCalls(archive: Archive) {
  const { database, watching, changes } = archive;
  const changed = () => {
    changes.publish('imports');
    return {};
  };
  return {
    list: calls.folders.list.handler(() => watchedFolders(database).map((folder) => watching.state(folder))),
    add: calls.folders.add.handler(({ input }) => {
      const path = resolve(input.path);
      if (!existsSync(path) || !statSync(path).isDirectory()) refuse('FOLDER_MISSING', basename(path));
      const folder = storedFolder(database, addFolder(database, path, input.polling, archive.now()));
      watching.begin(folder);
      changed();
      return watching.state(folder);
    }),
    remove: calls.folders.remove.handler(async ({ input }) => {
      await watching.end(storedFolder(database, input.id).id);
      removeFolder(database, input.id);
      return changed();
    }),
    files: calls.folders.files.handler(({ input }) => {
      storedFolder(database, input.id);
      return ledger(database, input.id, input.view, input.offset, input.limit);
    }),
    again: calls.folders.again.handler(({ input }) => {
      storedFolder(database, input.id);
      tryAgain(database, input.id, input.file, archive.now());
      watching.take(input.id);
      return changed();
    }),
    check: calls.folders.check.handler(async ({ input }) => {
      storedFolder(database, input.id);
      await watching.check(input.id);
      return changed();
    }),
    rules: calls.folders.rules.handler(() => folderRules(database)),
    setRule: calls.folders.setRule.handler(({ input }) => {
      setFolderRule(database, { ...input, path: resolve(input.path) });
      return changed();
    }),
    removeRule: calls.folders.removeRule.handler(({ input }) => {
      removeFolderRule(database, input.path);
      return changed();
    }),
  };
}
