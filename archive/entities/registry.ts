/**
 * The entities of an archive and the names they go by. Plain rows in, plain rows out: the store keeps them, this class
 * only decides. One instance serves one open archive; it is filled from the rows at opening and then grows with every
 * article that is assigned.
 *
 * Linking is conservative. A full name goes to the entity of that name. Initials, and a bare surname, go to the bearer
 * they do not contradict if it has at least four fifths of the surname's articles in this archive. An abbreviation goes
 * to what it was explained as, by the same share. Nothing is joined because it is merely alike: see `proposals`.
 */

import { archiveVote } from './archive-vote.ts';
import { likeness } from './likeness.ts';
import type { ArticleName, Evidence, Kind } from './mention.ts';
import { type KeyParts, keyParts, keysAgree } from './person-key.ts';

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
  /** In how many of them the label stood as it is, surely in the nominative. */
  readonly attested: number;
  /** The name as it was written where it was met first, lower case; empty: unknown. */
  readonly form: string;
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

/** Another entity that may be the same, and why. */
export interface EntityProposal {
  readonly entity: number;
  readonly distance: number;
  readonly evidence: readonly Evidence[];
}

/** Share of a name's articles that its bearer must have for the bare name to mean it. */
const dominance = 0.8;

interface Entry {
  row: EntityRow;
  readonly keys: Map<string, KeyRow>;
  /** Parts of its fullest key, once somebody has asked and until it has another key. */
  parts?: KeyParts | undefined;
}

export class EntityRegistry {
  private readonly entries = new Map<number, Entry>();
  /** Entities by `kind key`, their founding keys and all others alike. */
  private readonly bearers = new Map<string, Set<number>>();
  private readonly founders = new Map<string, number>();
  private readonly bySurname = new Map<string, Set<number>>();
  private readonly byGiven = new Map<string, Set<number>>();
  /** Organizations by the initials of their founding key; made when it is needed. */
  private byInitials: Map<string, Set<number>> | undefined;
  private next = 1;

  constructor(rows: RegistryRows = { entities: [], keys: [] }) {
    for (const row of rows.entities) {
      this.add(row);
      this.next = Math.max(this.next, row.id + 1);
    }
    for (const key of rows.keys) if (this.entries.has(key.entity)) this.learn(key);
  }

  /** Finds or makes the entity of each name of one article. */
  assign(names: readonly ArticleName[]): Assignment {
    const changedEntities = new Map<number, EntityRow>();
    const changedKeys = new Map<string, KeyRow>();
    const entities = names.map((name) => {
      const id = (name.kind === 'person' ? this.person(name.key) : this.organization(name)) ?? this.make(name);
      const entry = this.entries.get(id)!;
      for (const key of new Set([name.key, ...name.aliases])) {
        const before = entry.keys.get(key);
        const label = key === name.key ? name.label : key;
        const own = key === name.key;
        const row: KeyRow = {
          entity: id,
          kind: name.kind,
          key,
          label: before?.label ?? label,
          articles: (before?.articles ?? 0) + 1,
          attested: (before?.attested ?? 0) + (own && name.attested ? 1 : 0),
          form: before?.form || (own ? (name.form ?? '') : ''),
        };
        this.learn(row);
        changedKeys.set(`${id} ${key}`, row);
      }
      const label = name.kind === 'person' ? bestLabel(entry) : entry.row.label;
      if (label !== entry.row.label || entry.keys.get(name.key)?.articles === 1) {
        entry.row = { ...entry.row, label };
        changedEntities.set(id, entry.row);
      }
      return id;
    });
    return { entities, changedEntities: [...changedEntities.values()], changedKeys: [...changedKeys.values()] };
  }

