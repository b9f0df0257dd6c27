import type { IdSet } from '../index/id-set.ts';
import type { Database } from '../store/database.ts';
import { familyOf, membersOf, relatives } from '../store/reprints.ts';
import type { Columns } from './columns.ts';

/** A result with one article for each story. */
export interface Folded {
  /** The earliest print of every story, and the articles that have no reprint. */
  readonly shown: IdSet;
  /** The other prints in the result of an article that is shown; the earliest first. */
  behind(article: number): readonly number[];
}

/** The families of reprints, in memory: read when they are first asked for, then kept in step. */
export class Families {
  readonly #database: Database;
  readonly #columns: () => Columns;
  /** Family by article; only of articles that have a reprint. */
  #families: Map<number, number> | undefined;
  readonly #members = new Map<number, readonly number[]>();

  constructor(database: Database, columns: () => Columns) {
    this.#database = database;
    this.#columns = columns;
  }

  /** Reads these articles again, if the families are in memory at all. */
  read(articles: Iterable<number>): void {
    if (this.#families === undefined) return;
    // A family that was named after an article which has left it goes by another number.
    const touched = new Set(articles);
    for (const family of new Set([...touched].map((id) => this.#families?.get(id) ?? -1))) {
      for (const id of this.#members.get(family) ?? []) touched.add(id);
      this.#members.delete(family);
    }
    for (const id of touched) this.#families.delete(id);
    for (const family of new Set([...touched].map((id) => familyOf(this.#database, id)))) {
      if (family !== undefined) this.#keep(family, membersOf(this.#database, family));
    }
  }

  forget(): void {
    this.#families = undefined;
    this.#members.clear();
  }

  /** The earliest first: by date of publication, those without one last, then as they came. */
  byAge(articles: readonly number[]): number[] {
    const age = this.#age();
    return articles.toSorted((a, b) => (age(a) === age(b) ? a - b : age(a) - age(b)));
  }

  /** Folds the stories of a result that has several prints of them. */
  fold(ids: IdSet): Folded {
    const families = this.#all();
    const age = this.#age();
    const shown = ids.clone();
    for (const members of this.#members.values()) {
      let first: number | undefined;
      for (const id of members) {
        if (!ids.has(id)) continue;
        if (first === undefined) first = id;
        else if (age(id) < age(first) || (age(id) === age(first) && id < first)) {
          shown.delete(first);
          first = id;
        } else shown.delete(id);
      }
    }
    const behind = (article: number) => {
      const members = this.#members.get(families.get(article) ?? -1) ?? [];
      return this.byAge(members.filter((id) => id !== article && ids.has(id)));
    };
    return { shown, behind };
  }

  #age(): (id: number) => number {
    const { dates } = this.#columns().facets;
    return (id) => dates.stamp(id) || Number.POSITIVE_INFINITY;
  }

  #all(): Map<number, number> {
    if (this.#families === undefined) {
      this.#families = new Map();
      const families = Map.groupBy(relatives(this.#database), ({ family }) => family);
      families.forEach((members, family) => {
        const ids = members.map(({ article }) => article);
        this.#keep(family, ids);
      });
    }
    return this.#families;
  }

  #keep(family: number, members: readonly number[]): void {
    if (members.length < 2) return;
    this.#members.set(family, members);
    for (const id of members) this.#families?.set(id, family);
  }
}
