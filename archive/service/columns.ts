import type { Entity } from '../contract/entities.ts';
import type { FacetName } from '../contract/search.ts';
import type { EntityKind } from '../contract/values.ts';
import { emptyColumns, type FacetColumns } from '../index/facet-columns.ts';
import { IdSet } from '../index/id-set.ts';
import {
  annotatedArticles,
  type ColumnRow,
  columnRows,
  lastArticle,
  selectionsByArticle,
  tagsByArticle,
} from '../store/article-columns.ts';
import { readStates } from '../store/articles.ts';
import type { Database } from '../store/database.ts';
import type { Labels } from '../store/labels.ts';
import { entitiesOfArticles } from '../store/recognition.ts';
import { selectionName } from '../store/selections.ts';
import type { EntityBook } from './entity-book.ts';

/** An entity with its articles counted, and its name as it is compared. */
export interface NamedEntity extends Entity {
  readonly folded: string;
}

/** Articles that are read at once while nobody waits for them: some 10 ms. */
const stride = 1000;
const one = (value: number | null) => (value === null ? [] : [value]);

/**
 * The facets of every article, in memory: read from the database a stretch of articles at a time, then kept in step; whoever
 * asks for them reads the rest first, see {@link readAhead}. A value is a number: a label's, an entity's or a selection's id, or a place in a short list.
 */
export class Columns {
  readonly facets: FacetColumns = emptyColumns();
  /** Every article that is not in the bin. */
  readonly articles = new IdSet();
  readonly #database: Database;
  readonly #labels: Labels;
  readonly #entities: EntityBook;
  readonly #tags: string[] = [];
  readonly #tagNumbers = new Map<string, number>();
  #byDate: Uint32Array | undefined;
  /** Up to this article everything is read. */
  #upTo = 0;
  readonly #named = new Map<EntityKind, readonly NamedEntity[]>();

  constructor(database: Database, labels: Labels, entities: EntityBook) {
    this.#database = database;
    this.#labels = labels;
    this.#entities = entities;
  }

