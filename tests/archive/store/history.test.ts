import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { archiveFolder } from '../../../archive/store/archive-folder.ts';
import { Database } from '../../../archive/store/database.ts';
import { redo, takeStep, undo } from '../../../archive/store/history.ts';
import { migrate } from '../../../archive/store/migrations.ts';
import { folderOfTests } from '../service/archive-of-tests.ts';

/** Opens a database; the stupid twin of its history is a list of whole states. */
function opened() {
  const folder = archiveFolder(join(folderOfTests(), 'archive'));
  const database = new Database(folder.database);
  migrate(database, folder);
  const names = () => database.all('SELECT id, name FROM selection ORDER BY id').map((row) => ({ ...row }));
  return { database, names };
}

type Act = { kind: 'add' | 'rename' | 'remove' | 'undo' | 'redo'; which: number };

const act = fc.record({
  kind: fc.constantFrom<Act['kind']>('add', 'rename', 'remove', 'undo', 'redo'),
  which: fc.nat(5),
});

test('undo and redo walk through the same states as a list of copies', () => {
  const { database, names } = opened();
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
      database.script('DELETE FROM selection; DELETE FROM step;');
      const states = [names()];
      let at = 0;
      for (const { kind, which } of acts) {
        const present = names();
        const chosen = present[which % Math.max(1, present.length)] as { id: number } | undefined;
        if (kind === 'undo' && at > 0) {
          undo(database);
          at--;
        } else if (kind === 'redo' && at < states.length - 1) {
          redo(database);
          at++;
        } else if (kind === 'add' || (chosen && (kind === 'rename' || kind === 'remove'))) {
          takeStep(database, 'selection', (edit) => {
            if (kind === 'add') edit.insert('selection', { name: `${which}`, changed_at: 0 });
            else if (kind === 'rename') edit.update('selection', chosen!.id, { name: `другое ${which}` });
            else edit.remove('selection', chosen!.id);
          });
          states.splice(++at, states.length, names());
        }
        expect(names()).toEqual(states[at]);
      }
    }),
    { numRuns: 60 },
  );
  database.close();
});

test('a step that fails leaves nothing behind', () => {
  const { database, names } = opened();
  expect(() =>
    takeStep(database, 'selection', (edit) => {
      edit.insert('selection', { name: 'половина', changed_at: 0 });
      throw new Error('в середине');
    }),
  ).toThrow('в середине');
  expect(names()).toEqual([]);
  expect(() => undo(database)).toThrow(expect.objectContaining({ code: 'NOTHING_TO_UNDO' }));
  database.close();
});

test('on a full disk a step is refused, and what was there stays', () => {
  const { database, names } = opened();
  takeStep(database, 'selection', (edit) => edit.insert('selection', { name: 'первая', changed_at: 0 }));
  const pages = Number(database.first('PRAGMA page_count')!.page_count);
  database.script(`PRAGMA max_page_count = ${pages}`);
  const fill = () =>
    takeStep(database, 'selection', (edit) => edit.insert('selection', { name: 'я'.repeat(50_000), changed_at: 0 }));
  expect(fill).toThrow(expect.objectContaining({ code: 'DISK_FULL' }));
  expect(names()).toEqual([{ id: 1, name: 'первая' }]);
  database.script('PRAGMA max_page_count = 1000000');
  fill();
  expect(names()).toHaveLength(2);
  database.close();
});
