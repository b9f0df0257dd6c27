import type { GlossaryEntry } from '../contract/glossary.ts';
import { attestedWords } from '../entities/attested.ts';
import { createOrganizationNormaliser } from '../entities/organization-normal.ts';
import type { Database } from '../store/database.ts';
import { type GlossaryRow, glossaryRows, type LearntPair, learntPairs } from '../store/glossary.ts';
import { abbreviations } from '../text/abbreviations.ts';
import type { Analyzer } from '../text/analysis.ts';
import { fold } from '../text/letters.ts';
import type { Morphology } from '../text/morphology.ts';
import { renamedPairs } from '../text/renamed-places.ts';

/** What the glossary is made of. */
interface GlossaryParts {
  readonly database: Database;
  readonly analyzer: Analyzer;
  readonly morphology: Morphology | undefined;
}

/** Another way to say a part of a query. */
export interface OtherWording {
  readonly kind: 'expansion' | 'renamed';
  readonly text: string;
}

const collator = new Intl.Collator('ru');

/**
 * Abbreviations with what they stand for and places with their other names: what brackets in the articles explain, what
 * comes with the program, and what a person wrote over both. Read at the first use and kept until it changes.
 */
export class Glossary {
  readonly #parts: GlossaryParts;
  readonly #normaliser: ReturnType<typeof createOrganizationNormaliser> | undefined;
  #entries: readonly GlossaryEntry[] | undefined;
  #byShort = new Map<string, GlossaryEntry[]>();
  #byKey = new Map<string, GlossaryEntry[]>();
  /** Abbreviations by the first base forms of what they stand for. */
  #byStart = new Map<string, GlossaryEntry[]>();

  constructor(parts: GlossaryParts) {
    this.#parts = parts;
    this.#normaliser = parts.morphology && createOrganizationNormaliser(parts.morphology);
  }

  /** The pairs that a text explains; long forms in the nominative. */
  learn(text: string): LearntPair[] {
    return abbreviations(text).map(({ short, long }) => ({
      short: short.normalize('NFC'),
      key: this.key(long),
      long: this.#normaliser?.normalise(long, undefined, attestedWords([])) ?? long,
    }));
  }

  /** A wording in base forms: its cases have one key, and so has a query in small letters. */
  key(wording: string): string {
    return this.#lemmas(wording)
      .map(({ lemma }) => lemma)
      .join(' ');
  }

  /** Drops what is kept: something was changed. */
  forget(): void {
    this.#entries = undefined;
  }

  /** Every entry, by kind and then in the order of the alphabet. */
  entries(): readonly GlossaryEntry[] {
    if (this.#entries === undefined) {
      this.#entries = this.#read();
      const used = this.#entries.filter((entry) => entry.used);
      this.#byShort = Map.groupBy(used, ({ short }) => fold(short));
      this.#byKey = Map.groupBy(used, ({ key }) => key);
      const long = used.filter(({ kind, key }) => kind === 'abbreviation' && key.split(' ').length > LEAST_WORDS);
      this.#byStart = Map.groupBy(long, ({ key }) => key.split(' ').slice(0, LEAST_WORDS).join(' '));
    }
    return this.#entries;
  }

  /** Whether there is an entry for an abbreviation, used or not. */
  explains(short: string): boolean {
    const folded = fold(short);
    return this.entries().some((entry) => entry.kind === 'abbreviation' && fold(entry.short) === folded);
  }

  /** What a word of a query may be said with instead: the long forms of an abbreviation, the other names of a place. */
  otherWordings(word: string, lemmas: readonly string[]): OtherWording[] {
    this.entries();
    const found: OtherWording[] = [];
    const offer = (kind: GlossaryEntry['kind'], text: string) =>
      found.push({ kind: kind === 'place' ? 'renamed' : 'expansion', text });
    for (const form of new Set([fold(word), this.key(word), ...lemmas])) {
      for (const { kind, long } of this.#byShort.get(form) ?? []) offer(kind, long);
      for (const entry of this.#byKey.get(form) ?? []) {
        offer(entry.kind, entry.short);
        if (entry.kind !== 'place') continue;
        for (const { long } of this.#byShort.get(fold(entry.short)) ?? [])
          if (long !== entry.long) offer('place', long);
      }
    }
    return found;
  }

  /** Stretches of several words of a query that stand for something, or that it begins with, with what they stand for. */
  phrases(query: string): { readonly start: number; readonly end: number; readonly instead: OtherWording }[] {
    this.entries();
    const words = this.#lemmas(query).slice(0, MOST_WORDS);
    const found = [];
    for (let first = 0; first < words.length; first++) {
      const start = words.slice(first, first + LEAST_WORDS).map(({ lemma }) => lemma);
      for (const { key, short } of this.#byStart.get(start.join(' ')) ?? []) {
        const long = key.split(' ');
        let length = LEAST_WORDS;
        while (length < long.length && words[first + length]?.lemma === long[length]) length++;
        // The whole of it is found below.
        if (length === long.length) continue;
        const end = words[first + length - 1]!.end;
        found.push({ start: words[first]!.start, end, instead: { kind: 'expansion' as const, text: short } });
      }
      for (let last = first + 1; last < words.length; last++) {
        const key = words
          .slice(first, last + 1)
          .map(({ lemma }) => lemma)
          .join(' ');
        for (const { kind, short } of this.#byKey.get(key) ?? []) {
          const instead: OtherWording = { kind: kind === 'place' ? 'renamed' : 'expansion', text: short };
          found.push({ start: words[first]!.start, end: words[last]!.end, instead });
        }
      }
    }
    return found;
  }

  #read(): GlossaryEntry[] {
    const rows = glossaryRows(this.#parts.database);
    const own = new Map(rows.map((row) => [idOf(row), row]));
    const entries: GlossaryEntry[] = [];
    const add = (entry: Omit<GlossaryEntry, 'id' | 'used'>) => {
      const row = own.get(idOf(entry));
      own.delete(idOf(entry));
      entries.push({ ...entry, id: row?.id ?? null, used: row?.used ?? true, long: row?.long ?? entry.long });
    };
    for (const pair of learntPairs(this.#parts.database)) add({ ...pair, kind: 'abbreviation', origin: 'articles' });
    for (const [short, long] of renamedPairs) {
      add({ kind: 'place', short, long, key: this.key(long), origin: 'program', articles: 0 });
    }
    for (const { id, kind, short, key, long, used } of own.values()) {
      entries.push({ id, kind, short, key, long, used, origin: 'own', articles: 0 });
    }
    return entries.sort((a, b) => collator.compare(a.kind, b.kind) || collator.compare(a.short, b.short));
  }

  /** The words of a text with their likeliest lemmas, capitals aside; of a hyphenated word the whole. */
  #lemmas(text: string): { readonly lemma: string; readonly start: number; readonly end: number }[] {
    const { analyzer } = this.#parts;
    const { length, start, end, surface } = analyzer.tokens(text.toLowerCase());
    const words = [];
    let last = -1;
    for (let i = 0; i < length; i++) {
      if (start[i]! < last) continue;
      last = end[i]!;
      words.push({ lemma: analyzer.surface(surface[i]!).terms[0]!, start: start[i]!, end: end[i]! });
    }
    return words;
  }
}

/** Words of a query looked at for long forms. */
const MOST_WORDS = 16;
/** So many first words of a long form are enough to know it by: «Региональный центр ООН по превентивной дипломатии». */
const LEAST_WORDS = 3;

const idOf = ({ kind, short, key }: Pick<GlossaryRow, 'kind' | 'short' | 'key'>) => `${kind}\n${short}\n${key}`;
