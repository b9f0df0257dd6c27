/** A piece of a query as typed; `start` and `end` are UTF-16 units. */
export interface QueryLexeme {
  readonly kind: 'word' | 'phrase' | 'open' | 'close' | 'and' | 'or' | 'not' | 'minus' | 'field';
  /** A word with its `=`, `*` and `~1`; the inside of a phrase; the name of a field. */
  readonly text: string;
  /** What stands after a phrase's `~`. */
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
}

const OPENING = '"«„“”‟';
const CLOSING = '"»“”‟';
const OPERATORS: Readonly<Record<string, QueryLexeme['kind']>> = {
  И: 'and',
  AND: 'and',
  ИЛИ: 'or',
  OR: 'or',
  НЕ: 'not',
  NOT: 'not',
};

/** Cuts a query into lexemes. Whatever it is given, it answers. @param fields names that a colon may follow */
export function lexQuery(query: string, fields: ReadonlySet<string>): QueryLexeme[] {
  const lexemes: QueryLexeme[] = [];
  let at = 0;
  const push = (kind: QueryLexeme['kind'], text: string, end: number, suffix = '') => {
    lexemes.push({ kind, text, suffix, start: at, end });
    at = end;
  };
  while (at < query.length) {
    const unit = query[at]!;
    if (/\s/.test(unit)) at++;
    else if (unit === '(') push('open', unit, at + 1);
    else if (unit === ')') push('close', unit, at + 1);
    else if (unit === '-' && /[^\s-]/.test(query[at + 1] ?? ' ')) push('minus', unit, at + 1);
    else if (unit === '+' && /[^\s+]/.test(query[at + 1] ?? ' ')) at++;
    else if (OPENING.includes(unit)) {
      const close = closing(query, at);
      const suffix = /^~[\p{L}\d]+/u.exec(query.slice(close + 1, close + 20))?.[0] ?? '';
      push('phrase', query.slice(at + 1, close), Math.min(query.length, close + 1 + suffix.length), suffix.slice(1));
    } else {
      const end = wordEnd(query, at);
      const text = query.slice(at, end);
      const colon = text.indexOf(':');
      const field = colon > 0 ? text.slice(0, colon).toLowerCase() : '';
      if (fields.has(field)) push('field', field, at + colon + 1);
      else push(OPERATORS[text] ?? 'word', text, end);
    }
  }
  return lexemes;
}

/** Where a phrase ends: at the mark that closes it, nested marks allowed; an unclosed one runs to the end. */
function closing(query: string, open: number): number {
  if (query[open] !== '«') {
    for (let i = open + 1; i < query.length; i++) if (CLOSING.includes(query[i]!)) return i;
    return query.length;
  }
  let depth = 0;
  for (let i = open; i < query.length; i++) {
    if (query[i] === '«') depth++;
    else if (query[i] === '»' && --depth === 0) return i;
  }
  return query.length;
}

function wordEnd(query: string, start: number): number {
  let end = start;
  while (end < query.length && !/[\s()]/.test(query[end]!)) {
    if (end > start && OPENING.includes(query[end]!)) break;
    end++;
    // What follows `поле:` is a piece of its own when it is a phrase.
    if (query[end - 1] === ':' && OPENING.includes(query[end] ?? ' ')) break;
  }
  return end;
}
