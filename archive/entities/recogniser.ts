import type { Morphology } from '../text/morphology.ts';
import { spansByCapitals } from './capitals.ts';
import type { Article, ArticleName, Field, Mention, Recognition } from './mention.ts';
import { organizationKey } from './name-key.ts';
import { tokenize } from './tokens.ts';

export interface Recogniser {
  /** Changes with the model and the rules; an article read by another version is read again. */
  readonly version: string;
  /** Persons and organizations of one article. Pure: the same article gives the same answer. */
  recognise(article: Article): Recognition;
}

export interface RecogniserParts {
  readonly morphology: Morphology;
  /** Bytes of `model.bin`. */
  readonly model: Uint8Array;
}

export function createRecogniser({ morphology }: RecogniserParts): Recogniser {
  const version = 'capitals-1';
  const recognise = (article: Article): Recognition => {
    const names: ArticleName[] = [];
    const byKey = new Map<string, number>();
    const mentions: Mention[] = [];
    const read = (field: Field) => {
      const source = article[field];
      const tokens = tokenize(source);
      for (const span of spansByCapitals(tokens, morphology)) {
        const start = tokens[span.from]!.start;
        const end = tokens[span.to - 1]!.end;
        const text = source.slice(start, end);
        const key = organizationKey(text);
        let name = byKey.get(`${span.kind} ${key}`);
        if (name === undefined) {
          name = names.push({ kind: span.kind, label: text, key, aliases: [] }) - 1;
          byKey.set(`${span.kind} ${key}`, name);
        }
        mentions.push({ field, start, end, kind: span.kind, text, normal: text, probability: span.probability, name });
      }
    };
    read('title');
    read('body');
    return { version, mentions, names, proposals: [] };
  };
  return { version, recognise };
}
