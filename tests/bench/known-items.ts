import { inflect, type Morphology } from '../../archive/text/morphology.ts';
import type { CorpusArticle } from './corpus.ts';

/** A query and the number of the one article it is about. */
export interface KnownItem {
  readonly id: number;
  readonly query: string;
}

export interface ItemSet {
  readonly name: string;
  readonly items: readonly KnownItem[];
}

/** Every fourth article is held out; of the others, on which weights are chosen, every fourth is asked for. */
const STEP = 4;
const offset = (tuning: boolean) => (tuning ? 1 : 0);

/**
 * Headlines as queries: as they are, with their words put into other cases, those with a name, and the same with the name
 * declined.
 */
export function byHeadline(articles: readonly CorpusArticle[], morphology: Morphology, tuning: boolean): ItemSet[] {
  const headlines = articles.flatMap(({ title }, id) => (id % STEP === offset(tuning) ? [{ id, query: title }] : []));
  const named = headlines.filter(({ query }) => hasName(query, morphology));
  return [
    { name: 'headline', items: headlines },
    { name: 'recased', items: headlines.map(({ id, query }) => ({ id, query: inOtherCases(query, morphology) })) },
    { name: 'with a name', items: named },
    {
      name: 'name declined',
      items: named.map(({ id, query }) => ({ id, query: inOtherCases(query, morphology, true) })),
    },
  ];
}

const FIRST_SENTENCE = /^[\s\S]{40,400}?[.!?…](?=\s)/;
const SHORTEST_REST = 200;

/** The first words of articles as queries, and the articles without their first sentence. */
export function byFirstWords(
  articles: readonly CorpusArticle[],
  tuning: boolean,
): { readonly rest: readonly CorpusArticle[]; readonly sets: readonly ItemSet[] } {
  const sentences = articles.map(({ body }) => FIRST_SENTENCE.exec(body)?.[0] ?? '');
  const rest = articles.map(({ title, body }, id) => ({ title, body: body.slice(sentences[id]!.length) }));
  const asked = [...articles.keys()].filter(
    (id) => id % STEP === offset(tuning) && sentences[id] !== '' && rest[id]!.body.length >= SHORTEST_REST,
  );
  const sets = [12, 6, 4].map((words) => ({
    name: `${words} words`,
    items: asked.map((id) => ({ id, query: sentences[id]!.split(/\s+/).slice(0, words).join(' ') })),
  }));
  return { rest, sets };
}

const CASES = ['gent', 'datv', 'ablt', 'loct', 'nomn'];

/** Every noun and adjective of a headline (or its names alone) put into the next case it has. */
function inOtherCases(title: string, morphology: Morphology, namesOnly = false): string {
  return title.replace(/[а-яё]{3,}/gi, (word) => {
    const [parse] = morphology.parses(word);
    const name = parse !== undefined && isPersonal(parse.grammemes) && /^[А-ЯЁ]/.test(word);
    if (parse === undefined || (namesOnly ? !name : !parse.known)) return word;
    if (!parse.grammemes.some((one) => one === 'NOUN' || one === 'ADJF' || one === 'PRTF')) return word;
    const own = CASES.findIndex((one) => parse.grammemes.includes(one));
    const form = inflect(parse, CASES[(own + 1) % CASES.length]!);
    if (form === undefined) return word;
    return /^[А-ЯЁ]/.test(word) ? form[0]!.toUpperCase() + form.slice(1) : form;
  });
}

function hasName(title: string, morphology: Morphology): boolean {
  return [...title.matchAll(/[А-ЯЁ][а-яё]{2,}/g)].some(([word]) =>
    isPersonal(morphology.parses(word)[0]?.grammemes ?? []),
  );
}

function isPersonal(grammemes: readonly string[]): boolean {
  return grammemes.some((one) => one === 'Surn' || one === 'Name' || one === 'Patr');
}
