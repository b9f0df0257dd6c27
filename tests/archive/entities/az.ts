/** The dictionary of `az` behind this room's own interface, read from the installed package. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Morphology, Parse, WordForm } from '../../../archive/text/morphology.ts';

interface AzTag {
  readonly stat: readonly string[];
  readonly flex: readonly string[];
}
interface AzParse {
  readonly tag: AzTag;
  readonly score: number;
  readonly parser: string;
  readonly formCnt?: number;
  inflect(form: number): AzParse | false;
  toString(): string;
}
type AzMorph = ((word: string, options: { ignoreCase: boolean }) => AzParse[]) & {
  init(path: string, done: (error: unknown) => void): void;
};

const require = createRequire(import.meta.url);
const azFile = require.resolve('az');
const { Morph } = require('az') as { Morph: AzMorph };

const grammemes = (parse: AzParse) => [...parse.tag.stat, ...parse.tag.flex];

function wrap(parse: AzParse): Parse {
  let forms: WordForm[] | undefined;
  const all = () => {
    if (forms) return forms;
    forms = [];
    for (let i = 0; i < (parse.formCnt ?? 0); i++) {
      const form = parse.inflect(i);
      if (form) forms.push({ form: form.toString().toLowerCase(), grammemes: grammemes(form) });
    }
    if (forms.length === 0) forms.push({ form: parse.toString().toLowerCase(), grammemes: grammemes(parse) });
    return forms;
  };
  const first = parse.formCnt === undefined ? parse : parse.inflect(0) || parse;
  return {
    lemma: first.toString().toLowerCase(),
    grammemes: grammemes(parse),
    score: parse.score,
    known: parse.parser === 'Dictionary',
    forms: all,
  };
}

let loading: Promise<Morphology> | undefined;

export function morphology(): Promise<Morphology> {
  loading ??= new Promise((resolve, reject) => {
    const cache = new Map<string, readonly Parse[]>();
    Morph.init(join(dirname(azFile), '..', 'dicts'), (error) => {
      if (error) return reject(error);
      resolve({
        knows: (form) => Morph(form, { ignoreCase: true }).some((parse) => parse.parser === 'Dictionary'),
        parses(word) {
          if (!/[а-яё]/i.test(word)) return [];
          let found = cache.get(word);
          if (!found) {
            found = Morph(word, { ignoreCase: true }).map(wrap);
            if (cache.size > 200_000) cache.clear();
            cache.set(word, found);
          }
          return found;
        },
      });
    });
  });
  return loading;
}
