import type { Database } from './database.ts';

export type LabelKind = 'source' | 'author' | 'rubric' | 'format' | 'encoding';

/** Texts that many articles share, kept once and known by number. Loaded at the first use: a few thousand at most. */
export class Labels {
  readonly #database: Database;
  #byId: Map<number, string> | undefined;
  readonly #byText = new Map<string, number>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** The number of a text, made when it is new. A rolled back transaction must be followed by {@link forget}. */
  number(kind: LabelKind, text: string): number {
    const texts = this.#load();
    const key = `${kind} ${text}`;
    const known = this.#byText.get(key);
    if (known !== undefined) return known;
    const { id } = this.#database.run('INSERT INTO label (kind, text) VALUES (?, ?)', kind, text);
    texts.set(id, text);
    this.#byText.set(key, id);
    return id;
  }

  find(kind: LabelKind, text: string): number | undefined {
    this.#load();
    return this.#byText.get(`${kind} ${text}`);
  }

  text(id: number): string {
    return this.#load().get(id) ?? '';
  }

  /** Reads them anew at the next use. */
  forget(): void {
    this.#byId = undefined;
    this.#byText.clear();
  }

  #load(): Map<number, string> {
    if (this.#byId === undefined) {
      this.#byId = new Map();
      const rows = this.#database.all<{ id: number; kind: string; text: string }>('SELECT id, kind, text FROM label');
      for (const { id, kind, text } of rows) {
        this.#byId.set(id, text);
        this.#byText.set(`${kind} ${text}`, id);
      }
    }
    return this.#byId;
  }
}