  /** Reads what the next articles have. @returns whether all is read now */
  readAhead(): boolean {
    if (this.#upTo === Number.POSITIVE_INFINITY) return true;
    const whole = this.#upTo + stride >= lastArticle(this.#database);
    const to = whole ? Number.POSITIVE_INFINITY : this.#upTo + stride;
    this.#read(this.#upTo, to);
    this.#upTo = to;
    return whole;
  }

  /** Names are called otherwise than before; they stand in the same articles. */
  forgetNames(): void {
    this.#named.clear();
  }

  /** Reads the entities of all articles again, after a step of curation. */
  readEntities(): void {
    this.forgetNames();
    this.#readEntities(0, this.#upTo);
  }

  /** Reads one article again, whatever has changed of it. */
  read(id: number): void {
    if (id > this.#upTo) return;
    this.#clear(id);
    this.#read(id - 1, id);
  }

  /** The number that stands for a value of the contract; undefined: no article can have it. */
  number(facet: FacetName, value: string): number | undefined {
    switch (facet) {
      case 'person':
      case 'organization':
      case 'selection':
        return /^\d+$/.test(value) ? Number(value) : undefined;
      case 'source':
      case 'author':
      case 'rubric':
      case 'format':
        return this.#labels.find(facet, value);
      case 'tag':
        return this.#tagNumbers.get(value);
      case 'readState': {
        const at = (readStates as readonly string[]).indexOf(value);
        return at < 0 ? undefined : at;
      }
      case 'notes':
        return value === 'with' ? 1 : value === 'without' ? 0 : undefined;
    }
  }

  /** The value of the contract, and what is shown for it. */
  value(facet: FacetName, number: number): { value: string; label: string } {
    switch (facet) {
      case 'person':
      case 'organization':
        return { value: String(number), label: this.#entities.label(number) };
      case 'selection':
        return { value: String(number), label: selectionName(this.#database, number) ?? '' };
      case 'source':
      case 'author':
      case 'rubric':
      case 'format':
        return same(this.#labels.text(number));
      case 'tag':
        return same(this.#tags[number] ?? '');
      case 'readState':
        return same(readStates[number] ?? 'unread');
      case 'notes':
        return same(number === 1 ? 'with' : 'without');
    }
  }

  /**
   * Numbers of the values whose label has all the words of a text, in any order and case: what `персона:Имнадзе` means.
   */
  named(facet: FacetName, text: string): Set<number> {
    const words = folded(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
    const found = new Set<number>();
    const { values } = this.facets.values[facet];
    for (let number = 0; number < values && words.length > 0; number++) {
      const value = this.value(facet, number);
      const label = ` ${folded(`${value.label} ${value.value}`)}`;
      if (words.every((word) => label.includes(word)) && this.#owns(facet, number)) found.add(number);
    }
    return found;
  }

  /** In how many articles each entity of a kind stands, by its id. */
  counts(kind: EntityKind): Uint32Array {
    const column = this.facets.values[kind];
    const counts = new Uint32Array(column.values);
    column.count(this.articles, counts);
    return counts;
  }

  /** How many entities of a kind have articles. */
  entities(kind: EntityKind): number {
    return (
      this.#named.get(kind)?.length ?? this.counts(kind).reduce((known, articles) => known + Math.sign(articles), 0)
    );
  }

  /** The entities of a kind that have articles, the most frequent first. Made when it is needed. */
  namedEntities(kind: EntityKind): readonly NamedEntity[] {
    const known = this.#named.get(kind);
    if (known !== undefined) return known;
    const entities: NamedEntity[] = [];
    this.counts(kind).forEach((articles, id) => {
      if (articles === 0) return;
      const name = this.#entities.label(id);
      entities.push({ id, kind, name, articles, folded: folded(name) });
    });
    entities.sort((a, b) => b.articles - a.articles || a.id - b.id);
    this.#named.set(kind, entities);
    return entities;
  }

  /** All articles from the oldest to the newest; the undated first. Made when it is needed. */
  byDate(): Uint32Array {
    if (this.#byDate === undefined) {
      const { dates } = this.facets;
      this.#byDate = Uint32Array.from(this.articles).sort((a, b) => dates.stamp(a) - dates.stamp(b) || a - b);
    }
    return this.#byDate;
  }

  /** Whether a number is one of this facet's: labels and entities of all kinds are numbered in one row. */
  #owns(facet: FacetName, number: number): boolean {
    if (facet === 'person' || facet === 'organization') return this.#entities.get(number)?.kind === facet;
    return this.number(facet, this.value(facet, number).value) === number;
  }

  /** Reads the articles behind `after`, up to `last`. */
  #read(after: number, last: number): void {
    const { selection, notes } = this.facets.values;
    for (const row of columnRows(this.#database, after, last)) this.#setRow(row);
    this.#readEntities(after, last);
    for (const [article, tags] of tagsByArticle(this.#database, after, last)) this.#setTags(article, tags);
    for (const [article, ids] of selectionsByArticle(this.#database, after, last)) selection.set(article, ids);
    for (const article of annotatedArticles(this.#database, after, last)) {
      if (this.articles.has(article)) notes.set(article, [1]);
    }
  }

  #readEntities(after: number, last: number): void {
    for (const { article, entities } of entitiesOfArticles(this.#database, after, last)) {
      if (this.articles.has(article)) this.#setEntities(article, entities);
    }
  }

  #setRow(row: ColumnRow): void {
    const { values, dates } = this.facets;
    this.articles.add(row.id);
    values.source.set(row.id, one(row.source));
    values.author.set(row.id, one(row.author));
    values.rubric.set(row.id, one(row.rubric));
    values.format.set(row.id, [row.format]);
    values.readState.set(row.id, [row.read_state]);
    values.notes.set(row.id, [0]);
    dates.set(row.id, row.date);
    this.#byDate = undefined;
  }

  #setEntities(id: number, automatic: readonly number[]): void {
    this.#named.clear();
    const { persons, organizations } = this.#entities.shown(id, automatic);
    this.facets.values.person.set(id, persons);
    this.facets.values.organization.set(id, organizations);
  }

  #setTags(id: number, tags: readonly string[]): void {
    const numbers = tags.map((tag) => {
      const known = this.#tagNumbers.get(tag);
      if (known !== undefined) return known;
      this.#tagNumbers.set(tag, this.#tags.length);
      return this.#tags.push(tag) - 1;
    });
    this.facets.values.tag.set(id, numbers);
  }

  #clear(id: number): void {
    this.articles.delete(id);
    this.#named.clear();
    for (const column of Object.values(this.facets.values)) column.set(id, []);
    this.facets.dates.set(id, null);
    this.#byDate = undefined;
  }
}

const folded = (text: string) => text.toLowerCase().replaceAll('ё', 'е');

const same = (text: string) => ({ value: text, label: text });
