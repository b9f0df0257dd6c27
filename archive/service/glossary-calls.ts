import { putRow } from '../store/glossary.ts';
import { type Editor, takeStep } from '../store/history.ts';
import type { Archive } from './archive.ts';
import { readBrackets } from './brackets.ts';
import { calls } from './calls.ts';

export function glossaryCalls(archive: Archive) {
  const { database, changes } = archive;
  const change = (work: (edit: Editor) => void) => {
    takeStep(database, 'glossary', work);
    archive.glossary.forget();
    changes.publish('glossary');
    return {};
  };
  return {
    list: calls.glossary.list.handler(async () => {
      await readBrackets(archive);
      return [...archive.glossary.entries()];
    }),
    add: calls.glossary.add.handler(({ input: { kind, short, long } }) => {
      const key = archive.glossary.key(long);
      return change((edit) => putRow(database, edit, { kind, short, key, long, used: true }));
    }),
    change: calls.glossary.change.handler(({ input }) => change((edit) => putRow(database, edit, input))),
    remove: calls.glossary.remove.handler(({ input }) => change((edit) => edit.remove('glossary', input.id))),
  };
}
