/**
 * Direct speech and who said it: «…», — сказал Имя; Имя сказал: «…»; — …, — сказал Имя at the beginning of a line. Where
 * the speaker is only a role or a pronoun, nobody is named.
 */

import type { Mention } from './mention.ts';
import { sentenceAt, sentenceStarts } from './occurrence.ts';

export interface Quote {
  /** UTF-16 offsets of the words said, without their quotation marks. */
  readonly start: number;
  readonly end: number;
  /** Index of the speaker's mention in the given list. */
  readonly speaker: number;
}

/** Shorter quotations are names of things or single words in irony. */
const shortest = 25;
/** How far from the quotation its speaker may be named. */
const reach = 160;

const saying =
  /(?<!\p{L})(?:сказал|заявил|отметил|подчеркнул|сообщил|добавил|рассказал|пояснил|объяснил|считает|уверен|говорит|ответил|написал|напомнил|признал|признался|уточнил|указал|заметил|продолжил|резюмировал|констатировал|прокомментировал|утверждает|полагает|убежд[её]н|цитирует|процитировал|передал|обратил|выразил|поделил|заключил|подытожил|предупредил|призвал|пообещал|возразил|воскликнул|спросил|приводит|слова)(?:а|и|о|ась|ся|ись|лась)?(?!\p{L})/iu;

/** Direct speech in a body whose speaker is one of the mentions (persons; others are passed over). */
export function quotes(body: string, mentions: readonly Mention[]): Quote[] {
  const persons = mentions.flatMap((mention, index) =>
    mention.kind === 'person' && mention.field === 'body' ? [{ ...mention, index }] : [],
  );
  if (persons.length === 0) return [];
  const starts = sentenceStarts(body);
  const found: Quote[] = [];
  for (const speech of speeches(body)) {
    // What follows the words, up to the end of the line: «…», — отметил Имя.
    const lineEnd = lineBorder(body, speech.outerEnd, 1);
    const tail = body.slice(speech.outerEnd, Math.min(lineEnd, speech.outerEnd + reach));
    const after = /^\s*[,.!?…]?\s*[—–-]/u.test(tail) && saying.test(tail) ? tail : '';
    const stop = after === '' ? 0 : sentenceLength(after);
    const behind = persons.filter(({ start }) => start >= speech.outerEnd && start < speech.outerEnd + stop);
    const speakerBehind = nearestToVerb(behind, speech.outerEnd, body);
    if (speakerBehind) {
      found.push({ start: speech.start, end: speech.end, speaker: speakerBehind.index });
      continue;
    }
    // What stands in front: Имя отметил: «…»
    if (after !== '') continue;
    const from = Math.max(lineBorder(body, speech.outerStart, -1), speech.outerStart - reach);
    const lead = body.slice(from, speech.outerStart);
    if (!/[:,]\s*$/u.test(lead) || !saying.test(lead)) continue;
    const sentence = sentenceAt(starts, speech.outerStart - 1);
    const front = persons.filter(
      ({ start, end }) => end <= speech.outerStart && start >= from && sentenceAt(starts, start) === sentence,
    );
    const speaker = front[0];
    if (speaker) found.push({ start: speech.start, end: speech.end, speaker: speaker.index });
  }
  return found;
}

interface Speech {
  readonly start: number;
  readonly end: number;
  /** With the quotation marks or the dash. */
  readonly outerStart: number;
  readonly outerEnd: number;
}

function speeches(body: string): Speech[] {
  const found: Speech[] = [];
  for (const match of body.matchAll(/«(?:[^«»]|«[^«»]*»)*»|"[^"\n]*"|“[^“”\n]*”|„[^„“\n]*“/gu)) {
    const start = match.index + 1;
    const end = match.index + match[0].length - 1;
    if (end - start >= shortest) found.push({ start, end, outerStart: match.index, outerEnd: end + 1 });
  }
  for (const match of body.matchAll(/(?:^|\n)\s*[—–]\s*(\p{Lu}[^\n]*?[,!?…])\s(?=[—–]\s\p{Ll})/gu)) {
    const start = match.index + match[0].indexOf(match[1]!);
    const end = start + match[1]!.length;
    const inner = found.some((one) => one.outerStart < end && start < one.outerEnd);
    if (!inner && end - start >= shortest) found.push({ start, end, outerStart: start, outerEnd: end });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The person next to the verb of saying, so that «сообщил Имя, помощник Имени» has one speaker. */
function nearestToVerb<P extends { readonly start: number }>(
  persons: readonly P[],
  from: number,
  body: string,
): P | undefined {
  const verb = saying.exec(body.slice(from, from + reach));
  if (!verb) return undefined;
  const at = from + verb.index;
  return [...persons].sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0];
}

function sentenceLength(text: string): number {
  const end = /[.!?…](?=\s+[\p{Lu}«"—–]|\s*$)/u.exec(text.slice(2));
  return end && !/(?:^|\s)\p{Lu}\.$/u.test(text.slice(0, end.index + 3)) ? end.index + 3 : text.length;
}

function lineBorder(body: string, from: number, step: 1 | -1): number {
  if (step === 1) {
    const at = body.indexOf('\n', from);
    return at < 0 ? body.length : at;
  }
  return body.lastIndexOf('\n', from - 1) + 1;
}
