/** Persons and organizations of an article: tagged, put into the nominative, gathered into names. */

import type { Morphology } from '../text/morphology.ts';
import { createGatherer, type NamedRun } from './article-names.ts';
import { bylines } from './byline.ts';
import { isKnownBody } from './known-organizations.ts';
import { types } from './labels.ts';
import { articleRules, silence } from './lattice-rules.ts';
import type { Article, Field, Mention, Recognition } from './mention.ts';
import { modelHeader, openModel } from './model.ts';
import { type DictionaryEntry, type OwnNames, ownNames } from './own-names.ts';
import { rememberedMorphology } from './remembered-morphology.ts';
import { withBusiness, withKnownTails, withoutLeadUp } from './span-rules.ts';
import { createTagger } from './tagger.ts';
import { type Token, tokenize } from './tokens.ts';

export interface Recogniser {
  /** Changes with the model and the rules; an article read by another version is read again. */
  readonly version: string;
  /**
   * Persons and organizations of one article. Pure: the same article and names give the same answer.
   *
   * @param declared texts that the person has declared names (`Curation.declarations`)
   */
  recognise(article: Article, declared?: readonly DictionaryEntry[]): Recognition;
}

export interface RecogniserParts {
  readonly morphology: Morphology;
  /** Bytes of `model.bin`. Throws `ModelFormatError` if they are not. */
  readonly model: Uint8Array;
}

/** Goes up whenever the rules answer otherwise than before for the same weights. */
const rulesVersion = 7;

/** A run found in a field. */
interface Found extends NamedRun {
  readonly field: Field;
  readonly probability: number;
}

export function createRecogniser({ morphology: words, model: bytes }: RecogniserParts): Recogniser {
  const morphology = rememberedMorphology(words);
  const model = openModel(bytes);
  const version = versionOf(model.header);
  const gather = createGatherer(morphology);
  let taught = { key: '[]', own: ownNames([]) };
  // NEREL's guideline keeps full names with their tails («МИД Казахстана»), as a filter should show them.
  const tagger = createTagger(model, morphology, 'NEREL', articleRules);

  /** Title and body are tagged as one document, so that one helps to read the other. */
  const find = (article: Article, own: OwnNames): { found: Found[]; tokens: Token[] } => {
    const gap = article.title.length + 2;
    const text = `${article.title}\n\n${article.body}`;
    const tokens = tokenize(text);
    const quiet = silence(silentStretches(article, gap));
    const { spans, words } = tagger.tag(tokens, [own.rule, quiet]);
    const bodies = spans.filter((span) => types[span.type] === 'ORG');
    const whole = withKnownTails(
      bodies.map((span) => withoutLeadUp(withBusiness(span, tokens, words, morphology), tokens, text)),
      tokens,
      words,
    );
    const runOf = new Map(bodies.map((span, i) => [span, whole[i]!]));
    const found: Found[] = [];
    for (const span of spans) {
      const type = types[span.type]!;
      if (type === 'LOC') continue;
      const run = runOf.get(span) ?? span;
      const written = text.slice(tokens[run.from]!.start, tokens[run.to - 1]!.end);
      const field: Field = tokens[span.from]!.start < gap ? 'title' : 'body';
      found.push({
        field,
        from: run.from,
        to: run.to,
        kind: type === 'PER' && !(run.to - run.from === 1 && isKnownBody(written)) ? 'person' : 'organization',
        text: written,
        probability: span.probability,
      });
    }
    const declared = ({ from, to }: NamedRun) => own.textAt(tokens, from, to) !== undefined;
    const named = found.filter((one) => declared(one) || (isName(one) && !isAttribute(one, tokens)));
    return { found: named, tokens };
  };

  /** «Нобелевской премии»: an adjective made of a name, before its noun, is nobody. */
  const isAttribute = ({ kind, from, to }: NamedRun, tokens: readonly Token[]): boolean => {
    const next = tokens[to]?.text ?? '';
    if (kind !== 'person' || to - from !== 1 || !/^\p{Ll}/u.test(next)) return false;
    const adjective = morphology.parses(tokens[from]!.text)[0];
    return adjective?.grammemes[0] === 'ADJF' && morphology.parses(next)[0]?.grammemes[0] === 'NOUN';
  };

  const recognise = (article: Article, declared: readonly DictionaryEntry[] = []): Recognition => {
    const key = JSON.stringify(declared);
    if (key !== taught.key) taught = { key, own: ownNames(declared) };
    const { own } = taught;
    const { found, tokens } = find(article, own);
    const gap = article.title.length + 2;
    const { names, nameOf, normals, proposals } = gather(tokens, found);
    const mentions = found.map((one, i): Mention => {
      const shift = one.field === 'body' ? gap : 0;
      return {
        field: one.field,
        start: tokens[one.from]!.start - shift,
        end: tokens[one.to - 1]!.end - shift,
        kind: one.kind,
        text: one.text,
        normal: own.textAt(tokens, one.from, one.to) ?? normals[i]!,
        probability: Math.round(one.probability * 1000) / 1000,
        name: nameOf[i]!,
      };
    });
    return { version, mentions, names, proposals };
  };
  return { version, recognise };
}

