import { refuse } from '../contract/refuse.ts';
import type { EntityKind } from '../contract/values.ts';
import { standing, voteRules } from '../entities/archive-vote.ts';
import { type Curation, replay } from '../entities/curation.ts';
import {
  type CurationRecord,
  type CurationStep,
  type EntityRef,
  entityRef,
  kindOf,
  refsOf,
  stepsInForce,
  storedRecord,
} from '../entities/curation-log.ts';
import type { Evidence, Recognition } from '../entities/mention.ts';
import type { DictionaryEntry } from '../entities/own-names.ts';
import { type Assignment, EntityRegistry } from '../entities/registry.ts';
import { hashOf } from '../store/articles.ts';
import { curationRows } from '../store/curation.ts';
import type { Database } from '../store/database.ts';
import {
  allProposals,
  type EntityRecord,
  entityKeyRecords,
  entityRecords,
  proposalsOf,
  writeEntity,
  writeEntityKey,
  writeProposal,
} from '../store/entities.ts';
import { forgetVote, keepVote, keptVote } from '../store/entity-vote.ts';
import { recognitionOf, type StoredMention, type StoredName, type StoredRecognition } from '../store/recognition.ts';

/** A name in an article as it is shown: after curation. */
export interface ShownMention extends StoredMention {
  readonly entity: number;
  /** The name as it is written here, in the nominative. */
  readonly written: string;
}

/**
 * The persons and organizations of an open archive: the automatic answer from the registry, and the person's decisions
 * over it. Filled at the first use, then kept in step; the registry itself, which only new names and proposals need, when
 * one of these asks for it.
 */
export class EntityBook {
  readonly #database: Database;
  #known: EntityRegistry | undefined;
  /** By id; every article's names are looked up in it. */
  #records: EntityRecord[] = [];
  /** Made when a ref is first asked for: only curation does. */
  #idsByRef: Map<EntityRef, number> | undefined;
  #log: CurationRecord[] = [];
  #curation: Curation = replay([]);
  /** Whether curation may move a mention of any entity, for its spelling. */
  #bySpelling = false;
  #concerned = new Set<EntityRef>();
  /** What the archive's vote has joined, see `archive-vote.ts`. */
  #joined: ReadonlyMap<number, number> = new Map();

  constructor(database: Database) {
    this.#database = database;
    this.#read();
    this.vote();
  }

  /** Reads everything again: after the database was changed beside it. */
  reload(): void {
    this.#read();
    this.vote();
  }

