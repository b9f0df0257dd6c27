import type { EntityKind } from '../contract/values.ts';
import type { Database } from './database.ts';

/** An entity as it was made, automatically or by a step of curation. */
export interface EntityRecord extends Record<string, number | string> {
  id: number;
  kind: EntityKind;
  label: string;
  key: string;
}

/** A key under which an entity was met. */
export interface EntityKeyRecord extends Record<string, number | string> {
  entity: number;
  kind: EntityKind;
  key: string;
  label: string;
  articles: number;
  attested: number;
  form: string;
}

export function entityRecords(database: Database): EntityRecord[] {
  return database.all<EntityRecord>('SELECT id, kind, label, key FROM entity');
}

export function entityKeyRecords(database: Database): EntityKeyRecord[] {
  return database.all<EntityKeyRecord>('SELECT entity, kind, key, label, articles, attested, form FROM entity_key');
}

/** The entity that a key means most often. */
export const ownerOfKey = (database: Database, kind: EntityKind, key: string): number | undefined =>
  database.first<{ entity: number }>(
    'SELECT entity FROM entity_key WHERE kind = ? AND key = ? ORDER BY articles DESC LIMIT 1',
    kind,
    key,
  )?.entity;

export function writeEntity(
  database: Database,
  { id, kind, label, key }: Readonly<{ id: number; kind: EntityKind; label: string; key: string }>,
): void {
  database.run('INSERT OR REPLACE INTO entity (id, kind, label, key) VALUES (?, ?, ?, ?)', id, kind, label, key);
}

export function writeEntityKey(
  database: Database,
  {
    entity,
    kind,
    key,
    label,
    articles,
    attested,
    form,
  }: Readonly<{
    entity: number;
    kind: EntityKind;
    key: string;
    label: string;
    articles: number;
    attested: number;
    form: string;
  }>,
): void {
  database.run(
    'INSERT OR REPLACE INTO entity_key (entity, kind, key, label, articles, attested, form) VALUES (?, ?, ?, ?, ?, ?, ?)',
    entity,
    kind,
    key,
    label,
    articles,
    attested,
    form,
  );
}

/** Two entities that may be one, and what speaks for it. */
export interface ProposalRecord extends Record<string, number | string> {
  entity: number;
  variant: number;
  /** Kinds of evidence, separated by spaces. */
  evidence: string;
}

/** Keeps a proposal once; another article's evidence adds to it. */
export function writeProposal(database: Database, entity: number, variant: number, evidence: readonly string[]): void {
  const before = database.first<{ evidence: string }>(
    'SELECT evidence FROM proposal WHERE entity = ? AND variant = ?',
    entity,
    variant,
  );
  const all = new Set([...(before?.evidence.split(' ') ?? []), ...evidence]);
  database.run(
    'INSERT OR REPLACE INTO proposal (entity, variant, evidence) VALUES (?, ?, ?)',
    entity,
    variant,
    [...all].join(' '),
  );
}

/** Every proposal that some article has made. */
export const allProposals = (database: Database): ProposalRecord[] =>
  database.all<ProposalRecord>('SELECT entity, variant, evidence FROM proposal ORDER BY entity, variant');

/** Proposals that any of the entities takes part in. */
export function proposalsOf(database: Database, entity: number): ProposalRecord[] {
  return database.all<ProposalRecord>(
    'SELECT entity, variant, evidence FROM proposal WHERE entity = ? OR variant = ?',
    entity,
    entity,
  );
}
