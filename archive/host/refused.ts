import { refusalOf } from '../contract/client.ts';
import type { RefusalCode } from '../contract/refusals.ts';
import { refusalSentences } from './refusal-sentences.ts';

/** The command was understood and could not be done: exit code 1. The message is the sentence for the person. */
export class Refused extends Error {
  constructor(why: RefusalCode | (string & {}), subject?: string) {
    const sentence = why in refusalSentences ? refusalSentences[why as RefusalCode] : why;
    super(subject === undefined ? sentence : `${sentence}: ${subject}`);
  }
}

/** The sentence for whatever stopped a command; undefined for a fault of the program. */
export function sentenceOf(error: unknown): string | undefined {
  if (error instanceof Refused) return error.message;
  const refusal = refusalOf(error);
  return refusal && new Refused(refusal.code, refusal.subject).message;
}
