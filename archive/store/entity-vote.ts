/** The archive's last vote on its names, kept until a name changes. */

import type { Database } from './database.ts';

/** @returns the entity that each joined one was joined with; undefined: a name has changed since, or other rules voted */
export function keptVote(database: Database, rules: number): Map<number, number> | undefined {
  const row = database.first<{ joined: Uint8Array }>('SELECT joined FROM entity_vote WHERE rules = ?', rules);
  if (row === undefined) return undefined;
  const { buffer, byteOffset, byteLength } = row.joined;
  const view = new DataView(buffer, byteOffset, byteLength);
  const joined = new Map<number, number>();
  for (let at = 0; at < byteLength; at += 8) joined.set(view.getUint32(at, true), view.getUint32(at + 4, true));
  return joined;
}

export function keepVote(database: Database, rules: number, joined: ReadonlyMap<number, number>): void {
  const view = new DataView(new ArrayBuffer(8 * joined.size));
  let at = 0;
  for (const [from, into] of joined) {
    view.setUint32(at, from, true);
    view.setUint32(at + 4, into, true);
    at += 8;
  }
  database.transaction(() => {
    forgetVote(database);
    database.run('INSERT INTO entity_vote (rules, joined) VALUES (?, ?)', rules, new Uint8Array(view.buffer));
  });
}

/** Part of the transaction that changes a name. */
export function forgetVote(database: Database): void {
  database.run('DELETE FROM entity_vote');
}
