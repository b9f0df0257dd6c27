/** From labelled runs of tokens to the names of an article: nominatives, what belongs together, what is only alike. */

import type { Morphology } from '../text/morphology.ts';
import { apposed } from './apposed.ts';
import { nominatives } from './article-nominatives.ts';
import { type Expanded, groupOrganizations } from './article-organizations.ts';
import { groupPersons } from './article-persons.ts';
import { attestedWords } from './attested.ts';
import { expansions } from './brackets.ts';
import type { ArticleName, Kind, SpellingProposal } from './mention.ts';
import { createOrganizationNormaliser } from './organization-normal.ts';
import { createPersonNormaliser } from './person-normal.ts';
import { articleProposals } from './proposals.ts';
import type { Token } from './tokens.ts';

/** Tokens `from`…`to`, the end exclusive, that name a person or an organization. */
export interface NamedRun {
  readonly from: number;
  readonly to: number;
  readonly kind: Kind;
  readonly text: string;
}

interface Gathered {
  readonly names: readonly ArticleName[];
  /** For each run its name, an index into `names`, and its own nominative. */
  readonly nameOf: readonly number[];
  readonly normals: readonly string[];
  readonly proposals: readonly SpellingProposal[];
}

export type Gatherer = (tokens: readonly Token[], runs: readonly NamedRun[]) => Gathered;

export function createGatherer(morphology: Morphology): Gatherer {
  const persons = createPersonNormaliser(morphology);
  const organizations = createOrganizationNormaliser(morphology);

  return (tokens, runs) => {
    const attested = attestedWords(runs.flatMap((run) => wordsOf(tokens, run)));
    const of = (kind: Kind) => Array.from(runs.keys()).filter((i) => runs[i]!.kind === kind);
    const [people, bodies] = [of('person'), of('organization')];
    const normalPeople = nominatives(
      people.map((i) => ({ words: wordsOf(tokens, runs[i]!), ...neighbours(tokens, runs[i]!) })),
      persons,
    );
    const normalBodies = bodies.map((i) =>
      organizations.normalise(runs[i]!.text, neighbours(tokens, runs[i]!).before, attested),
    );
    const twice = apposed(tokens, runs);
    const byPerson = groupPersons(
      normalPeople,
      new Map(twice.map(({ name, inBrackets }) => [people.indexOf(inBrackets), people.indexOf(name)])),
    );
    const explained = explanations(
      tokens,
      bodies.map((i) => runs[i]!),
      normalBodies,
    );
    for (const { name, inBrackets } of twice) {
      const pair = [normalBodies[bodies.indexOf(name)], normalBodies[bodies.indexOf(inBrackets)]];
      const [long, short] = pair[0]?.includes(' ') ? pair : pair.reverse();
      if (long !== undefined && short !== undefined) explained.push({ short, long });
    }
    const byBody = groupOrganizations(normalBodies, explained);
    const nameOf = new Array<number>(runs.length);
    const normals = new Array<string>(runs.length);
    people.forEach((i, k) => {
      nameOf[i] = byPerson.nameOf[k]!;
      const normal = byPerson.normals[k]!;
      normals[i] = tight.test(runs[i]!.text) ? normal.replaceAll('. ', '.') : normal;
    });
    bodies.forEach((i, k) => {
      nameOf[i] = byPerson.names.length + byBody.nameOf[k]!;
      normals[i] = byBody.normals[k]!;
    });
    const counts = byPerson.names.map((_, name) => byPerson.nameOf.filter((n) => n === name).length);
    const proposals = articleProposals(byPerson.names, counts);
    return { names: [...byPerson.names, ...byBody.names], nameOf, normals, proposals };
  };
}

/** «М.Нуртлеу»: initials as this text sets them. */
const tight = /\p{Lu}\.\p{L}/u;

const wordsOf = (tokens: readonly Token[], { from, to }: NamedRun) =>
  tokens
    .slice(from, to)
    .map((token) => token.text)
    .filter((text) => /\p{L}/u.test(text));

function neighbours(tokens: readonly Token[], { from, to }: NamedRun) {
  const { sentence } = tokens[from]!;
  const beside = (i: number) => (tokens[i]?.sentence === sentence ? tokens[i]?.text : undefined);
  return { before: beside(from - 1), after: beside(to) };
}

/** What the article's brackets teach, in the nominative, where the long form was found to be an organization. */
function explanations(tokens: readonly Token[], bodies: readonly NamedRun[], normals: readonly string[]): Expanded[] {
  return expansions(tokens).flatMap(({ from, to, short }) => {
    const at = bodies.findIndex((one) => one.from <= from && one.to >= to && one.to <= short + 1);
    if (at < 0) return [];
    return [{ short: tokens[short]!.text, long: normals[at]!.replace(/\s*\([^)]*\)?$/, '') }];
  });
}
