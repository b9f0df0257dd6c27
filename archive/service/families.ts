import type { IdSet } from '../index/id-set.ts';
import type { Database } from '../store/database.ts';
import { familyOf, membersOf, relatives } from '../store/reprints.ts';
import type { Columns } from './columns.ts';

/** A result with one article for each story. */
export interface Folded {
  /** The earliest print of every story, and the articles that have no reprint. */
  readonly shown: IdSet;
  /** The other prints in the result, by the one that is shown; the earliest first. */
  readonly behind: ReadonlyMap<number, readonly number[]>;
}

/** The families of reprints, in memory: read when they are first asked for, then kept in step. */
export class Families {
  readonly #database: Database;
  readonly #columns: () => Columns;
  /** Family by article; only of articles that have a reprint. */
  #families: Map<number, number> | undefined;

  constructor(database: Database, columns: () => Columns) {
    this.#database = database;
    this.#columns = columns;
  }

  /** Reads these articles again, if the families are in memory at all. */
  read(articles: Iterable<number>): void {
    if (this.#families === undefined) return;
    for (const id of articles) {
      const family = familyOf(this.#database, id);
      const members = family === undefined ? [] : membersOf(this.#database, family);
      if (members.length < 2) this.#families.delete(id);
      else for (const member of members) this.#families.set(member, family!);
    }
  }

  forget(): void {
    this.#families = undefined;
  }

  /** The earliest first: by date of publication, those without one last, then as they came. */
  byAge(articles: readonly number[]): number[] {
    const { dates } = this.#columns().facets;
    const age = (id: number) => dates.stamp(id) || Number.POSITIVE_INFINITY;
    return articles.toSorted((a, b) => (age(a) === age(b) ? a - b : age(a) - age(b)));
  }

  /** Folds the stories of a result that has several prints of them. */
  fold(ids: IdSet): Folded {
    const families = this.#all();
    const stories = new Map<number, number[]>();
    if (families.size > 0) {
      ids.forEach((id) => {
        const family = families.get(id);
        if (family === undefined) return;
        const members = stories.get(family);
        if (members === undefined) stories.set(family, [id]);
        else members.push(id);
      });
    }
    const shown = ids.clone();
    const behind = new Map<number, readonly number[]>();
    for (const members of stories.values()) {
      if (members.length < 2) continue;
      const [first, ...others] = this.byAge(members);
      behind.set(first!, others);
      for (const other of others) shown.delete(other);
    }
    return { shown, behind };
  }

  #all(): Map<number, number> {
    this.#families ??= new Map(relatives(this.#database).map(({ article, family }) => [article, family]));
    return this.#families;
  }
}
