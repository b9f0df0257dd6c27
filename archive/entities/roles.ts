/**
 * What a person is called beside the name: «министр иностранных дел Казахстана Мурат Нуртлеу», «Мурат Нуртлеу, министр
 * …», in the nominative. Only what stands right before or right after the name, so that nobody gets another's office.
 */

import { inflect, type Morphology, type Parse } from '../text/morphology.ts';
import { cases } from './declension.ts';
import { isRole } from './lexicon.ts';
import type { Mention } from './mention.ts';
import { type Token, tokenize } from './tokens.ts';

export interface RoleMention {
  /** Index of the person's mention in the given list. */
  readonly mention: number;
  /** The role in the nominative, as long as it stands. */
  readonly role: string;
  /** UTF-16 offsets into the body. */
  readonly start: number;
  readonly end: number;
}

/** That an office is held now its dates tell; «бывший» is another matter. */
const present = /^(?:нов(?:ый|ая)|нынешн(?:ий|яя)|действующ(?:ий|ая)) /;

/** Longest role, in tokens. */
const longest = 14;

/** Roles of the persons of an article's body; mentions of other fields and kinds are passed over. */
export function roles(body: string, mentions: readonly Mention[], morphology: Morphology): RoleMention[] {
  const tokens = tokenize(body);
  const lemmas = tokens.map(({ text }) => roleLemma(text, morphology));
  const found: RoleMention[] = [];
  mentions.forEach((mention, index) => {
    if (mention.kind !== 'person' || mention.field !== 'body') return;
    const first = tokens.findIndex((token) => token.end > mention.start);
    const next = tokens.findIndex((token) => token.start >= mention.end);
    if (first < 0) return;
    const before = roleBefore(tokens, lemmas, first, mention, mentions, morphology);
    const after = before ?? (next < 0 ? undefined : roleAfter(tokens, lemmas, next, mentions, morphology));
    if (!after) return;
    const start = tokens[after.from]!.start;
    const end = tokens[after.to - 1]!.end;
    found.push({ mention: index, role: nominative(body, tokens, after, morphology).replace(present, ''), start, end });
  });
  return found;
}

interface Run {
  readonly from: number;
  readonly to: number;
  /** The noun that is the role. */
  readonly head: number;
}

function roleLemma(text: string, morphology: Morphology): boolean {
  return morphology
    .parses(text)
    .some((parse) => parse.grammemes[0] === 'NOUN' && parse.score > 0.05 && isRole(parse.lemma.replaceAll('ё', 'е')));
}

/** Walks left from the name over the role's complements to its head, and on over the head's adjectives. */
function roleBefore(
  tokens: readonly Token[],
  isHead: readonly boolean[],
  name: number,
  mention: Mention,
  mentions: readonly Mention[],
  morphology: Morphology,
): Run | undefined {
  const { sentence } = tokens[name]!;
  let head = -1;
  for (let i = name - 1; i >= Math.max(0, name - longest); i--) {
    const token = tokens[i]!;
    if (token.sentence !== sentence) break;
    const other = mentions.find((one) => one.field === 'body' && token.start >= one.start && token.end <= one.end);
    if (other?.kind === 'person') break;
    if (!other && !/^(?:\p{L}[\p{L}-]*|[«»"№]|\d+)$/u.test(token.text)) break;
    const parses = morphology.parses(token.text);
    if (!other && parses[0] && /^(?:VERB|INFN|GRND|NPRO|ADVB)$/.test(parses[0].grammemes[0]!)) break;
    if (isHead[i] && !other) {
      head = i;
      const above = tokens[i - 1];
      // «заместитель министра», «премьер-министр, министр»: a head may hang on another head.
      if (!above || above.sentence !== sentence || !isHead[i - 1]) break;
    }
  }
  if (head < 0) return undefined;
  let from = head;
  while (
    from > 0 &&
    tokens[from - 1]!.sentence === sentence &&
    agrees(tokens[from - 1]!.text, tokens[head]!.text, morphology)
  ) {
    if (tokens[from - 1]!.start < 0 || tokens[from - 1]!.end > mention.start) break;
    from--;
  }
  return { from, to: name, head };
}

/** «Имя, министр …,»: up to the next comma, full stop, dash or verb. */
function roleAfter(
  tokens: readonly Token[],
  isHead: readonly boolean[],
  comma: number,
  mentions: readonly Mention[],
  morphology: Morphology,
): Run | undefined {
  if (!/^[,(–—-]$/.test(tokens[comma]!.text)) return undefined;
  const { sentence } = tokens[comma]!;
  let head = -1;
  let to = comma + 1;
  for (; to < Math.min(tokens.length, comma + longest); to++) {
    const token = tokens[to]!;
    if (token.sentence !== sentence || /^[,.;:!?()–—]$/.test(token.text)) break;
    if (
      mentions.some(
        (one) => one.kind === 'person' && one.field === 'body' && token.start >= one.start && token.end <= one.end,
      )
    )
      return undefined;
    const top = morphology.parses(token.text)[0];
    if (top && /^(?:VERB|INFN|GRND|NPRO|PRTF)$/.test(top.grammemes[0]!)) break;
    if (head < 0 && isHead[to]) head = to;
    if (head < 0 && !top?.grammemes[0]?.startsWith('ADJ')) return undefined;
  }
  return head < 0 ? undefined : { from: comma + 1, to, head };
}

const isAdjective = (parse: Parse) => /^(?:ADJF|PRTF)$/.test(parse.grammemes[0]!);

function agrees(adjective: string, noun: string, morphology: Morphology): boolean {
  const nouns = morphology.parses(noun).filter((parse) => parse.grammemes[0] === 'NOUN');
  return morphology
    .parses(adjective)
    .some(
      (parse) =>
        isAdjective(parse) &&
        nouns.some((n) => cases.some((c) => parse.grammemes.includes(c) && n.grammemes.includes(c))),
    );
}

/** The head and its adjectives in the nominative, the rest as it stands; the first letter is small unless it is a name's. */
function nominative(body: string, tokens: readonly Token[], run: Run, morphology: Morphology): string {
  const noun = morphology
    .parses(tokens[run.head]!.text)
    .find((parse) => parse.grammemes[0] === 'NOUN' && isRole(parse.lemma.replaceAll('ё', 'е')));
  let text = '';
  let last = tokens[run.from]!.start;
  const number = noun?.grammemes.includes('plur') ? 'plur' : 'sing';
  const gender = ['masc', 'femn', 'neut'].find((g) => noun?.grammemes.includes(g));
  for (let i = run.from; i < run.to; i++) {
    const token = tokens[i]!;
    text += body.slice(last, token.start);
    last = token.end;
    let form: string | undefined;
    if (i === run.head && noun) form = inflect(noun, 'nomn', number);
    else if (i < run.head) {
      const adjective = morphology.parses(token.text).find(isAdjective);
      form = adjective && inflect(adjective, 'nomn', number, ...(number === 'sing' && gender ? [gender] : []));
    }
    if (form === undefined) text += token.text;
    else text += /ё/i.test(token.text) ? form : form.replaceAll('ё', 'е');
  }
  const clean = text.replace(/\s+/g, ' ').trim();
  return /^\p{Lu}\p{Ll}/u.test(clean) ? clean[0]!.toLowerCase() + clean.slice(1) : clean;
}
