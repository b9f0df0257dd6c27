/**
 * What the person has decided about persons and organizations: an append-only log. A step is never changed; undoing it
 * is one more record, and undoing that record brings the step back. The log names entities and articles by what
 * survives a re-index and a move to another archive: refs (kind and key) and article keys, not database ids.
 */

import type { Kind } from './mention.ts';

/** Durable name of an entity: `person:нуртлеу|мурат`; of one made by a step: `person:+` and anything. */
export type EntityRef = `${Kind}:${string}`;

export const entityRef = (kind: Kind, key: string): EntityRef => `${kind}:${key}`;
export const kindOf = (ref: EntityRef): Kind => (ref.startsWith('person:') ? 'person' : 'organization');

export type CurationStep =
  /** `from` is the same as `into`. */
  | { readonly step: 'merge'; readonly from: EntityRef; readonly into: EntityRef }
  /**
   * The mentions with these spellings, or those in these articles, become the entity `made`, called `name`. Where both
   * are given a mention must be of both.
   */
  | {
      readonly step: 'split';
      readonly entity: EntityRef;
      readonly made: EntityRef;
      readonly name: string;
      readonly spellings?: readonly string[];
      readonly articles?: readonly string[];
    }
  | { readonly step: 'rename'; readonly entity: EntityRef; readonly name: string }
  /** Not a person or organization: in one article, or everywhere. */
  | { readonly step: 'reject'; readonly entity: EntityRef; readonly article?: string }
  /** This passage is a name: `text` wherever it stands, in any case, means the entity `made`, called `name`. */
  | { readonly step: 'declare'; readonly made: EntityRef; readonly text: string; readonly name: string }
  /** `text` is one more name of the entity. */
  | { readonly step: 'alias'; readonly entity: EntityRef; readonly text: string }
  /** The two are never taken or proposed as one. */
  | { readonly step: 'distinct'; readonly entity: EntityRef; readonly other: EntityRef };

/** Every entity that a step names. */
export function refsOf(step: CurationStep): EntityRef[] {
  switch (step.step) {
    case 'merge':
      return [step.from, step.into];
    case 'split':
      return [step.entity, step.made];
    case 'declare':
      return [step.made];
    case 'distinct':
      return [step.entity, step.other];
    default:
      return [step.entity];
  }
}

export type CurationRecord =
  | { readonly number: number; readonly at: string; readonly step: CurationStep }
  | { readonly number: number; readonly at: string; readonly undo: number };

/** A record as the database keeps it: `undoes` is the number of the record it takes back; then `step` is empty. */
export interface StoredRecord {
  readonly id: number;
  readonly step: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly undoes: number | null;
}

export function storedRecord({ id, step, at, undoes }: StoredRecord): CurationRecord {
  const record = { number: id, at: new Date(at).toISOString() };
  return undoes === null ? { ...record, step: JSON.parse(step) as CurationStep } : { ...record, undo: undoes };
}

/**
 * Texts that steps behind record `number` have declared or stopped declaring: where they stand, names are to be read
 * again.
 */
export function textsDecided(log: readonly CurationRecord[], number: number): string[] {
  const byNumber = new Map(log.map((record) => [record.number, record]));
  const stepOf = (record: CurationRecord | undefined): CurationStep | undefined =>
    record === undefined || 'step' in record ? record?.step : stepOf(byNumber.get(record.undo));
  return log.flatMap((record) => {
    const step = record.number > number ? stepOf(record) : undefined;
    return step?.step === 'declare' || step?.step === 'alias' ? [step.text] : [];
  });
}

/** The log with one more step; numbers go up from 1. */
export function decide(log: readonly CurationRecord[], step: CurationStep, at: string): CurationRecord[] {
  return [...log, { number: nextNumber(log), at, step }];
}

/** The log with one more record that takes back the record `number`: a step, or an earlier taking back. */
export function takeBack(log: readonly CurationRecord[], number: number, at: string): CurationRecord[] {
  return [...log, { number: nextNumber(log), at, undo: number }];
}

const nextNumber = (log: readonly CurationRecord[]) => 1 + Math.max(0, ...log.slice(-1).map((record) => record.number));

/** The steps in force, oldest first. */
export function stepsInForce(log: readonly CurationRecord[]): { number: number; step: CurationStep }[] {
  const gone = new Set<number>();
  for (const record of log.toReversed()) {
    if ('undo' in record && !gone.has(record.number)) gone.add(record.undo);
  }
  return log.flatMap((record) =>
    'step' in record && !gone.has(record.number) ? [{ number: record.number, step: record.step }] : [],
  );
}

const format = 'podshivka-curation';
const version = 1;

export function curationToJson(log: readonly CurationRecord[]): string {
  return `${JSON.stringify({ format, version, records: log }, undefined, 1)}\n`;
}

export type CurationReading =
  | { readonly log: readonly CurationRecord[] }
  | {
      readonly refused: 'not-json' | 'not-a-curation-log' | 'newer-version' | 'damaged-record';
      readonly record?: number;
    };

/** Reads what {@link curationToJson} wrote. Anything else is refused whole: half a log would mean something else. */
export function curationFromJson(json: string): CurationReading {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return { refused: 'not-json' };
  }
  if (!isObject(data) || data.format !== format || !Array.isArray(data.records)) {
    return { refused: 'not-a-curation-log' };
  }
  if (typeof data.version !== 'number' || data.version > version) return { refused: 'newer-version' };
  let last = 0;
  for (const [index, record] of data.records.entries()) {
    if (!isRecord(record) || record.number <= last) return { refused: 'damaged-record', record: index + 1 };
    last = record.number;
  }
  return { log: data.records as CurationRecord[] };
}

/**
 * The log of another archive behind one's own: the other's steps in force, numbered anew, without those that are already
 * here word for word.
 */
export function appendLog(own: readonly CurationRecord[], other: readonly CurationRecord[], at: string) {
  const present = new Set(stepsInForce(own).map(({ step }) => JSON.stringify(step)));
  const fresh = stepsInForce(other).filter(({ step }) => !present.has(JSON.stringify(step)));
  return fresh.reduce<CurationRecord[]>((log, { step }) => decide(log, step, at), [...own]);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0;
const isTexts = (value: unknown) => value === undefined || (Array.isArray(value) && value.every(isText));
const isRef = (value: unknown) => isText(value) && /^(?:person|organization):./su.test(value);

function isRecord(value: unknown): value is CurationRecord {
  if (!isObject(value) || !Number.isSafeInteger(value.number) || !isText(value.at)) return false;
  return value.step === undefined ? Number.isSafeInteger(value.undo) : isStep(value.step);
}

function isStep(step: unknown): boolean {
  if (!isObject(step)) return false;
  switch (step.step) {
    case 'merge':
      return isRef(step.from) && isRef(step.into);
    case 'split':
      return (
        isRef(step.entity) && isRef(step.made) && isText(step.name) && isTexts(step.spellings) && isTexts(step.articles)
      );
    case 'rename':
      return isRef(step.entity) && isText(step.name);
    case 'reject':
      return isRef(step.entity) && (step.article === undefined || isText(step.article));
    case 'declare':
      return isRef(step.made) && isText(step.text) && isText(step.name);
    case 'alias':
      return isRef(step.entity) && isText(step.text);
    case 'distinct':
      return isRef(step.entity) && isRef(step.other);
    default:
      return false;
  }
}
