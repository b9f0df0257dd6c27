/** A person's name taken apart: which of its words are given name, patronymic, surname. */

import type { Morphology } from '../text/morphology.ts';

/** `fixed` is a part of a given name that no case changes: «Чен» in «Ким Чен Ына». */
export type Role = 'given' | 'patronymic' | 'surname' | 'initial' | 'particle' | 'fixed';

export interface NameWord {
  readonly text: string;
  readonly role: Role;
  /** Whether it is part of a name that begins with the family: «Ким Чен Ын». */
  readonly familyFirst?: boolean;
}

const particles = new Set(
  'фон ван де дер ден ди да дель делла дю ла ле аль эль бен бин ибн абу оф тер цу von van de der den di da la le al el bin ibn of'.split(
    ' ',
  ),
);
const patronymic =
  /.(?:[оеё]вич|[иы]ч|[оеё]вн|ичн|иничн)(?:|а|у|ем|е|ы|ой|ою)$|(?:оглы|оглу|кызы|гызы|улы|уулу|ұлы|қызы)$/iu;
const turkic = /(?:оглы|оглу|кызы|гызы|улы|уулу|ұлы|қызы)$/iu;
const surelyPatronymic = /(?:[оеё]вич|[оеё]вн|ичн)(?:|а|у|ем|е|ы|ой|ою)$|(?:оглы|кызы|гызы|улы|уулу|ұлы|қызы)$/iu;
/** A numeral, «Николай I», is no initial. */
const initial = /^(?![IVX])\p{Lu}$/u;
const shortInitial = /^(?:(?![IVX])\p{Lu}|Дж)$/u;

/** Family names that stand before the given name in Chinese, Korean and Vietnamese names. */
const familyFirst = new Set(
  'си ким ли пак чжан ван мао ху дэн цой чон чхве лю чэнь ян чжао хуан чжоу у сюй сунь линь нгуен чан мун тхэ хан ро но юн цай цзян дин тянь ся фан тан сяо пэн цао цуй дун юань вэй гао жэнь шэнь лян сюэ гун мэн лэй цинь'.split(
    ' ',
  ),
);

/** Chinese syllables that no European name has. */
const syllables = /цз|чж|сяо|хуа|ньх|юань|минь|инь|сюэ/i;

function tags(word: string, morphology: Morphology) {
  const parses = morphology.parses(word);
  const has = (tag: string) => parses.some((parse) => parse.known && parse.grammemes.includes(tag));
  return { name: has('Name'), surname: has('Surn'), patronymic: has('Patr') };
}

const onlyPatronymic = (word: ReturnType<typeof tags>) => word.patronymic && !word.surname;

/** @param words the words of a name in order, without full stops and commas */
export function splitName(words: readonly string[], morphology: Morphology): NameWord[] {
  const roles: Role[] = words.map((word) =>
    initial.test(word) || (shortInitial.test(word) && words.length > 1)
      ? 'initial'
      : particles.has(word.toLowerCase()) && words.length > 1
        ? 'particle'
        : 'surname',
  );
  const named = words.flatMap((_, i) => (roles[i] === 'surname' ? [i] : []));
  const known = words.map((word, i) => (roles[i] === 'surname' ? tags(word, morphology) : undefined));
  const hasInitials = roles.includes('initial');
  const isPatronymic = (i: number) =>
    known[i]!.patronymic || surelyPatronymic.test(words[i]!) || (patronymic.test(words[i]!) && known[i - 1]?.name);
  const father =
    named.length > 1 ? named.slice(1).find((i) => isPatronymic(i) && roles[i - 1] === 'surname') : undefined;
  const hasParticle = roles.includes('particle');
  // «Борис Николаевич», but «Виктор Янукович»: of two words the second is a patronymic only if it can be no surname.
  const alone = father !== undefined && (turkic.test(words[father]!) || onlyPatronymic(known[father]!));

  if (father !== undefined && (named.length > 2 || alone)) {
    roles[father] = 'patronymic';
    roles[father - 1] = 'given';
  } else if (!hasInitials && named.length === 1 && !hasParticle) {
    const only = known[named[0]!]!;
    if (only.name && !only.surname) roles[named[0]!] = 'given';
  } else if (!hasInitials && named.length > 1) {
    const [first, second] = [known[named[0]!]!, known[named[1]!]!];
    const turned = second.name && !second.surname && (first.surname || !first.name) && named.length === 2;
    const eastern =
      familyFirst.has(words[0]!.toLowerCase()) &&
      words.length <= 3 &&
      words[1]!.length <= 8 &&
      (!first.name || words.length === 3 || syllables.test(words[1]!));
    if (eastern) {
      // Only the last part of such a name declines.
      for (const i of named.slice(1)) roles[i] = i === named.at(-1) ? 'given' : 'fixed';
      return words.map((text, i) => ({ text, role: roles[i]!, familyFirst: true }));
    }
    if (turned) for (const i of named.slice(1)) roles[i] = 'given';
    else {
      const firstParticle = roles.indexOf('particle');
      const last = firstParticle > 0 ? firstParticle : named[named.length - 1]!;
      for (const i of named) if (i < last) roles[i] = 'given';
    }
  }
  return words.map((text, i) => ({ text, role: roles[i]! }));
}
