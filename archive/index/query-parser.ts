import type { Analyzer } from '../text/analysis.ts';
import { secondary } from '../text/query-word.ts';
import { type DateInWords, dateInWords } from './query-dates.ts';
import { dateRange, QUERY_FIELDS } from './query-fields.ts';
import { lexQuery, type QueryLexeme } from './query-lexer.ts';
import type { PhraseClause, QueryNode } from './query-node.ts';
import { piecesOf, plainClause, WordClauses } from './query-words.ts';
import type { QueryChip, QueryFilter, QueryNote, TextField } from './search-types.ts';
import { fuzzyPattern, wildcardPattern } from './word-automaton.ts';

/** What a query was understood as. */
export interface ParsedQuery {
  /** Undefined: nothing in it is looked for in the texts. */
  readonly node: QueryNode | undefined;
  readonly filters: readonly QueryFilter[];
  readonly chips: readonly QueryChip[];
  readonly notes: readonly QueryNote[];
}

export interface QueryOptions {
  readonly fields?: readonly TextField[] | undefined;
  readonly withoutLemmas?: readonly string[] | undefined;
  readonly withoutForms?: readonly string[] | undefined;
  readonly sameRoot?: boolean | undefined;
  readonly typing?: boolean | undefined;
}

/** A pasted page asks for no more words than this; the rest is named in a note. */
const MOST_WORDS = 48;
const MOST_BRACKETS = 40;

/**
 * Reads a query as a person writes it. Never throws: what is not understood is searched as text or named in a note.
 *
 *     или = и (ИЛИ и)*      и = не ((И)? не)*      не = (НЕ | -) не | ( или ) | поле:что | "фраза"~5 | слово
 */
export function parseQuery(query: string, analyzer: Analyzer, options: QueryOptions = {}): ParsedQuery {
  return new QueryParser(query, analyzer, options).parse();
}

interface Context {
  readonly fields: readonly TextField[];
  readonly excluded: boolean;
  readonly depth: number;
}

class QueryParser {
  readonly #query: string;
  readonly #analyzer: Analyzer;
  readonly #words: WordClauses;
  readonly #options: QueryOptions;
  #lexemes: readonly QueryLexeme[];
  readonly #chips: QueryChip[] = [];
  readonly #notes: QueryNote[] = [];
  readonly #filters: QueryFilter[] = [];
  #at = 0;
  #wordCount = 0;

  constructor(query: string, analyzer: Analyzer, options: QueryOptions) {
    this.#query = query;
    this.#analyzer = analyzer;
    this.#options = options;
    this.#words = new WordClauses(analyzer, options);
    this.#lexemes = lexQuery(query, new Set(QUERY_FIELDS.keys()));
  }

  parse(): ParsedQuery {
    this.#readDashes();
    const top: Context = { fields: this.#options.fields ?? [], excluded: false, depth: 0 };
    const nodes: QueryNode[] = [];
    while (this.#at < this.#lexemes.length) {
      const node = this.#any(top);
      if (node !== undefined) nodes.push(node);
      // A closing bracket that nothing opened.
      if (this.#lexemes[this.#at]?.kind === 'close') this.#at++;
    }
    const node = group('all', nodes);
    if (node === undefined && this.#filters.length === 0 && this.#query.trim() !== '') {
      this.#notes.push({ kind: 'hint', text: this.#query.trim().slice(0, 40) });
    }
    return { node, filters: this.#filters, chips: this.#chips, notes: this.#notes };
  }

  /** A query in which everything is excluded by a hyphen is a line of a pasted list, and is searched as text. */
  #readDashes(): void {
    const asked = this.#lexemes.filter(({ kind }) => kind !== 'minus');
    const dashes = this.#lexemes.every(({ kind }, i) =>
      i % 2 === 0 ? kind === 'minus' : kind === 'word' || kind === 'phrase',
    );
    if (asked.length === 0 || !dashes) return;
    const text = asked.map(({ start, end }) => this.#query.slice(start, end)).join(' ИЛИ ');
    this.#notes.push({ kind: 'dash', text });
    this.#lexemes = asked;
  }

  #any(context: Context): QueryNode | undefined {
    const nodes: QueryNode[] = [];
    const firstChip = this.#chips.length;
    for (;;) {
      const node = this.#all(context);
      if (node !== undefined) nodes.push(node);
      if (this.#lexemes[this.#at]?.kind !== 'or') break;
      this.#at++;
    }
    if (nodes.length > 1) {
      for (let i = firstChip; i < this.#chips.length; i++) {
        const chip = this.#chips[i]!;
        if (chip.kind === 'word') this.#chips[i] = { ...chip, kind: 'or' };
      }
    }
    return group('any', nodes);
  }

  #all(context: Context): QueryNode | undefined {
    const nodes: QueryNode[] = [];
    for (let lexeme = this.#lexemes[this.#at]; lexeme !== undefined; lexeme = this.#lexemes[this.#at]) {
      if (lexeme.kind === 'or' || lexeme.kind === 'close') break;
      if (lexeme.kind === 'and') {
        this.#at++;
        continue;
      }
      const node = this.#not(context);
      if (node !== undefined) nodes.push(node);
    }
    return group('all', nodes);
  }

  #not(context: Context): QueryNode | undefined {
    let excluded = false;
    for (
      let kind = this.#lexemes[this.#at]?.kind;
      kind === 'not' || kind === 'minus';
      kind = this.#lexemes[this.#at]?.kind
    ) {
      excluded = !excluded;
      this.#at++;
    }
    const node = this.#primary(excluded ? { ...context, excluded: !context.excluded } : context);
    return excluded && node !== undefined ? { type: 'not', node } : node;
  }

