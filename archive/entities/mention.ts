/**
 * The plain records of this room: what a recogniser is given and what it finds. They cross worker borders and lie in
 * the database, so they hold no class instances. Offsets are UTF-16 units into the stored text of their field, the end
 * exclusive.
 */

import type { ArticleField, EntityKind } from '../contract/values.ts';

export type Kind = EntityKind;

export type Field = ArticleField;

/** What the recogniser reads of an article. Author and source are given so that a byline is not taken for a subject. */
export interface Article {
  readonly title: string;
  readonly body: string;
  readonly author?: string | undefined;
  readonly source?: string | undefined;
}

/** A stretch of one field. */
interface Span {
  readonly field: Field;
  readonly start: number;
  readonly end: number;
}

/** One place where a person or an organization is named. */
export interface Mention extends Span {
  readonly kind: Kind;
  /** The stored text of the span. */
  readonly text: string;
  /** The name as written here, put into the nominative. */
  readonly normal: string;
  /** How sure the recogniser is of this span and kind, 0–1. */
  readonly probability: number;
  /** Which of the article's {@link ArticleName}s it belongs to: an index into `Recognition.names`. */
  readonly name: number;
}

/** The parts of a person's name, in the nominative. Initials are upper-case letters without dots. */
export interface PersonParts {
  readonly given?: string | undefined;
  readonly patronymic?: string | undefined;
  readonly surname?: string | undefined;
  /** Letters of a given name and patronymic that were only abbreviated: «М», «МА». */
  readonly initials?: string | undefined;
}

/** All mentions of one person or organization within one article. */
export interface ArticleName {
  readonly kind: Kind;
  /** The fullest form found in the article, in the nominative. */
  readonly label: string;
  /** The folded form of the label by which names are compared, see `name-key.ts`. */
  readonly key: string;
  /** Further keys under which the article names it: an abbreviation, a short form, a bare surname. */
  readonly aliases: readonly string[];
  readonly parts?: PersonParts | undefined;
  /** Whether the label stands in the text as it is, surely in the nominative. */
  readonly attested?: boolean | undefined;
  /** The name in full as the text writes it, lower case, in whatever case it was met first. */
  readonly form?: string | undefined;
}

/** Two spellings within one article that may be one name. Never merged by itself, see `proposals.ts`. */
export interface SpellingProposal {
  readonly kind: Kind;
  /** The likelier spelling, and the one that may be its variant: indexes into `Recognition.names`. */
  readonly name: number;
  readonly variant: number;
  /** Letters that differ (Damerau–Levenshtein distance of the differing part). */
  readonly distance: number;
  readonly evidence: readonly Evidence[];
}

export type Evidence =
  | 'same-given-name'
  | 'same-article'
  | 'one-letter'
  | 'initials'
  | 'abbreviation'
  | 'transliteration';

/** Everything found in one article. */
export interface Recognition {
  /** Version of the model and rules that found it; an article of another version is read again. */
  readonly version: string;
  readonly mentions: readonly Mention[];
  readonly names: readonly ArticleName[];
  readonly proposals: readonly SpellingProposal[];
}
