/** Which nominatives a word of a person's name may come from: what the dictionary says, and what its ending allows. */

import type { Morphology, Parse } from '../text/morphology.ts';
import { cases, type Gender, genders, type Reading, readings } from './declension.ts';
import type { Role } from './person-name.ts';

const wanted: Readonly<Partial<Record<Role, string>>> = { given: 'Name', patronymic: 'Patr', surname: 'Surn' };

/** Readings of one word, lower case. */
export function wordReadings(word: string, role: Role, morphology: Morphology): Reading[] {
  const found = new Map<string, Reading>();
  const add = (reading: Reading) => {
    const key = `${reading.nominative} ${reading.gender} ${reading.case}`;
    const before = found.get(key);
    if (!before || before.score < reading.score) found.set(key, reading);
  };
  for (const reading of readings(word)) add(reading);
  // «Римского-Корсакова»: both halves; «Касым-Жомарта»: the last one.
  const hyphen = word.lastIndexOf('-');
  if (hyphen > 0) {
    const [left, right] = [word.slice(0, hyphen), word.slice(hyphen + 1)];
    const leftParses = morphology
      .parses(left)
      .filter((parse) => parse.known && /Surn|ADJF/.test(parse.grammemes.join()));
    for (const reading of readings(right)) {
      const both = role === 'surname' && leftParses.length > 0;
      add({ ...reading, nominative: `${left}-${reading.nominative}`, score: reading.score + (both ? 0 : 0.4) });
      // «Михнова-Вайтенко»: what ends as Russian surnames do declines in front as well.
      const before = role === 'surname' ? readings(left).filter((one) => russian.test(one.nominative)) : [];
      for (const { nominative, gender, case: oneCase } of before) {
        if (gender !== reading.gender || oneCase !== reading.case) continue;
        add({ ...reading, nominative: `${nominative}-${reading.nominative}`, score: reading.score + 0.6 });
      }
      if (!both) continue;
      for (const parse of leftParses) {
        if (!parse.grammemes.includes(reading.case) || !parse.grammemes.includes(reading.gender)) continue;
        const base = baseOf(parse, reading.gender, left);
        if (base) add({ ...reading, nominative: `${base}-${reading.nominative}`, score: reading.score + 0.6 });
      }
    }
  }
  // What the dictionary declines is hardly another name's form, and no name that nothing declines: «Владимиру».
  const declined = morphology
    .parses(word)
    .some((parse) => parse.known && !parse.grammemes.includes('nomn') && parse.grammemes.includes(wanted[role] ?? ''));
  if (declined) {
    for (const [key, reading] of found) {
      const less = reading.nominative === word ? 1.5 : 0.8;
      found.set(key, { ...reading, score: reading.score - less });
    }
  }
  const parses = morphology.parses(word);
  const fitting = parses.filter((parse) => parse.known && parse.grammemes.includes(wanted[role] ?? ''));
  const likeliest = Math.max(0, ...fitting.map((parse) => parse.score));
  for (const parse of parses) {
    if (parse.grammemes.includes('plur') || !/NOUN|ADJF/.test(parse.grammemes[0]!)) continue;
    const proper = properTags.find((tag) => parse.grammemes.includes(tag));
    if (!proper && !parse.known) continue;
    const fits = proper !== undefined && proper === wanted[role];
    const rarer = fits && parse.known ? Math.max(-1.5, 0.4 * Math.log(parse.score / likeliest)) : 0;
    const twin = fits && parse.known ? beside(parse, role, morphology) : 0;
    const score = (parse.known ? (fits ? 2 : proper ? 1.2 : 0.6) : fits ? 0.6 * parse.score + 0.3 : 0) + rarer + twin;
    const both = parse.grammemes.includes('Ms-f') || parse.grammemes.includes('ms-f');
    for (const gender of genders) {
      if (!both && !parse.grammemes.includes(gender)) continue;
      const base = baseOf(parse, both ? undefined : gender, word);
      const oneCase = cases.find((c) => parse.grammemes.includes(c));
      if (!base || !oneCase || (!proper && !sharesLetters(base, word))) continue;
      add({ nominative: plainE(base, word), gender, case: oneCase, score });
    }
  }
  // In «Петровой-Шварц» the first half declines: readings that leave it as it stands are none in that case.
  const declines = [...found.values()].filter(({ nominative, case: oneCase }) => {
    return hyphen > 0 && oneCase !== 'nomn' && russian.test(nominative.slice(0, nominative.lastIndexOf('-')));
  });
  const left = word.slice(0, hyphen + 1);
  return [...found.values()].filter(
    (one) =>
      !one.nominative.startsWith(left) ||
      !declines.some(
        (other) => other.gender === one.gender && other.case === one.case && other.nominative !== one.nominative,
      ),
  );
}

const russian = /(?:[оеё]в|[иы]н|[сц]кий)$|(?:[оеё]в|[иы]н)а$|[сц]кая$/;

/**
 * How much likelier a given name becomes beside its twin of the other gender: «Роберта», «Петра» are a woman's name and
 * a man's genitive. Unless the dictionary has met the woman's more often («Александра»), the man is likelier; where it
 * has met hardly another («Юлия»), the woman. The likelihood of names it has not met is shared out evenly.
 */
function beside(parse: Parse, role: Role, morphology: Morphology): number {
  const isWoman = parse.grammemes.includes('femn');
  const lemma = isWoman ? parse.lemma : parse.lemma.replace(/ий$/, 'ия');
  if (!/[ая]$/.test(lemma)) return 0;
  const both = morphology.parses(lemma).filter(({ grammemes }) => grammemes.includes(wanted[role] ?? ''));
  const woman = both.find(({ grammemes }) => grammemes.includes('femn') && grammemes.includes('nomn'))?.score ?? 0;
  const man = both.filter(({ grammemes }) => grammemes.includes('masc')).map(({ score }) => score);
  if (!isWoman) return woman >= 0.8 ? -0.6 : 0;
  const met = lemma.endsWith('ия') ? Math.max(0, ...man) : man.reduce((sum, score) => sum + score, 0);
  return man.length > 0 && woman <= met + 1e-6 ? -0.8 : 0;
}

const properTags = ['Name', 'Surn', 'Patr'];

/** The nominative of a reading. A paradigm holds patronymics beside the given name: «Львович» stays what it is. */
function baseOf(parse: Parse, gender: Gender | undefined, word: string): string | undefined {
  const proper = properTags.find((tag) => parse.grammemes.includes(tag));
  const bases = parse
    .forms()
    .filter(({ grammemes }) => {
      if (!grammemes.includes('nomn') || grammemes.includes('plur')) return false;
      return (gender === undefined || grammemes.includes(gender)) && (!proper || grammemes.includes(proper));
    })
    .map(({ form }) => form);
  return bases.find((form) => sharesLetters(form, word)) ?? bases[0];
}

/** «Евгеньевич» and «Евгениевич» stand in one paradigm: the one that is written. */
function sharesLetters(base: string, word: string): boolean {
  const [a, b] = [plainE(base, word), word];
  const stem = Math.min(a.length, b.length) - 2;
  return a.length <= b.length + 2 && a.slice(0, stem) === b.slice(0, stem);
}

/** The dictionary writes ё; the text may not. */
export const plainE = (base: string, word: string) => (word.includes('ё') ? base : base.replaceAll('ё', 'е'));
