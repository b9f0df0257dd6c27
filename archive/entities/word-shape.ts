/** The shape of a word: «Каха» is «Аааа», «ООН-2024» is «ААА-0000»; runs of one class are one in the short shape. */

import { hashStart, hashStep, mix } from './hash.ts';

export interface WordShape {
  /** Hash of the class of every letter. */
  readonly long: number;
  /** Hash of the classes, with a run of one class taken as one. */
  readonly short: number;
}

/** A UTF-16 unit as its class: another unit that stands for all like it. */
function classOf(unit: number): number {
  const known = unit < classes.length ? classes[unit]! : 0;
  if (known !== 0) return known;
  const found = findClass(String.fromCharCode(unit));
  if (unit < classes.length) classes[unit] = found;
  return found;
}

function findClass(c: string): number {
  const upper = c === c.toUpperCase();
  if (/\d/.test(c)) return 0x30;
  if (/\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(c)) return 0x48;
  if (/\p{Script=Latin}/u.test(c)) return upper ? 0x4c : 0x6c;
  if (/\p{L}/u.test(c)) return upper ? 0x410 : 0x430;
  return c.charCodeAt(0);
}

/** Classes of the units up to the Cyrillic supplement, filled when they are met; 0 is unknown. */
const classes = new Uint16Array(0x530);

export function shapeOf(word: string): WordShape {
  let long = hashStart;
  let short = hashStart;
  let last = -1;
  let repeated = false;
  for (let i = 0; i < word.length; i++) {
    const kind = classOf(word.charCodeAt(i));
    long = hashStep(long, kind);
    if (kind !== last) {
      short = hashStep(short, kind);
      repeated = false;
    } else if (!repeated) {
      short = hashStep(short, 0x2b);
      repeated = true;
    }
    last = kind;
  }
  return { long: mix(long, word.length), short: mix(short, 1) };
}
