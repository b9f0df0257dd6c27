import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Engine, stems } from './search-engine.ts';
import { type BenchQuery, wordsOf } from './search-queries.ts';

/** SQLite's own full text, stemmed with a memoized Snowball in JavaScript. Commits with fsync, as ours does. */
export function fts5(): Engine {
  const stem = stems();
  let db: DatabaseSync | undefined;
  const stemmed = (text: string) => wordsOf(text).map(stem).join(' ');
  const match = ({ group, words }: BenchQuery): string | undefined => {
    const [a, b, c] = words.map((word) => `"${stem(word)}"`);
    if (group === 'fuzzy') return undefined;
    if (group === 'prefix') return `"${words[0]}"*`;
    if (group === 'boolean') return `(${a} AND ${b}) NOT ${c}`;
    return group === 'phrase' ? `"${words.map(stem).join(' ')}"` : words.map((word) => `"${stem(word)}"`).join(' OR ');
  };
  const open = (folder: string) => {
    db = new DatabaseSync(join(folder, 'fts.sqlite'));
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    return db;
  };
  return {
    async build(articles, folder) {
      const base = open(folder);
      base.exec("CREATE VIRTUAL TABLE a USING fts5(title, body, content='', tokenize='unicode61')");
      const insert = base.prepare('INSERT INTO a(rowid, title, body) VALUES (?, ?, ?)');
      base.exec('BEGIN');
      let id = 1;
      for await (const some of articles)
        for (const { title, body } of some) insert.run(id++, stemmed(title), stemmed(body));
      base.exec('COMMIT');
      base.exec("INSERT INTO a(a) VALUES ('optimize')");
    },
    async open(folder) {
      open(folder);
    },
    async search(query) {
      const text = match(query);
      if (text === undefined) return undefined;
      return db!.prepare('SELECT rowid FROM a WHERE a MATCH ? ORDER BY bm25(a, 3, 1) LIMIT 10').all(text).length;
    },
    async add({ title, body }) {
      db!.prepare('INSERT INTO a(title, body) VALUES (?, ?)').run(stemmed(title), stemmed(body));
    },
  };
}
