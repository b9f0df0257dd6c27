import type { IdSet } from './id-set.ts';

/** The texts of an article that words are looked for in. */
export type TextField = 'title' | 'body';

/** What a part of the query became. `start` and `end` are UTF-16 units in the query as typed. */
export interface QueryChip {
  readonly kind:
    | 'word'
    | 'phrase'
    | 'near'
    | 'sentence'
    | 'exact'
    | 'prefix'
    | 'fuzzy'
    | 'field'
    | 'date'
    | 'not'
    | 'or';
  /** `title`, `body`, or the facet of a filter; null: a word searched everywhere. */
  readonly field: string | null;
  readonly text: string;
  readonly excluded: boolean;
  readonly start: number;
  readonly end: number;
}

/** What is said about the query. The sentences are the service's; `text` is the part of the query it is about. */
export interface QueryNote {
  readonly kind: 'any-word' | 'ignored' | 'dash' | 'hint';
  readonly text: string;
}

/** A field clause that is not text: it narrows by the service's columns (`персона:Имнадзе`, `дата:2024-08..2024-09`). */
export type QueryFilter =
  | {
      readonly kind: 'value';
      readonly facet:
        | 'person'
        | 'organization'
        | 'source'
        | 'author'
        | 'rubric'
        | 'tag'
        | 'selection'
        | 'readState'
        | 'format';
      readonly value: string;
      readonly excluded: boolean;
    }
  | {
      readonly kind: 'date';
      /** ISO dates cut to their precision, inclusive; null: open. Both null: articles without a date. */
      readonly from: string | null;
      readonly to: string | null;
      readonly excluded: boolean;
    };

/** A query word, its readings and the forms of each that the archive has. */
export interface WordSearched {
  readonly word: string;
  readonly readings: readonly {
    readonly lemma: string;
    readonly forms: readonly string[];
    readonly searched: boolean;
  }[];
}

/** A query word as the reader chooses among its forms: each with the number of articles that have it. */
export interface WordForms {
  readonly word: string;
  readonly readings: readonly {
    readonly lemma: string;
    readonly searched: boolean;
    readonly count: number;
    /** The most frequent first. */
    readonly forms: readonly { readonly form: string; readonly count: number; readonly searched: boolean }[];
  }[];
}

/** A search of the words of the articles; the filters are the caller's to turn into `within`. */
export interface TextSearch {
  readonly query: string;
  /** Only these articles; facets need the wider `ids` of the result, so pass it here and not afterwards. */
  readonly within?: IdSet | undefined;
  /** The fields words without a field of their own are searched in; default all. */
  readonly fields?: readonly TextField[] | undefined;
  /** Lemmas that are not to be searched. */
  readonly withoutLemmas?: readonly string[] | undefined;
  /** Forms that are not to be searched. */
  readonly withoutForms?: readonly string[] | undefined;
  /** Also words of the same root. */
  readonly sameRoot?: boolean | undefined;
  /** The last word is still being typed: it also finds words that begin with it. */
  readonly typing?: boolean | undefined;
  /** How many of the best hits are wanted, after `offset`. Default 50. */
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

export interface TextHit {
  readonly id: number;
  readonly score: number;
}

export interface TextResult {
  /** Articles that match and lie in `within`. */
  readonly total: number;
  /** The best first; of equal ones the newer id first. */
  readonly hits: readonly TextHit[];
  /** Every article the words match, `within` or not: what facets are counted over. */
  readonly ids: IdSet;
  readonly chips: readonly QueryChip[];
  readonly notes: readonly QueryNote[];
  readonly filters: readonly QueryFilter[];
  readonly words: readonly WordSearched[];
}

/** Why an index cannot be used and has to be built again from the articles. */
export interface IndexDamage {
  readonly reason: 'absent' | 'damaged' | 'older' | 'newer' | 'foreign' | 'analyzer';
  /** The file it was noticed in, without its folder. */
  readonly file: string;
}

/** A completion or a spelling offer from the archive's own words. */
export interface WordOffer {
  readonly text: string;
  /** Articles that have it, at least 1. */
  readonly count: number;
}
