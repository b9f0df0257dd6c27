/** A line of a label holds so many letters. */
const room = 13;

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
 * @param count what follows the name in its last line: its signs take room
 */
export function nameLines(name: string, kind: 'person' | 'organization', count: string): string[] {
  if (kind === 'person') return [cut(withInitial(name))];
  const words = name.split(' ');
  const lines = [words.shift()!];
  while (words.length > 0) {
    const last = lines.length - 1;
    const longer = `${lines[last]} ${words[0]}`;
    const free = words.length === 1 || last === 1 ? room - count.length - 1 : room;
    if (longer.length <= free) lines[last] = longer;
    else if (last === 0) lines.push(words[0]!);
    else {
      lines[last] += '…';
      break;
    }
    words.shift();
  }
  return lines.map(cut);
}

const cut = (line: string) => (line.length <= room + 2 ? line : `${line.slice(0, room + 1)}…`);
