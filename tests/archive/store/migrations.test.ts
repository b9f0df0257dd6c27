import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refusalOf } from '../../../archive/contract/client.ts';
import { archiveFolder } from '../../../archive/store/archive-folder.ts';
import { Database } from '../../../archive/store/database.ts';
import { migrate, migrations, schemaOf } from '../../../archive/store/migrations.ts';
import { folderOfTests } from '../service/archive-of-tests.ts';

/** The code that the work is refused with; `done` when it is not. */
function check(work: () => unknown): string {
  try {
    work();
    return 'done';
  } catch (error) {
    return refusalOf(error)?.code ?? String(error);
  }
}

function opened() {
  const folder = archiveFolder(join(folderOfTests(), 'archive'));
  return { folder, database: new Database(folder.database) };
}

test('a new archive has the present schema, and no backup', () => {
  const { folder, database } = opened();
  migrate(database, folder);
  expect(schemaOf(database)).toBe(migrations.length);
  expect(readdirSync(folder.backups)).toEqual([]);
  expect(check(() => migrate(database, folder))).toBe('done');
  database.close();
});

test('an older archive is copied before it is changed; a step that fails changes nothing', () => {
  const { folder, database } = opened();
  migrate(database, folder);
  database.run("INSERT INTO selection (name, changed_at) VALUES ('моя', 0)");
  const next = [...migrations, 'CREATE TABLE more (id INTEGER PRIMARY KEY)'];
  expect(check(() => migrate(database, folder, [...next, 'CREATE TABLE broken (']))).not.toBe('done');
  expect(schemaOf(database)).toBe(migrations.length + 1);
  expect(database.first("SELECT 1 AS one FROM sqlite_schema WHERE name = 'broken'")).toBeUndefined();
  database.close();
  const copies = readdirSync(folder.backups);
  expect(copies).toHaveLength(1);
  const copy = new Database(join(folder.backups, copies[0]!));
  expect(schemaOf(copy)).toBe(migrations.length);
  expect(copy.first('SELECT name FROM selection')).toMatchObject({ name: 'моя' });
  copy.close();
});

test('what is not for this program is refused, and left as it was', () => {
  const { folder, database } = opened();
  migrate(database, folder, [...migrations, 'CREATE TABLE later (id INTEGER)']);
  expect(check(() => migrate(database, folder))).toBe('ARCHIVE_NEWER');
  expect(check(() => new Database(folder.database))).toBe('ARCHIVE_IN_USE');
  database.close();

  const other = folderOfTests();
  writeFileSync(join(other, 'письмо.txt'), 'не архив');
  expect(check(() => archiveFolder(other))).toBe('ARCHIVE_FOREIGN');
  writeFileSync(join(other, 'archive.sqlite'), 'не база данных, а текст, и довольно длинный, чтобы это было видно');
  expect(check(() => new Database(join(other, 'archive.sqlite')))).toBe('ARCHIVE_FOREIGN');

  const strange = archiveFolder(join(folderOfTests(), 'чужая база'));
  const foreign = new Database(strange.database);
  foreign.script('CREATE TABLE theirs (id INTEGER)');
  expect(check(() => migrate(foreign, strange))).toBe('ARCHIVE_FOREIGN');
  foreign.close();
});
