/**
 * Stem of a folded Russian word by the Snowball algorithm for Russian, for words that no dictionary and no paradigm
 * explains. ё must be folded to е before.
 *
 * @see https://snowballstem.org/algorithms/russian/stemmer.html
 */
export function stem(word: string): string {
  const rv = regionAfterVowel(word);
  const r2 = secondRegion(word);
  let rest = word.slice(rv);
  const head = word.slice(0, rv);
  rest = stripGerund(rest) ?? stripInflection(rest.replace(REFLEXIVE, '')) ?? rest;
  rest = rest.replace(/и$/, '');
  if (r2 < head.length + rest.length) {
    const start = Math.max(0, r2 - head.length);
    rest = rest.slice(0, start) + rest.slice(start).replace(/ость?$/, '');
  }
  rest = rest.replace(LAST, '$1');
  return head + rest;
}

/** One of: нн to н, a superlative with the нн before it, a soft sign. */
const LAST = /(н)н(?:ейше?)?$|ейше?$|ь$/;

const VOWEL = /[аеиоуыэюя]/;
const REFLEXIVE = /с[яь]$/;
const GERUND = /(?:ив|ивши|ившись|ыв|ывши|ывшись)$|(?<=[ая])(?:в|вши|вшись)$/;
const ADJECTIVE = /(?:ее|ие|ые|ое|ими|ыми|ей|ий|ый|ой|ем|им|ым|ом|его|ого|ему|ому|их|ых|ую|юю|ая|яя|ою|ею)$/;
const PARTICIPLE = /(?:ивш|ывш|ующ)$|(?<=[ая])(?:ем|нн|вш|ющ|щ)$/;
const VERB =
  /(?:ила|ыла|ена|ейте|уйте|ите|или|ыли|ей|уй|ил|ыл|им|ым|ен|ило|ыло|ено|ят|ует|уют|ит|ыт|ены|ить|ыть|ишь|ую|ю)$|(?<=[ая])(?:ла|на|ете|йте|ли|й|л|ем|н|ло|но|ет|ют|ны|ть|ешь|нно)$/;
const NOUN =
  /(?:а|ев|ов|ие|ье|е|иями|ями|ами|еи|ии|и|ией|ей|ой|ий|й|иям|ям|ием|ем|ам|ом|о|у|ах|иях|ях|ы|ь|ию|ью|ю|ия|ья|я)$/;

function stripGerund(rest: string): string | undefined {
  return GERUND.test(rest) ? rest.replace(GERUND, '') : undefined;
}

/** The first of: an adjective's ending with a participle's suffix before it, a verb's, a noun's. */
function stripInflection(rest: string): string | undefined {
  if (ADJECTIVE.test(rest)) return rest.replace(ADJECTIVE, '').replace(PARTICIPLE, '');
  if (VERB.test(rest)) return rest.replace(VERB, '');
  return rest.replace(NOUN, '');
}

/** Offset after the first vowel. */
function regionAfterVowel(word: string): number {
  const vowel = word.search(VOWEL);
  return vowel < 0 ? word.length : vowel + 1;
}

/** Offset of R2: twice after a consonant that follows a vowel. */
function secondRegion(word: string): number {
  let at = 0;
  for (let turn = 0; turn < 2; turn++) {
    const found = word.slice(at).search(/[аеиоуыэюя][^аеиоуыэюя]/);
    if (found < 0) return word.length;
    at += found + 2;
  }
  return at;
}
