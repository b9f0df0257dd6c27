import { inflect, type Morphology } from '../../archive/text/morphology.ts';
import type { CorpusArticle } from './corpus.ts';

/** A query and the number of the one article it is about. */
export interface KnownItem {
  readonly id: number;
  readonly query: string;
}

const QUERIES = 1000;

/**
 * Headlines as queries: as they are, with their words put into other cases, those with a name, and the same with the name
 * declined. Items are taken evenly from the corpus; every second belongs to the half.
 *
 * @param half 0 or 1
 */
export function knownItems(
  articles: readonly CorpusArticle[],
  morphology: Morphology,
  half: 0 | 1,
): { readonly name: string; readonly items: readonly KnownItem[] }[] {
  const step = Math.max(1, Math.floor(articles.length / QUERIES));
  const headlines = articles
    .flatMap(({ title }, id) => (id % step === 0 ? [{ id, query: title }] : []))
    .slice(0, QUERIES)
    .filter((_, number) => number % 2 === half);
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
