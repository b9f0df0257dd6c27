/**
 * What the whole archive says of names that were linked one article at a time. Each rule is conservative:
 *
 * - a bare surname or initials stand for the full name that has nearly all articles of those they may stand for;
 * - a nominative that was only guessed («Петра Лаврентьева», «Асий Биби») gives way to one that was read and whose forms
 *   explain what was written;
 * - one surname with one given name written by its sound in two ways («Асия», «Азия»; «Дональд», «Дональт») is one person
 *   if one of the spellings is clearly the usual one;
 * - organizations whose long names differ only by letters that Russian spells now this way, now that are one; an
 *   abbreviation is what nearly all articles explain it as.
 *
 * Pure: the same rows give the same answer. What the person has decided is no part of it, see {@link standing}: so the answer
 * can be kept until a row changes, whatever is decided meanwhile.
 */

import { formsOf, genders } from './declension.ts';
import { fold, skeleton, sound } from './name-key.ts';
import { type KeyParts, keyParts, keysAgree } from './person-key.ts';
import type { EntityRow, KeyRow } from './registry.ts';

/** To be raised when these rules, or those of declension and of keys that they use, answer otherwise: kept answers go by it. */
export const voteRules = 2;

/** An entity with its keys. */
export interface Candidate {
  readonly row: EntityRow;
  readonly keys: readonly KeyRow[];
}

/** Share of the articles that one of several must have. */
const dominance = 0.8;
/** Shorter names of organizations differ too easily. */
const longEnough = 8;

/** @returns the entity that each joined one is joined with; that may be joined itself */
export function archiveVote(candidates: readonly Candidate[]): Map<number, number> {
  const found = new Map<number, number>();
  const free = candidates.filter(({ row }) => !row.key.startsWith('+'));
  const persons = free.filter(({ row }) => row.kind === 'person').map(votingPerson);
  const join = (from: number, into: number | undefined) => {
    if (into !== undefined && into !== from) found.set(from, into);
  };
  const guessed = guessedNominatives(persons);
  for (const [from, into] of guessed) join(from, into);
  const read = persons.filter(({ id }) => !guessed.has(id));
  for (const [from, into] of givenNamesAlike(read)) join(from, into);
  for (const [from, into] of shortNames(read)) join(from, into);
  const bodies = free.filter(({ row }) => row.kind === 'organization');
  for (const [from, into] of spelledAlike(bodies)) join(from, into);
  for (const [from, into] of explained(bodies)) if (!found.has(from)) join(from, into);
  return found;
}

/**
 * The entity that each joined one stands for in the end.
 *
 * @param voted what {@link archiveVote} says
 * @param kept entities that stay themselves, whatever speaks for joining them
 */
export function standing(voted: ReadonlyMap<number, number>, kept: (id: number) => boolean): Map<number, number> {
  return straightened(new Map([...voted].filter(([from]) => !kept(from))));
}

interface VotingPerson {
  readonly id: number;
  readonly parts: KeyParts;
  readonly articles: number;
  readonly attested: number;
  /** Words of the label, and of the name as it was written, lower case with е for ё. */
  readonly label: readonly string[];
  readonly form: readonly string[];
}

const words = (text: string) => fold(text).split(' ').filter(Boolean);
const most = (keys: readonly KeyRow[]) => Math.max(0, ...keys.map(({ articles }) => articles));

/** Names as they were written before mere aliases, then by their letters: the order of rows is another one after the next start. */
const byKey = (a: KeyRow, b: KeyRow) => Number(a.form === '') - Number(b.form === '') || (a.key < b.key ? -1 : 1);

function votingPerson({ row, keys: given }: Candidate): VotingPerson {
  const keys = given.toSorted(byKey);
  const fullness = ({ surname, given, initials }: KeyParts) => (surname ? 4 : 0) + (given ? 2 : initials ? 1 : 0);
  let parts = keyParts(row.key);
  for (const { key } of keys) {
    const other = keyParts(key);
    if (fullness(other) > fullness(parts)) parts = other;
  }
  const own = keys.filter(({ form }) => form !== '');
  return {
    id: row.id,
    parts,
    articles: most(keys),
    attested: keys.reduce((sum, { attested }) => sum + attested, 0),
    label: words(row.label),
    form: words(own.find(({ label }) => label === row.label)?.form ?? own[0]?.form ?? ''),
  };
}

function group<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const list = groups.get(name);
    if (list) list.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}

/** The one that has nearly all articles. */
function dominant<T extends { readonly id: number; readonly articles: number }>(
  items: readonly T[],
  share = dominance,
): T | undefined {
  const total = items.reduce((sum, { articles }) => sum + articles, 0);
  return items.find(({ articles }) => articles >= share * total);
}

/** Whether hardly an article has the name in the nominative. */
const isGuess = ({ attested, articles }: VotingPerson) => attested <= 0.1 * articles;