/** Version of the recogniser that these bytes of `model.bin` make, without opening the weights. */
export const recogniserVersion = (model: Uint8Array) => versionOf(modelHeader(model));

const versionOf = ({ version }: { readonly version: string }) => `${version}.${rulesVersion}`;

/** Bylines and credits, and every place where the article's own author or source is only signed. */
function silentStretches(article: Article, gap: number) {
  const stretches = bylines(article.body).map(({ start, end }) => ({ start: start + gap, end: end + gap }));
  const plain = (text: string) => text.replaceAll('ё', 'е').replaceAll('Ё', 'Е');
  const body = plain(article.body);
  for (const name of [article.author, article.source]) {
    if (!name || name.length < 4) continue;
    const [first, last] = [body.indexOf(plain(name)), body.lastIndexOf(plain(name))];
    const signed = [];
    if (first >= 0 && /^[^\n]{0,40}$/.test(body.slice(0, first))) signed.push(first);
    if (last >= 0 && body.length - last - name.length < 40) signed.push(last);
    for (const at of signed) stretches.push({ start: at + gap, end: at + name.length + gap });
  }
  return stretches;
}

/** «Центр», «Организацией» with a capital, «полиция», «правительство»: no name of anything by itself. */
function isName(one: NamedRun): boolean {
  if (!/\p{Lu}|\d/u.test(one.text)) return false;
  if (one.kind === 'person') return vowel.test(one.text) && /\p{L}{2}/u.test(one.text);
  if (one.text.length > longestText || code.test(one.text) || menu.test(one.text)) return false;
  const words = one.text.match(/[\p{L}\d-]+/gu) ?? [];
  if (words.length !== 1) return words.length > 1 && words.length <= longestName;
  const word = words[0]!;
  if (/[«"“„]/.test(one.text) || /\p{Lu}.*\p{Lu}/u.test(word) || !/^\p{Script=Cyrillic}/u.test(word))
    return word.length > 1;
  return !genericForms.test(word);
}

/** «Дж» alone is what is left of initials. */
const vowel = /[аеёиоуыэюяәіөұү]|[aeiouyà-ý]/i;
/** Codes of law. */
const code = /^(?:НК|ТК|УК|ГК|УПК|ГПК|АПК|КоАП)(?: РФ| РК| России| Казахстана)?$/;
/** A heading over and over: «Коэффициент сложности Коэффициент сложности …». */
const menu = /(?:^|\s)(\S+\s.*?)(?:\s+\1){2}/u;

/** Longest name of an organization, in words; longer runs are tables and menus. */
const longestName = 20;
/** And in UTF-16 units: the pattern of a menu takes more than the square of a text's length. */
const longestText = 500;

const genericForms =
  /^(?:агентств|ассамбле|ассоциаци|банк|бирж|бюро|ведомств|газет|групп|дворц|дворец|департамент|дирекци|дум|завод|издани|институт|инспекци|канал|клуб|колледж|коллеги|комитет|комисси|компани|конгресс|консульств|корпораци|кафедр|лиг|министерств|мисси|мэри|обществ|объединени|организаци|отдел|палат|парламент|парти|полици|посольств|правительств|представительств|предприяти|прокуратур|редакци|рад|сект|секретариат|сенат|служб|собрани|совет|союз|суд|театр|управлени|университет|учреждени|факультет|федераци|филиал|фонд|форум|фракци|холдинг|центр|церк|церков|школ|штаб)\p{Ll}{0,4}$/iu;
