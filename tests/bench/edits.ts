import type { Span } from '../../archive/contract/values.ts';

/**
 * A text under edit that knows where each of its units came from, so that after any number of edits one can say where
 * a passage of the first text is now, or that it is gone.
 */
export class EditedText {
  #units: string[];
  /** Of each unit its offset in the first text, or -1 for what was added. */
  #origins: number[];

  constructor(text: string) {
    this.#units = text.split('');
    this.#origins = this.#units.map((_, i) => i);
  }

  get text(): string {
    return this.#units.join('');
  }

  /** Replaces a range by other text. */
  replace({ start, end }: Span, text: string): void {
    const added = text.split('');
    this.#units.splice(start, end - start, ...added);
    this.#origins.splice(start, end - start, ...added.map(() => -1));
  }

  /** What is left of a passage: from its first to its last unit, and the share of its units that are still there. */
  trace({ start, end }: Span): { span: Span; left: number } {
    let first = -1;
    let last = -1;
    let kept = 0;
    for (let i = 0; i < this.#origins.length; i++) {
      const origin = this.#origins[i]!;
      if (origin < start || origin >= end) continue;
      if (first < 0) first = i;
      last = i;
      kept++;
    }
    return { span: { start: Math.max(0, first), end: last + 1 }, left: kept / (end - start) };
  }

  /** How many units of a passage lie in a range of the text as it is now. */
  count(range: Span, { start, end }: Span): number {
    return this.#origins.slice(range.start, range.end).filter((origin) => origin >= start && origin < end).length;
  }
}

const units = {
  word: /[\p{L}\p{N}-]+ ?/gu,
  sentence: /[^.!?\n]+[.!?]*\s?/g,
  paragraph: /[^\n]+\n*/g,
} as const;

/** One edit of a kind an editor, a typist or a second import makes; returns how many units it touched. */
export function editOnce(edited: EditedText, random: () => number, stock: readonly string[]): number {
  const text = edited.text;
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  const dice = random();
  const unit = dice < 0.7 ? 'word' : dice < 0.93 ? 'sentence' : 'paragraph';
  if (random() < 0.25) return typo(edited, text, random);
  const places = [...text.matchAll(units[unit])].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  if (places.length < 2) return typo(edited, text, random);
  const at = pick(places);
  const other = pick([...pick(stock).matchAll(units[unit])])?.[0] ?? '';
  if (text.slice(at.start, at.end).trim() === other.trim()) return 1;
  const act = random();
  if (act < 0.34) edited.replace(at, '');
  else if (act < 0.67) edited.replace({ start: at.start, end: at.start }, other);
  else edited.replace(at, other);
  return act < 0.34 ? at.end - at.start : act < 0.67 ? other.length : Math.max(other.length, at.end - at.start);
}

/** A slip mended or made: a letter changed, doubled, dropped; or what another import makes of quotes, dashes, spaces. */
function typo(edited: EditedText, text: string, random: () => number): number {
  const start = Math.floor(random() * text.length);
  const unit = text[start] ?? '';
  const noise: Record<string, string> = { '«': '"', '»': '"', '–': '-', '—': '-', ' ': '\u00a0', ё: 'е', '\n': '\n\n' };
  const dice = random();
  if (/[\ud800-\udfff]/.test(unit)) return 1;
  if (noise[unit] !== undefined) edited.replace({ start, end: start + 1 }, noise[unit]);
  else if (dice < 0.34) edited.replace({ start, end: start + 1 }, '');
  else if (dice < 0.67) edited.replace({ start, end: start }, unit);
  else edited.replace({ start, end: start + 1 }, 'оеаинт'[Math.floor(random() * 6)]!);
  return 1;
}

/** The noise of a second import over the whole text: what another reader makes of quotation marks, dashes and spaces. */
export function reimport(edited: EditedText, random: () => number): void {
  const rules: [RegExp, string][] = [
    [/[«»]/g, '"'],
    [/ [–—] /g, ' - '],
    [/ё/g, 'е'],
    [/\n+/g, '\n\n'],
    [/ (?=\d)/g, '\u00a0'],
  ];
  for (const [pattern, by] of rules) {
    if (random() < 0.5) continue;
    for (const match of [...edited.text.matchAll(pattern)].reverse()) {
      edited.replace({ start: match.index, end: match.index + match[0].length }, by);
    }
  }
}
