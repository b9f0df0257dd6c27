/**
 * The person's decisions at work. Which entity a mention stands for is found from the automatic answer by walking
 * the steps in force, oldest first; nothing else is kept, so a re-index, a new model or an undo needs no repair.
 */

import { type CurationRecord, type CurationStep, type EntityRef, kindOf, stepsInForce } from './curation-log.ts';
import { fold } from './name-key.ts';

/** What curation asks of a mention. Declared mentions carry the ref their step made. */
export interface CuratedMention {
  /** Durable key of the article. */
  readonly article: string;
  /** The entity it was linked to automatically. */
  readonly entity: EntityRef;
  /** Its own form in the nominative (`Mention.normal`). */
  readonly spelling: string;
}

/** A text that the person has declared a name; the recogniser takes them as its dictionary. */
interface Declaration {
  readonly entity: EntityRef;
  readonly text: string;
}

export interface Curation {
  /** The entity a mention stands for; undefined if it was rejected. */
  entityOf(mention: CuratedMention): EntityRef | undefined;
  /** The name the person gave, if any. */
  nameOf(entity: EntityRef): string | undefined;
  /** Texts to be found as names: declared ones and aliases. */
  readonly declarations: readonly Declaration[];
  /** Whether the person has said that the two are not one. */
  areDistinct(a: EntityRef, b: EntityRef): boolean;
  /** Entities whose mentions can come to stand for `entity`, itself included: what a change of it may touch. */
  sources(entity: EntityRef): ReadonlySet<EntityRef>;
}

export function replay(log: readonly CurationRecord[]): Curation {
  const steps = stepsInForce(log).map(({ step }) => step);
  const concerning = new Map<EntityRef, number[]>();
  const spelled = new Map<string, number[]>();
  const names = new Map<EntityRef, string>();
  const declarations: Declaration[] = [];
  const distinct = new Set<string>();
  const note = <K>(map: Map<K, number[]>, key: K, index: number) => {
    const list = map.get(key);
    if (list) list.push(index);
    else map.set(key, [index]);
  };
  steps.forEach((step, index) => {
    switch (step.step) {
      case 'merge':
        note(concerning, step.from, index);
        break;
      case 'split':
        names.set(step.made, step.name);
        note(concerning, step.entity, index);
        break;
      case 'rename':
        names.set(step.entity, step.name);
        break;
      case 'reject':
        note(concerning, step.entity, index);
        break;
      case 'declare':
        names.set(step.made, step.name);
        declarations.push({ entity: step.made, text: step.text });
        note(spelled, spelling(kindOf(step.made), step.text), index);
        break;
      case 'alias':
        declarations.push({ entity: step.entity, text: step.text });
        note(spelled, spelling(kindOf(step.entity), step.text), index);
        break;
      case 'distinct':
        distinct.add(pair(step.entity, step.other));
        break;
    }
  });

  const entityOf = (mention: CuratedMention): EntityRef | undefined => {
    let entity = mention.entity;
    const bySpelling = spelled.get(spelling(kindOf(entity), mention.spelling)) ?? [];
    for (let done = -1; ; ) {
      const next = Math.min(after(concerning.get(entity) ?? [], done), after(bySpelling, done));
      if (next === Number.POSITIVE_INFINITY) return entity;
      const moved = move(steps[next]!, entity, mention);
      if (moved === undefined) return undefined;
      entity = moved;
      done = next;
    }
  };

  const sources = (entity: EntityRef): ReadonlySet<EntityRef> => {
    const found = new Set<EntityRef>([entity]);
    for (const step of steps.toReversed()) {
      if (step.step === 'merge' && found.has(step.into)) found.add(step.from);
      if (step.step === 'split' && found.has(step.made)) found.add(step.entity);
    }
    return found;
  };

  return {
    entityOf,
    nameOf: (entity) => names.get(entity),
    declarations,
    areDistinct: (a, b) => distinct.has(pair(a, b)),
    sources,
  };
}

/** Where one step takes a mention that now stands for `entity`; undefined: nowhere. */
function move(step: CurationStep, entity: EntityRef, mention: CuratedMention): EntityRef | undefined {
  switch (step.step) {
    case 'merge':
      return step.from === entity ? step.into : entity;
    case 'split': {
      if (step.entity !== entity) return entity;
      const spelt = step.spellings === undefined || step.spellings.some((s) => fold(s) === fold(mention.spelling));
      const there = step.articles === undefined || step.articles.includes(mention.article);
      return spelt && there ? step.made : entity;
    }
    case 'reject':
      return step.entity === entity && (step.article ?? mention.article) === mention.article ? undefined : entity;
    case 'declare':
      return step.made;
    case 'alias':
      return step.entity;
    default:
      return entity;
  }
}

/** The first of ascending numbers that is above `done`. */
const after = (ascending: readonly number[], done: number) =>
  ascending.find((n) => n > done) ?? Number.POSITIVE_INFINITY;
const pair = (a: EntityRef, b: EntityRef) => [a, b].sort().join('\n');
const spelling = (kind: string, text: string) => `${kind} ${fold(text)}`;

/** How many articles each entity stands in: the facet. */
export function articleCounts(curation: Curation, mentions: Iterable<CuratedMention>): Map<EntityRef, number> {
  const articles = new Map<EntityRef, Set<string>>();
  for (const mention of mentions) {
    const entity = curation.entityOf(mention);
    if (entity === undefined) continue;
    let set = articles.get(entity);
    if (!set) {
      set = new Set();
      articles.set(entity, set);
    }
    set.add(mention.article);
  }
  return new Map([...articles].map(([entity, set]) => [entity, set.size]));
}
