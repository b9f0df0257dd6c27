/** Deeper than any record. The parser takes a hundred bytes a level before it finds that something is missing at the end. */
const DEEPEST = 500;

/** The value of a JSON text; undefined when it is not one, or nested beyond reason. */
export function jsonValue(text: string): unknown {
  if (isDeep(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const [ARRAY, ARRAY_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d];

function isDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text.charCodeAt(i);
    if (sign === QUOTE) quoted = !quoted;
    else if (quoted) i += sign === BACKSLASH ? 1 : 0;
    else if (sign === ARRAY || sign === OBJECT) {
      if (++depth > DEEPEST) return true;
    } else if (sign === ARRAY_END || sign === OBJECT_END) depth--;
  }
  return false;
}