  /** Entities that may be the same as this one, the likeliest first. */
  proposals(id: number, most = 10): EntityProposal[] {
    const entry = this.entries.get(id);
    if (!entry) return [];
    const found = entry.row.kind === 'person' ? this.alikePersons(entry) : this.abbreviations(entry);
    return found
      .sort(
        (a, b) => a.distance - b.distance || this.articles(b.entity) - this.articles(a.entity) || a.entity - b.entity,
      )
      .slice(0, most);
  }

  /**
   * What the whole archive says of entities that were made before it was known: see `archive-vote.ts`.
   */
  vote(): Map<number, number> {
    return archiveVote(Array.from(this.entries.values(), ({ row, keys }) => ({ row, keys: [...keys.values()] })));
  }

  /** In how many articles an entity stands, at least: its most frequent key. */
  private articles(id: number): number {
    return Math.max(0, ...Array.from(this.entries.get(id)?.keys.values() ?? [], (row) => row.articles));
  }

  private person(key: string): number | undefined {
    const founder = this.founders.get(`person ${key}`);
    const parts = keyParts(key);
    // What a step of curation has made, and a name without a surname, is only itself.
    if (parts.surname === '' || key.startsWith('+')) return founder;
    const candidates = [...(this.bySurname.get(parts.surname) ?? [])].filter((id) => this.agrees(id, parts));
    if (parts.given) {
      const named = candidates.filter((id) => this.given(id) !== '');
      if (founder !== undefined && named.includes(founder)) return founder;
      const bearer = this.dominant(named);
      if (bearer !== undefined) return bearer;
      // «М. Нуртлеу», «Нуртлеу» known before the name in full: it is taken up if nobody else bears the surname.
      const short = candidates.filter((id) => this.given(id) === '');
      const others = [...(this.bySurname.get(parts.surname) ?? [])].some((id) => this.given(id) !== '');
      return !others && short.length === 1 ? short[0] : founder;
    }
    const full = candidates.filter((id) => this.given(id) !== '');
    return this.dominant(full) ?? founder ?? (full.length === 0 ? this.dominant(candidates) : undefined);
  }

  private organization(name: ArticleName): number | undefined {
    const founder = this.founders.get(`organization ${name.key}`);
    if (founder !== undefined && !isAbbreviation(this.entries.get(founder)!.row.label)) return founder;
    const bearers = [...(this.bearers.get(`organization ${name.key}`) ?? [])];
    const explained = bearers.filter((id) => id !== founder);
    const bearer = this.dominant(explained, name.key);
    return bearer ?? founder;
  }

  /** The one of several entities that has nearly all their articles (under a key, if it is given). */
  private dominant(ids: readonly number[], key?: string): number | undefined {
    if (ids.length < 2) return ids[0];
    const weigh = (id: number) =>
      key === undefined ? this.articles(id) : (this.entries.get(id)!.keys.get(key)?.articles ?? 0);
    const total = ids.reduce((sum, id) => sum + weigh(id), 0);
    return ids.find((id) => weigh(id) >= dominance * total);
  }

  private agrees(id: number, parts: KeyParts): boolean {
    const entry = this.entries.get(id)!;
    if (entry.row.key.startsWith('+')) return false;
    return Array.from(entry.keys.keys(), keyParts)
      .filter((own) => own.surname === parts.surname)
      .every((own) => keysAgree(own, parts));
  }

  private given(id: number): string {
    for (const key of this.entries.get(id)!.keys.keys()) {
      const { given } = keyParts(key);
      if (given) return given;
    }
    return '';
  }

  private alikePersons(entry: Entry): EntityProposal[] {
    const own = fullest(entry);
    const near = new Set([...(this.byGiven.get(own.given) ?? []), ...(this.bySurname.get(own.surname) ?? [])]);
    near.delete(entry.row.id);
    return [...near].flatMap((entity) => {
      const like = likeness(own, fullest(this.entries.get(entity)!));
      return like ? [{ entity, ...like }] : [];
    });
  }

