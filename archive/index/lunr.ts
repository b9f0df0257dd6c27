/** The one door to Lunr: its query language, its automata of words and its scores are ours to evaluate. */
import lunr from 'lunr';

/** A node of `lunr.TokenSet`: `*` is an edge for any letter. */
export interface TokenNode {
  readonly id: number;
  readonly final: boolean;
  readonly edges: Readonly<Record<string, TokenNode>>;
}

/** What `@types/lunr` calls methods is static in Lunr. @see lunr 2.3.9, lib/token_set.js */
export const tokenSets = lunr.TokenSet as unknown as {
  fromString(text: string): TokenNode;
  fromFuzzyString(text: string, distance: number): TokenNode;
};

/** A clause as `lunr.Query` keeps it. @see lunr 2.3.9, lib/query.js */
export interface LunrClause {
  readonly term: string;
  readonly fields?: readonly string[];
  readonly boost: number;
  readonly editDistance?: number;
  readonly usePipeline: boolean;
  readonly presence: number;
}

/** The parser of Lunr's query language, which `@types/lunr` does not know. @see lunr 2.3.9, lib/query_parser.js */
export const QueryParser = (
  lunr as unknown as { QueryParser: new (text: string, query: lunr.Query) => { parse(): void } }
).QueryParser;

export type LunrQuery = lunr.Query & { readonly clauses: readonly LunrClause[]; isNegated(): boolean };

export default lunr;