  #primary(context: Context): QueryNode | undefined {
    const lexeme = this.#lexemes[this.#at];
    if (lexeme === undefined) return undefined;
    switch (lexeme.kind) {
      case 'word': {
        const date = dateInWords(this.#query, this.#lexemes, this.#at);
        return date === undefined ? this.#plain(lexeme, context) : this.#date(date, context);
      }
      case 'phrase':
        this.#at++;
        return this.#phrase(lexeme, context);
      case 'field':
        this.#at++;
        return this.#field(lexeme, context);
      case 'open':
        this.#at++;
        return this.#bracket(context);
      default:
        // An operator with nothing to work on; closing brackets and ИЛИ are the caller's.
        return undefined;
    }
  }

  #plain(lexeme: QueryLexeme, context: Context): QueryNode | undefined {
    this.#at++;
    return this.#word(lexeme, context);
  }

  /** The words of a date, or the same date written in another way. */
  #date(date: DateInWords, context: Context): QueryNode | undefined {
    const nodes = this.#lexemes
      .slice(this.#at, this.#at + date.words)
      .flatMap((word) => this.#plain(word, context) ?? []);
    const written = group('all', nodes);
    // Beyond the words there is room for, nothing of the date is looked for.
    if (written === undefined) return undefined;
    const terms = new Map([date.iso, secondary(date.iso)].map((term) => [term, 1]));
    return group('any', [written, plainClause(context.fields, { by: 'terms', text: date.iso, form: date.iso, terms })]);
  }

  #bracket(context: Context): QueryNode | undefined {
    if (context.depth >= MOST_BRACKETS) return undefined;
    const node = this.#any({ ...context, depth: context.depth + 1 });
    if (this.#lexemes[this.#at]?.kind === 'close') this.#at++;
    return node;
  }

  #field(name: QueryLexeme, context: Context): QueryNode | undefined {
    const target = QUERY_FIELDS.get(name.text)!;
    const next = this.#lexemes[this.#at];
    if (
      next === undefined ||
      next.start > name.end ||
      (next.kind !== 'word' && next.kind !== 'phrase' && next.kind !== 'open')
    ) {
      return this.#word({ ...name, kind: 'word' }, context);
    }
    if ('text' in target) return this.#primary({ ...context, fields: [target.text] });
    this.#at++;
    const excluded = context.excluded;
    if ('facet' in target) {
      this.#filters.push({ kind: 'value', facet: target.facet, value: next.text, excluded });
      this.#chip('field', target.facet, next.text, context, name.start, next.end);
      return undefined;
    }
    const range = dateRange(next.text);
    if (range === undefined) {
      this.#notes.push({ kind: 'ignored', text: this.#query.slice(name.start, next.end) });
      return undefined;
    }
    this.#filters.push({ kind: 'date', ...range, excluded });
    this.#chip('date', null, next.text, context, name.start, next.end);
    return undefined;
  }

  #word(lexeme: QueryLexeme, context: Context): QueryNode | undefined {
    const exact = lexeme.text.startsWith('=');
    const fuzzy = /~(\d?)$/.exec(lexeme.text);
    let text = lexeme.text.slice(exact ? 1 : 0, fuzzy?.index).replace(/\^\d*$/, '');
    if (text.includes('*') && /[\p{L}\p{N}]/u.test(text)) return this.#pattern(text, lexeme, context);
    text = text.replace(/\*/g, '');
    if (!/[\p{L}\p{N}]/u.test(text) || !this.#room(lexeme)) return undefined;
    if (fuzzy !== null && fuzzy[1] !== '0') {
      const form = this.#analyzer.queryWord(text).form;
      this.#chip('fuzzy', context.fields[0] ?? null, text, context, lexeme.start, lexeme.end);
      const pattern = fuzzyPattern(form, Number(fuzzy[1] || 1));
      return plainClause(context.fields, { by: 'pattern', text, form, pattern });
    }
    const pieces = piecesOf(text, this.#analyzer);
    if (pieces.length === 0) return undefined;
    this.#chip(exact ? 'exact' : 'word', context.fields[0] ?? null, text, context, lexeme.start, lexeme.end);
    const typed = this.#options.typing === true && lexeme.end === this.#query.length && !exact;
    return group(
      'all',
      pieces.map((piece, i) => this.#words.clause(piece, exact, typed && i === pieces.length - 1, context.fields)),
    );
  }

  #pattern(text: string, lexeme: QueryLexeme, context: Context): QueryNode | undefined {
    if (!this.#room(lexeme)) return undefined;
    const folded = text
      .split(/(\*+)/)
      .map((part) => (part === '' || part.startsWith('*') ? part.slice(0, 1) : this.#fold(part)))
      .join('');
    this.#chip('prefix', context.fields[0] ?? null, text, context, lexeme.start, lexeme.end);
    if (folded.indexOf('*') === folded.length - 1) {
      return plainClause(context.fields, { by: 'prefix', text, form: folded.slice(0, -1) });
    }
    return plainClause(context.fields, { by: 'pattern', text, form: folded, pattern: wildcardPattern(folded) });
  }

  /** A part of a word, folded as the analyzer folds a whole one. */
  #fold(part: string): string {
    return this.#analyzer.queryWord(part).form;
  }

  #phrase(lexeme: QueryLexeme, context: Context): QueryNode | undefined {
    const slots = this.#words.slots(lexeme.text, context.fields, MOST_WORDS);
    if (slots.length === 0) return undefined;
    const slop = /^\d+$/.test(lexeme.suffix) ? Math.min(1000, Number(lexeme.suffix)) : 0;
    const sentence = /^(п|пр|предложение|s|sentence)$/i.test(lexeme.suffix);
    const kind = sentence ? 'sentence' : slop > 0 ? 'near' : 'phrase';
    this.#chip(kind, context.fields[0] ?? null, lexeme.text, context, lexeme.start, lexeme.end);
    if (slots.length === 1) return group('any', slots[0]!);
    const clause: PhraseClause = { type: 'phrase', slots, slop, sentence, fields: context.fields };
    return clause;
  }

  /** Whether there is room for another word; says once which is the first that was left out. */
  #room(lexeme: QueryLexeme): boolean {
    if (++this.#wordCount === MOST_WORDS + 1)
      this.#notes.push({ kind: 'ignored', text: this.#query.slice(lexeme.start, lexeme.start + 80) });
    return this.#wordCount <= MOST_WORDS;
  }

  #chip(
    kind: QueryChip['kind'],
    field: string | null,
    text: string,
    context: Context,
    start: number,
    end: number,
  ): void {
    this.#chips.push({ kind, field, text, excluded: context.excluded, start, end });
  }
}

/** Nodes joined; a single one stands for itself, none is nothing. */
function group(type: 'all' | 'any', nodes: readonly QueryNode[]): QueryNode | undefined {
  return nodes.length > 1 ? { type, nodes } : nodes[0];
}