  /**
   * Reads the person's decisions again, after a step was taken or undone.
   *
   * @returns whether that may have changed what any article is filed under
   */
  recurate(): boolean {
    const moving = () => JSON.stringify(stepsInForce(this.#log).filter(({ step }) => movesMentions(step)));
    const before = moving();
    this.#readLog();
    return this.vote() || moving() !== before;
  }

  /**
   * Lets the whole archive decide what single articles could not, unless no name has changed since it did. What a step of
   * curation names stays itself.
   *
   * @returns whether that has changed what any article is filed under
   */
  vote(): boolean {
    const named = new Set(stepsInForce(this.#log).flatMap(({ step }) => refsOf(step)));
    const before = this.#joined;
    this.#joined = standing(keptVote(this.#database, voteRules) ?? this.#voteAnew(), (id) => named.has(this.#ref(id)));
    return before.size !== this.#joined.size || [...this.#joined].some(([from, into]) => before.get(from) !== into);
  }

  /** Links what was recognised in an article, and writes what that changes. Part of the caller's transaction. */
  link(recognition: Recognition): StoredRecognition {
    const assignment = this.#registry.assign(recognition.names);
    this.#write(assignment);
    const spellings = recognition.names.map(() => [] as string[]);
    const mentions = recognition.mentions.map(({ field, start, end, name, normal }) => {
      const list = spellings[name]!;
      if (!list.includes(normal)) list.push(normal);
      return { field, start, end, name, spelling: list.indexOf(normal) };
    });
    const names = recognition.names.map((name, at) => ({
      kind: name.kind,
      entity: assignment.entities[at]!,
      spellings: spellings[at]!,
    }));
    for (const { name, variant, evidence } of recognition.proposals) {
      const [entity, other] = [assignment.entities[name]!, assignment.entities[variant]!];
      if (entity !== other) writeProposal(this.#database, entity, other, evidence);
    }
    return { version: recognition.version, names, mentions };
  }

  /** Other entities that may be the same, with what speaks for it: of the same articles, and by likeness. */
  alike(id: number): { entity: number; evidence: readonly Evidence[] }[] {
    const found = new Map<number, Set<Evidence>>();
    const note = (other: number, evidence: readonly Evidence[]) => {
      const entity = this.#joined.get(other) ?? other;
      if (entity === id) return;
      const all = found.get(entity) ?? new Set();
      for (const one of evidence) all.add(one);
      found.set(entity, all);
    };
    const own = [id, ...[...this.#joined].flatMap(([from, into]) => (into === id ? [from] : []))];
    for (const one of own) {
      for (const { entity, variant, evidence } of proposalsOf(this.#database, one)) {
        note(entity === one ? variant : entity, evidence.split(' ') as Evidence[]);
      }
    }
    for (const { entity, evidence } of this.#registry.proposals(id)) note(entity, evidence);
    return [...found].map(([entity, evidence]) => ({ entity, evidence: [...evidence] }));
  }

  /** The pairs that articles have raised a doubt of, by the entities they are shown as. */
  raised(): { one: number; other: number; evidence: readonly Evidence[] }[] {
    const shown = (id: number) => this.#joined.get(id) ?? id;
    return allProposals(this.#database)
      .map(({ entity, variant, evidence }) => ({
        one: shown(entity),
        other: shown(variant),
        evidence: evidence.split(' ') as Evidence[],
      }))
      .filter(({ one, other }) => one !== other);
  }

  /** The entities that an article is filed under, some more than once, given those it was linked to automatically. */
  shown(article: number, automatic: readonly number[]): { persons: number[]; organizations: number[] } {
    const joined = automatic.map((id) => this.#joined.get(id) ?? id);
    const untouched =
      !this.#bySpelling && (this.#concerned.size === 0 || joined.every((id) => !this.#concerned.has(this.#ref(id))));
    const ids = untouched ? joined : this.mentions(article).map(({ entity }) => entity);
    const persons: number[] = [];
    const organizations: number[] = [];
    for (const id of ids) (this.#records[id]?.kind === 'organization' ? organizations : persons).push(id);
    return { persons, organizations };
  }

  /** The mentions of an article with the entities they are shown as; rejected ones are left out. */
  mentions(article: number): ShownMention[] {
    const found = recognitionOf(this.#database, article);
    if (found === undefined) return [];
    const key = hashOf(this.#database, article) ?? refuse('NOT_FOUND');
    return found.mentions.flatMap((mention) => {
      const name = found.names[mention.name]!;
      const written = name.spellings[mention.spelling] ?? '';
      const entity = this.#curated(key, name, written);
      return entity === undefined ? [] : [{ ...mention, entity, written }];
    });
  }

  get(id: number): EntityRecord | undefined {
    return this.#records[id];
  }

  label(id: number): string {
    const record = this.#records[id];
    if (record === undefined) return '';
    return this.#curation.nameOf(this.#ref(id)) ?? record.label;
  }

  kind(id: number): EntityKind {
    return this.#records[id]?.kind ?? 'person';
  }

  /** Texts that the person has declared names: the recogniser's dictionary. */
  get dictionary(): DictionaryEntry[] {
    return this.#curation.declarations.map(({ entity, text }) => ({ kind: kindOf(entity), text }));
  }

  get curation(): Curation {
    return this.#curation;
  }

  get log(): readonly CurationRecord[] {
    return this.#log;
  }

  /** Ref of an entity. @throws a refusal: NOT_FOUND */
  ref(id: number): EntityRef {
    return this.#records[id] === undefined ? refuse('NOT_FOUND') : this.#ref(id);
  }

  id(ref: EntityRef): number | undefined {
    return this.#ids.get(ref);
  }

  /** Makes sure that every entity a step of another archive names is there, also those the step made. */
  adopt(step: CurationStep): void {
    for (const ref of refsOf(step)) {
      if (this.#ids.has(ref)) continue;
      const kind: EntityKind = ref.startsWith('person:') ? 'person' : 'organization';
      const name = 'name' in step ? step.name : ref.slice(kind.length + 1);
      this.#write(this.#registry.assign([{ kind, label: name, key: ref.slice(kind.length + 1), aliases: [] }]));
    }
  }

  /** Makes an entity for a step of curation. Part of the caller's transaction. */
  make(kind: EntityKind, label: string): EntityRef {
    const key = `+${crypto.randomUUID()}`;
    this.#write(this.#registry.assign([{ kind, label, key, aliases: [] }]));
    return entityRef(kind, key);
  }

  #curated(article: string, name: StoredName, spelling: string): number | undefined {
    const entity = this.#joined.get(name.entity) ?? name.entity;
    const ref = this.#ref(entity);
    if (!this.#bySpelling && !this.#concerned.has(ref)) return entity;
    const shown = this.#curation.entityOf({ article, entity: ref, spelling });
    return shown === undefined ? undefined : (this.#ids.get(shown) ?? entity);
  }

  #ref(id: number): EntityRef {
    const record = this.#records[id];
    return record === undefined ? 'person:' : entityRef(record.kind, record.key);
  }

  #all(): EntityRecord[] {
    return this.#records.filter((record) => record !== undefined);
  }

  get #ids(): Map<EntityRef, number> {
    this.#idsByRef ??= new Map(this.#all().map(({ id, kind, key }) => [entityRef(kind, key), id]));
    return this.#idsByRef;
  }

  get #registry(): EntityRegistry {
    this.#known ??= new EntityRegistry({ entities: this.#all(), keys: entityKeyRecords(this.#database) });
    return this.#known;
  }

  #voteAnew(): Map<number, number> {
    const voted = this.#registry.vote();
    keepVote(this.#database, voteRules, voted);
    return voted;
  }

  #write(assignment: Assignment): void {
    forgetVote(this.#database);
    for (const row of assignment.changedEntities) {
      this.#keep({ ...row });
      writeEntity(this.#database, row);
    }
    for (const row of assignment.changedKeys) writeEntityKey(this.#database, row);
  }

  #keep(record: EntityRecord): void {
    this.#records[record.id] = record;
    this.#idsByRef?.set(entityRef(record.kind, record.key), record.id);
  }

  #read(): void {
    this.#known = undefined;
    this.#records = [];
    this.#idsByRef = undefined;
    for (const record of entityRecords(this.#database)) this.#keep(record);
    this.#readLog();
  }

  #readLog(): void {
    this.#log = curationRows(this.#database).map(storedRecord);
    this.#curation = replay(this.#log);
    this.#bySpelling = this.#curation.declarations.length > 0;
    this.#concerned = new Set(stepsInForce(this.#log).flatMap(({ step }) => refsMoved(step)));
  }
}

/** A name told from another, or called otherwise, keeps its mentions. */
const movesMentions = ({ step }: CurationStep): boolean => step !== 'distinct' && step !== 'rename';

/** The entities whose mentions a step may move. */
function refsMoved(step: CurationStep): EntityRef[] {
  if (step.step === 'merge') return [step.from];
  return step.step === 'split' || step.step === 'reject' ? [step.entity] : [];
}
