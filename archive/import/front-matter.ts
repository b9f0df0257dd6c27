/** The values of a front matter by their names in lower case, and the text below it. */
export interface FrontMatter {
  readonly values: ReadonlyMap<string, string | readonly string[]>;
  readonly text: string;
}

/**
 * Reads the part of YAML that front matter is written in: `name: value`, quoted values, `[a, b]` and lists of `- a`.
 * A text without front matter comes back whole.
 */
export function readFrontMatter(text: string): FrontMatter {
  const match = /^\ufeff?---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  const values = new Map<string, string | readonly string[]>();
  if (match === null) return { values, text };
  let list: { name: string; items: string[] } | undefined;
  for (const line of match[1]!.split('\n')) {
    const item = /^\s*-\s+(.+)$/.exec(line);
    if (item !== null && list !== undefined) {
      list.items.push(unquoted(item[1]!));
      values.set(list.name, list.items);
      continue;
    }
    const pair = /^([\p{L}_][\p{L}\w\s-]*):(.*)$/u.exec(line);
    if (pair === null) continue;
    const [name, value] = [pair[1]!.trim().toLowerCase(), pair[2]!.trim()];
    list = value === '' ? { name, items: [] } : undefined;
    if (value !== '')
      values.set(name, /^\[.*\]$/.test(value) ? value.slice(1, -1).split(',').map(unquoted) : unquoted(value));
  }
  return { values, text: text.slice(match[0].length) };
}

function unquoted(value: string): string {
  const text = value.trim();
  const quoted = /^"((?:[^"\\]|\\.)*)"$/.exec(text) ?? /^'((?:[^']|'')*)'$/.exec(text);
  if (quoted === null) return text;
  return text.startsWith('"') ? quoted[1]!.replace(/\\(.)/g, '$1') : quoted[1]!.replaceAll("''", "'");
}
