/** What the words around a person's name say of its case and gender. */

import type { Morphology } from '../text/morphology.ts';
import type { Case, Gender } from './declension.ts';

/** The words next to a name, if they stand in its sentence. */
export interface Neighbours {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** Prepositions that decide the case of what follows. */
const governed: Readonly<Record<string, readonly Case[]>> = {
  к: ['datv'],
  ко: ['datv'],
  у: ['gent'],
  от: ['gent'],
  ото: ['gent'],
  для: ['gent'],
  без: ['gent'],
  из: ['gent'],
  до: ['gent'],
  против: ['gent'],
  после: ['gent'],
  вместо: ['gent'],
  кроме: ['gent'],
  около: ['gent'],
  помимо: ['gent'],
  с: ['ablt', 'gent'],
  со: ['ablt', 'gent'],
  над: ['ablt'],
  перед: ['ablt'],
  между: ['ablt', 'gent'],
  о: ['loct'],
  об: ['loct'],
  при: ['loct'],
  в: ['loct', 'accs'],
  на: ['loct', 'accs'],
  по: ['datv'],
  про: ['accs'],
  через: ['accs'],
  за: ['accs', 'ablt'],
  под: ['ablt', 'accs'],
  благодаря: ['datv'],
  согласно: ['datv'],
};

/** Nouns that take a name in the genitive as readily as they stand in front of one: «сын Леопольда III». */
const relation =
  /^(?:сын|дочь|дочер|жена|жен|муж|брат|сестр|мать|матер|отец|отц|вдов|внук|внучк|друг|подруг|адвокат|защитник|помощник|помощниц|сторонник|сторонниц|советник|представител|секретар|пресс-секретар|заместител|соратник|поклонник|убийц|потомок|потомк|наследник|преемник|предшественник|родственник|супруг|коллег|ученик|врач|агент|тренер|водител)\p{Ll}{0,3}$/iu;

/** Words after which a clause begins, and so often its subject. */
const opening = /^(?:[^\p{L}\d)»]+|что|а|но|и|как|где|когда|если|хотя|пока|сам|сама|поскольку|якобы)$/iu;

/** How much better or worse a case and gender fit than others. */
export function surroundings(context: Neighbours, morphology: Morphology): (oneCase: Case, gender: Gender) => number {
  const before = context.before?.toLowerCase();
  const governing = before === undefined ? undefined : governed[before];
  const noun =
    before === undefined || governing
      ? []
      : morphology.parses(before).filter((parse) => parse.score > 0.02 && parse.grammemes.includes('NOUN'));
  const adjectives =
    before === undefined || governing || noun.length > 0
      ? []
      : morphology
          .parses(before.replace(/^\d+-/, ''))
          .filter(({ grammemes, score }) => grammemes[0] === 'ADJF' && score > 0.02);
  const person = noun.some((parse) => parse.grammemes.includes('anim'));
  const verb = context.after === undefined ? undefined : morphology.parses(context.after)[0];
  const said = verb && /VERB/.test(verb.grammemes[0] ?? '') && verb.grammemes.includes('sing') ? verb.grammemes : [];
  const opens = before === undefined || opening.test(before);
  return (oneCase, gender) => {
    let score = 0;
    if (governing) score += governing.includes(oneCase) ? 1.5 : -3;
    else if (person && relation.test(before ?? '')) {
      if (oneCase === 'gent') score += 0.3;
    } else if (person) {
      // «министром иностранных дел Мураном»: the word before the name need not agree, a role does.
      score += noun.some((parse) => parse.grammemes.includes(oneCase)) ? 1.2 : -0.8;
    } else if (adjectives.length > 0) {
      // «85-летний Исаму Акасаки»: an adjective in front agrees.
      const agrees = adjectives.some(({ grammemes: g }) => g.includes(oneCase) && g.includes(gender));
      score += agrees ? 1 : -1.5;
    } else if (noun.length > 0 && noun[0]!.known && !noun[0]!.grammemes.includes('gent')) {
      // «дело Петрова», «роман Толстого»: what belongs to somebody.
      if (oneCase === 'gent') score += 0.6;
    }
    if (oneCase === 'nomn' && said.length > 0) score += opens ? 1.3 : 0.5;
    else if (oneCase === 'nomn' && before === undefined) score += 0.3;
    // «Асия Биби была …»: what opens a clause before a verb is hardly possessed by anything.
    if (said.length > 0 && opens && oneCase !== 'nomn') score -= oneCase === 'accs' || oneCase === 'datv' ? 0.5 : 1.5;
    if (oneCase === 'nomn' && said.includes('past')) score += said.includes(gender) ? 1 : -2;
    return score;
  };
}
