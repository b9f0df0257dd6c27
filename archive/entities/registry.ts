/**
 * The entities of an archive and the names they go by. Plain rows in, plain rows out: the store keeps them, this class
 * only decides. One instance serves one open archive; it is filled from the rows at opening and then grows with every
 * article that is assigned.
 */

import type { ArticleName, Kind } from './mention.ts';

/** One person or organization as found automatically. */
export interface EntityRow {
  readonly id: number;
  readonly kind: Kind;
  /** What the filter shows: the winner over all its mentions. */
  readonly label: string;
  /** The key it was made under. Stable over a re-index, so a curation record can refer to it. */
  readonly key: string;
}

/** A key under which an entity was met, and in how many articles. */
export interface KeyRow {
  readonly entity: number;
  readonly kind: Kind;
  readonly key: string;
  readonly label: string;
  readonly articles: number;
}

export interface RegistryRows {
  readonly entities: Iterable<EntityRow>;
  readonly keys: Iterable<KeyRow>;
}

export interface Assignment {
  /** Entity of each given name, in order. */
  readonly entities: readonly number[];
  /** Rows that were made or have changed and are to be written (by `id`; by `entity`, `kind`, `key`). */
  readonly changedEntities: readonly EntityRow[];
  readonly changedKeys: readonly KeyRow[];
}

interface Entry {
  row: EntityRow;
  keys: Map<string, KeyRow>;
}

export class EntityRegistry {
  private readonly entries = new Map<number, Entry>();
  private readonly owner = new Map<string, number>();
  private next = 1;

  constructor(rows: RegistryRows = { entities: [], keys: [] }) {
    for (const row of rows.entities) {
      this.entries.set(row.id, { row, keys: new Map() });
      this.next = Math.max(this.next, row.id + 1);
    }
    for (const key of rows.keys) {
      this.entries.get(key.entity)?.keys.set(key.key, key);
      this.owner.set(`${key.kind} ${key.key}`, key.entity);
    }
  }

  /** Finds or makes the entity of each name of one article. */
  assign(names: readonly ArticleName[]): Assignment {
    const entities: number[] = [];
    const changedEntities = new Map<number, EntityRow>();
    const changedKeys = new Map<string, KeyRow>();
    for (const name of names) {
      const id = this.owner.get(`${name.kind} ${name.key}`) ?? this.make(name, changedEntities);
      const entry = this.entries.get(id)!;
      for (const key of [name.key, ...name.aliases]) {
        const before = entry.keys.get(key);
        const row: KeyRow = before
          ? { ...before, articles: before.articles + 1 }
          : { entity: id, kind: name.kind, key, label: name.label, articles: 1 };
        entry.keys.set(key, row);
        changedKeys.set(`${id} ${key}`, row);
        const owned = `${name.kind} ${key}`;
        if (!this.owner.has(owned)) this.owner.set(owned, id);
      }
      entities.push(id);
    }
    return { entities, changedEntities: [...changedEntities.values()], changedKeys: [...changedKeys.values()] };
  }

  private make(name: ArticleName, changed: Map<number, EntityRow>): number {
    const row: EntityRow = { id: this.next++, kind: name.kind, label: name.label, key: name.key };
    this.entries.set(row.id, { row, keys: new Map() });
    changed.set(row.id, row);
    return row.id;
  }
}
