/** Borders of organizations' names, put right after tagging: tails that the head asks for, words that only lead up. */

import type { Morphology } from '../text/morphology.ts';
import { canonicalOrganization } from './known-organizations.ts';
import { organizationKey } from './name-key.ts';
import type { Token } from './tokens.ts';
import type { WordFacts } from './word-features.ts';

export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Bodies that are named by their business: «департамент … по политическим вопросам». */
const namedByBusiness =
  /^(?:департамент|комитет|комиссия|управление|агентство|центр|служба|совет|фонд|министерство|отдел|бюро|институт|федерация|организация|ассоциация|программа|инспекция|палата|конференция)$/;

/**
 * Lengthens «Департамента ООН» by «по политическим вопросам и вопросам миротворчества»: after «по» nouns in the dative
 * with their adjectives and genitives, joined by «и».
 */
export function withBusiness(
  run: Run,
  tokens: readonly Token[],
  words: readonly WordFacts[],
  morphology: Morphology,
): Run {
  const headed = words
    .slice(run.from, Math.min(run.to, run.from + 4))
    .some((word) => namedByBusiness.test(word.lemmaText));
  if (!headed || words[run.to]?.lowerText !== 'по') return run;
  const { sentence } = tokens[run.from]!;
  const is = (i: number, part: RegExp, grammeme: string) =>
    tokens[i]?.sentence === sentence &&
    /^\p{L}/u.test(tokens[i]!.text) &&
    morphology
      .parses(tokens[i]!.text)
      .some((p) => part.test(p.grammemes[0]!) && p.grammemes.includes(grammeme) && p.score > 0.03);
  let end = run.to;
  let i = run.to + 1;
  for (;;) {
    while (is(i, /ADJF|PRTF/, 'datv') && (is(i + 1, /NOUN|ADJF|PRTF/, 'datv') || words[i + 1]?.lowerText === 'и')) i++;
    if (!is(i, /NOUN/, 'datv')) break;
    end = ++i;
    while (is(i, /ADJF|PRTF/, 'gent') && is(i + 1, /NOUN|ADJF/, 'gent')) i++;
    while (is(i, /NOUN/, 'gent') && !words[i]!.isCapital) end = ++i;
    if (words[i]?.lowerText !== 'и' || !is(i + 1, /NOUN|ADJF|PRTF/, 'datv')) break;
    i++;
  }
  return { from: run.from, to: end };
}

const isForm = (a: WordFacts, b: WordFacts) =>
  a.lemma === b.lemma || (a.stem === b.stem && a.isCapital === b.isCapital);

/** A name's tail that another place of the text shows is no shorter than this, the head included, in words. */
const shortestKnown = 3;

/**
 * Lengthens the runs after which the text goes on as after another, longer run: «Региональный центр ООН по превентивной
 * дипломатии для Центральной Азии» once, and everywhere. Cases do not matter.
 */
export function withKnownTails(runs: readonly Run[], tokens: readonly Token[], words: readonly WordFacts[]): Run[] {
  const byHead = new Map<number, Run[]>();
  for (const run of runs) {
    if (run.to - run.from < shortestKnown) continue;
    const { lemma } = words[run.from]!;
    byHead.set(lemma, [...(byHead.get(lemma) ?? []), run]);
  }
  return runs.map((run, i) => {
    const length = run.to - run.from;
    if (length < shortestKnown) return run;
    const room = (runs[i + 1]?.from ?? tokens.length) - run.from;
    let longest = length;
    for (const other of byHead.get(words[run.from]!.lemma) ?? []) {
      const whole = other.to - other.from;
      if (whole <= longest || whole > room) continue;
      const { sentence } = tokens[run.from]!;
      const same = words
        .slice(other.from, other.to)
        .every((word, k) => isForm(word, words[run.from + k]!) && tokens[run.from + k]!.sentence === sentence);
      if (same) longest = whole;
    }
    return { from: run.from, to: run.from + longest };
  });
}

const leadUp =
  /^(?:пресс-служб|пресс-центр|компани|агентств|информагентств|парти|газет|телеканал|канал|издани|журнал|концерн|холдинг|корпораци|сайт|портал|радиостанци|представительств|групп|клуб|телекомпани|авиакомпани|соцсет)\p{Ll}*$/u;

/** Leaves out small-letter words in front of what is a name by itself: «пресс-служба МИД Казахстана», «партия «Единство»». */
export function withoutLeadUp(run: Run, tokens: readonly Token[], text: string): Run {
  const [first, second] = [tokens[run.from]!, tokens[run.from + 1]];
  if (!second || run.to - run.from < 2 || !leadUp.test(first.text)) return run;
  const rest = text.slice(second.start, tokens[run.to - 1]!.end);
  const byItself =
    /^[«"“„]/.test(rest) ||
    /^\p{Lu}{2,}(?!\p{L})/u.test(rest) ||
    /^\p{Script=Latin}/u.test(rest) ||
    canonicalOrganization(organizationKey(rest));
  return byItself ? { from: run.from + 1, to: run.to } : run;
}