  private abbreviations(entry: Entry): EntityProposal[] {
    const initials = initialsOf(entry.row.key);
    const short = entry.row.key.replaceAll(' ', '');
    const explained = initials.length > 2 ? this.founders.get(`organization ${initials}`) : undefined;
    const explaining = short.length > 2 && short === entry.row.key ? this.initials().get(short) : undefined;
    const found = new Set([...(explained === undefined ? [] : [explained]), ...(explaining ?? [])]);
    found.delete(entry.row.id);
    return [...found].map((entity) => ({ entity, distance: 0, evidence: ['abbreviation'] }));
  }

  private initials(): Map<string, Set<number>> {
    if (this.byInitials === undefined) {
      this.byInitials = new Map();
      for (const { row } of this.entries.values()) this.noteInitials(row);
    }
    return this.byInitials;
  }

  private noteInitials({ kind, key, id }: EntityRow): void {
    const initials = kind === 'organization' ? initialsOf(key) : '';
    if (initials !== '' && this.byInitials !== undefined) put(this.byInitials, initials, id);
  }

  private make(name: ArticleName): number {
    const row: EntityRow = { id: this.next++, kind: name.kind, label: name.label, key: this.freeKey(name) };
    this.add(row);
    return row.id;
  }

  /** A founding key belongs to one entity: where two bear one name, the second is numbered. */
  private freeKey({ kind, key }: ArticleName): string {
    let free = key;
    for (let n = 2; this.founders.has(`${kind} ${free}`); n++) free = `${key}#${n}`;
    return free;
  }

  private add(row: EntityRow): void {
    this.entries.set(row.id, { row, keys: new Map() });
    this.founders.set(`${row.kind} ${row.key}`, row.id);
    if (this.byInitials !== undefined) this.noteInitials(row);
  }

  private learn(row: KeyRow): void {
    const entry = this.entries.get(row.entity)!;
    if (!entry.keys.has(row.key)) entry.parts = undefined;
    entry.keys.set(row.key, row);
    put(this.bearers, `${row.kind} ${row.key}`, row.entity);
    if (row.kind !== 'person' || row.key.startsWith('+')) return;
    const { surname, given } = keyParts(row.key);
    if (surname) put(this.bySurname, surname, row.entity);
    if (given) put(this.byGiven, given, row.entity);
  }
}

function put(map: Map<string, Set<number>>, key: string, id: number): void {
  const set = map.get(key);
  if (set) set.add(id);
  else map.set(key, new Set([id]));
}

const completeness = (parts: KeyParts) => (parts.surname ? 4 : 0) + (parts.given ? 2 : parts.initials ? 1 : 0);

/** The parts of the fullest key; of equally full ones, of the first by its letters: see {@link bestLabel}. */
function fullest(entry: Entry): KeyParts {
  entry.parts ??= Array.from(entry.keys.keys())
    .sort()
    .map(keyParts)
    .reduce((best, parts) => (completeness(parts) > completeness(best) ? parts : best), keyParts(entry.row.key));
  return entry.parts;
}

/** The label of the fullest key; of equally full ones, the most frequent. */
function bestLabel(entry: Entry): string {
  let best = { label: entry.row.label, key: '', weight: -1 };
  for (const { key, label, articles } of entry.keys.values()) {
    if (label === key) continue;
    const weight = completeness(keyParts(key)) * 1e9 + articles;
    // Of equals not the one that happens to come first: the order is another one when the archive is opened again.
    if (weight > best.weight || (weight === best.weight && key < best.key)) best = { label, key, weight };
  }
  return best.label;
}

const isAbbreviation = (label: string) => /^\p{Lu}{2,}$/u.test(label);

function initialsOf(key: string): string {
  const words = key.split(/[\s-]+/).filter((word) => !/^(?:по|для|и|в|на|о|при|из|за|от|к|с)$/.test(word));
  return words.length < 3 ? '' : words.map((word) => (/^\p{L}/u.test(word) ? word[0] : '')).join('');
}
