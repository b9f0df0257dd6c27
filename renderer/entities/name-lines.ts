/** «Касым-Жомарт Токаев» → «К.-Ж. Токаев». */
function withInitial(name: string): string {
  const words = name.split(' ');
  if (words.length === 1) return name;
  const initial = words[0]!
    .split('-')
    .map((part) => `${part.charAt(0)}.`)
    .join('-');
  return `${initial} ${words.at(-1)}`;
}

/**
 * A name as a small label: a person's in one line, an organization's in two at most, cut at a word.
 *
 * @param count what follows the name in its last line: it takes room
 * @param fits  whether a text has room in a line
 */
export function nameLines(
  name: string,
  kind: 'person' | 'organization',
  count: string,
  fits: (text: string) => boolean,
): string[] {
  const last = (text: string) => fits(`${text} ${count}`);
  const words = kind === 'person' ? [withInitial(name)] : name.split(' ');
  if (words.length === 1 || last(name)) return [cut(words.join(' '), last)];
  const upper = held(words.slice(0, -1), fits);
  const lower = words.slice(upper.split(' ').length).join(' ');
  if (last(lower)) return [cut(upper, fits), lower];
  // A preposition at the end promises a word that does not come.
  const kept = held(lower.split(' '), (text) => last(`${text}…`)).replace(/( \p{Ll}{1,3})+$/u, '');
  const alone = /^\p{Ll}{1,3}$/u.test(kept);
  return [cut(upper, fits), cut(alone ? lower : `${kept}…`, last)];
}

/** As many of the words as have room, at least the first. */
function held(words: readonly string[], fits: (text: string) => boolean): string {
  let count = words.length;
  while (count > 1 && !fits(words.slice(0, count).join(' '))) count--;
  return words.slice(0, count).join(' ');
}

/** A line that has no room is cut at a letter. */
function cut(line: string, fits: (text: string) => boolean): string {
  if (fits(line)) return line;
  let kept = line.replace(/…$/, '');
  while (kept.length > 1 && !fits(`${kept}…`)) kept = kept.slice(0, -1);
  return `${kept}…`;
}
