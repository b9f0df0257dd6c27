/**
 * The nominatives of an article's persons, decided together. Each mention alone may be read in several ways; a nominative
 * that explains every form the article has, and the words around each, is the name: {Асия, Асии, Асию} before «была» and
 * «признали» come from «Асия». Full names first; then bare surnames, of which the full ones are known.
 */

import { attestedWords } from './attested.ts';
import { fold } from './name-key.ts';
import type { Neighbours } from './name-surroundings.ts';
import { doubt, type NormalPerson, type PersonNormaliser } from './person-normal.ts';

/** A mention's words, and what stands beside them. */
export interface PersonMention extends Neighbours {
  readonly words: readonly string[];
}

export function nominatives(mentions: readonly PersonMention[], persons: PersonNormaliser): NormalPerson[] {
  const isBare = ({ words }: PersonMention) => words.length === 1;
  const bare = mentions.filter(isBare);
  const full = mentions.filter((mention) => !isBare(mention));
  const bareWords = bare.flatMap(({ words }) => words);
  const attested = attestedWords(bareWords);
  const chosenFull = inCommon(full.map(({ words, ...around }) => persons.candidates(words, { ...around, attested })));
  const surnames = new Set(chosenFull.flatMap(({ parts }) => parts.surname?.toLowerCase() ?? []));
  const known = attestedWords(bareWords, surnames);
  // «Туров» and «Турова» in one article may be two people: each mention by itself.
  const parted = ({ form }: NormalPerson) => known.like(form).filter((word) => surnames.has(word)).length > 1;
  const chosenBare = inCommon(
    bare.map(({ words, ...around }) => persons.candidates(words, { ...around, attested: known })),
    parted,
  );
  return mentions.map((mention) => (isBare(mention) ? chosenBare.shift()! : chosenFull.shift()!));
}

/** What a form costs that a nominative does not explain. */
const unexplained = 2.5;
/** The most that the words around all mentions may say against a nominative. */
const mostAround = 8;

/**
 * @param mentions the candidates of each mention, the likeliest first
 * @param alone    mentions that the others say nothing of
 */
function inCommon(mentions: readonly (readonly NormalPerson[])[], alone = (_: NormalPerson) => false): NormalPerson[] {
  const alike = new Map<string, number[]>();
  mentions.forEach(([first], i) => {
    if (alone(first!)) return;
    const key = beginning(first!.form);
    alike.set(key, [...(alike.get(key) ?? []), i]);
  });
  const chosen: NormalPerson[] = mentions.map((candidates) => candidates[0]!);
  for (const group of alike.values()) {
    if (group.length < 2) continue;
    const readings = group.map((i) => new Map(mentions[i]!.map((one) => [one.text, one])));
    const texts = new Set(readings.flatMap((of) => [...of.keys()]));
    const [best, next] = [...texts]
      .map((text) => ({ text, score: support(text, readings) }))
      .sort((a, b) => b.score - a.score);
    const sure = next === undefined || next.score <= best!.score - doubt;
    group.forEach((i, k) => {
      const own = readings[k]!.get(best!.text);
      if (own !== undefined) chosen[i] = { ...own, sure };
    });
  }
  return chosen;
}

/** Names may be forms of one if their words begin alike. */
const beginning = (form: string) =>
  fold(form)
    .split(' ')
    .map((word) => word.slice(0, 3))
    .join(' ');

/** How much a nominative explains: each form once, the words around each mention. */
function support(text: string, readings: readonly ReadonlyMap<string, NormalPerson>[]): number {
  const forms = new Map<string, number>();
  let against = 0;
  for (const of of readings) {
    const candidates = [...of.values()];
    const own = of.get(text);
    const { form } = candidates[0]!;
    if (own === undefined) {
      forms.set(form, Math.min(...candidates.map(({ words }) => words)) - unexplained);
      continue;
    }
    forms.set(form, Math.max(own.words, forms.get(form) ?? Number.NEGATIVE_INFINITY));
    against += own.around - Math.max(...candidates.map(({ around }) => around));
  }
  const words = [...forms.values()].reduce((sum, score) => sum + score, 0) / forms.size;
  return words + Math.max(-mostAround, against);
}