/** Names that nobody read in the nominative, each with the one that explains how it was written. */
function guessedNominatives(persons: readonly VotingPerson[]): Map<number, number> {
  const beginning = ({ label }: VotingPerson) => label.map((word) => word.slice(0, 3)).join(' ');
  const found = new Map<number, number>();
  for (const alike of group(persons, beginning).values()) {
    const read = alike.filter((person) => !isGuess(person));
    for (const person of alike) {
      if (!isGuess(person) || person.form.length === 0) continue;
      const explaining = read.filter((other) => explains(other, person));
      const into = dominant(explaining);
      if (into !== undefined && into.articles >= person.attested) found.set(person.id, into.id);
    }
  }
  return found;
}

const explains = (one: VotingPerson, other: VotingPerson) => areForms(one.label, other.form);

/** Whether what was written is, word for word, a form of a name in one gender. */
export function isFormOf(label: string, written: string): boolean {
  return areForms(words(label), words(written));
}

function areForms(label: readonly string[], form: readonly string[]): boolean {
  return (
    label.length === form.length &&
    genders.some((gender) => label.every((word, i) => word === form[i] || formsOf(word, gender).has(form[i]!)))
  );
}

/** Sound and surname speak for one person already; the label is the usual spelling. */
const majority = 0.6;
/** Shorter given names differ too easily. */
const longGiven = 4;

/** Rare spellings of a given name, each with the usual one of the same surname. */
function givenNamesAlike(persons: readonly VotingPerson[]): Map<number, number> {
  const found = new Map<number, number>();
  const full = persons.filter(({ parts }) => parts.surname !== '' && parts.given.length >= longGiven);
  for (const alike of group(full, ({ parts }) => `${parts.surname}|${sound(parts.given)}`).values()) {
    const usual = alike.length < 2 ? undefined : dominant(alike, majority);
    if (usual === undefined) continue;
    for (const { id, parts } of alike) {
      const contradicts = parts.patronymic && usual.parts.patronymic && parts.patronymic !== usual.parts.patronymic;
      if (id !== usual.id && !contradicts) found.set(id, usual.id);
    }
  }
  return found;
}

/** Bare surnames and initials, each with the bearer of the name. */
function shortNames(persons: readonly VotingPerson[]): Map<number, number> {
  const found = new Map<number, number>();
  const isShort = ({ parts }: VotingPerson) => parts.given === '' || parts.surname === '';
  // «Джонсон» alone is read as a given name, since it is one too.
  const asSurname = (parts: KeyParts) => (parts.surname === '' ? { ...parts, surname: parts.given, given: '' } : parts);
  for (const bearers of group(persons, ({ parts }) => asSurname(parts).surname).values()) {
    const full = bearers.filter((person) => !isShort(person));
    if (full.length === 0 || full.length === bearers.length) continue;
    for (const short of bearers.filter(isShort)) {
      const into = dominant(full.filter(({ parts }) => keysAgree(parts, asSurname(short.parts))));
      if (into !== undefined) found.set(short.id, into.id);
    }
  }
  return found;
}

/** «Техрик-э-Лабайк», «Техрик-е-Лабаик»: all with the most frequent. */
function spelledAlike(bodies: readonly Candidate[]): Map<number, number> {
  const found = new Map<number, number>();
  const long = bodies.filter(({ row }) => row.key.length >= longEnough && !row.key.includes('#'));
  const spelling = ({ row }: Candidate) => row.key.split(' ').map(skeleton).join(' ');
  for (const alike of group(long, spelling).values()) {
    if (alike.length < 2) continue;
    const first = alike.reduce((a, b) => (most(b.keys) > most(a.keys) ? b : a));
    for (const { row } of alike) if (row.id !== first.row.id) found.set(row.id, first.row.id);
  }
  return found;
}

/** Abbreviations known by themselves, each with what articles explain it as. */
function explained(bodies: readonly Candidate[]): Map<number, number> {
  const found = new Map<number, number>();
  const owners = new Map<string, { id: number; articles: number }[]>();
  for (const { row, keys } of bodies) {
    for (const { key, articles } of keys) {
      if (key === row.key) continue;
      const list = owners.get(key);
      if (list) list.push({ id: row.id, articles });
      else owners.set(key, [{ id: row.id, articles }]);
    }
  }
  for (const { row } of bodies) {
    if (!/^\p{Lu}{2,}$/u.test(row.label)) continue;
    const into = dominant(owners.get(row.key) ?? []);
    if (into !== undefined && into.id !== row.id) found.set(row.id, into.id);
  }
  return found;
}

/** Chains end at their last entity; what would go in a circle stays. */
function straightened(found: ReadonlyMap<number, number>): Map<number, number> {
  const straight = new Map<number, number>();
  for (const from of found.keys()) {
    const met = new Set([from]);
    let at = from;
    for (let next = found.get(at); next !== undefined && !met.has(next); next = found.get(at)) {
      met.add(next);
      at = next;
    }
    if (at !== from && !found.has(at)) straight.set(from, at);
  }
  return straight;
}
