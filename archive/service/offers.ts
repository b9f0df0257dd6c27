import type { Note, SearchRequest } from '../contract/search.ts';
import type { TextResult, WordSearched } from '../index/search-types.ts';
import { kazakhSpellings, russianSpellings } from '../text/kazakh.ts';
import { typedAsKazakh } from '../text/keyboard-layout.ts';
import { fold } from '../text/letters.ts';
import { cyrillicSpellings, latinSpellings } from '../text/transliteration.ts';
import type { Archive } from './archive.ts';
import { otherNames } from './other-names.ts';
import { countOf, isUnknown, type Understood } from './understanding.ts';

/** At most this many offers, and of the words of a long query only the first are looked at. */
const most = 4;
const wordsLookedAt = 12;
/** Longer words are no words: nothing is offered for them. */
const longestWord = 40;
/** Shorter words that the archive has are too often something else in other letters. */
const shortestName = 4;

type Offer = Pick<Note, 'kind' | 'text'> & { readonly instead: string };

/**
 * What the program has to say about a query: repaired, ignored, or offered with how many articles it would give.
 *
 * @param rebuilding whether the index was incomplete when the words were searched
 */
export async function notesOn(
  archive: Archive,
  request: SearchRequest,
  understood: Understood,
  rebuilding: boolean,
): Promise<Note[]> {
  const { query, repaired, text } = understood;
  const notes: Note[] = [];
  for (const { kind, text: part } of text.notes) {
    const offered = kind === 'dash' ? `НЕ (${part})` : null;
    const count = offered === null ? null : await countOf(archive, request, offered);
    notes.push({ kind, text: part, query: offered, count });
  }
  if (rebuilding) notes.unshift({ kind: 'index', text: '', query: null, count: null });
  if (repaired) notes.unshift({ kind: 'layout', text: query, query: request.query, count: null });
  if (request.asTyped && repaired) return notes;
  const words = text.words.slice(0, wordsLookedAt).map((word) => ({ word, letters: otherLetters(archive, word) }));
  const offers = [
    ...phrasesOffered(archive, query),
    ...words
      .flatMap(({ word, letters }) => offersFor(archive, word, letters))
      .map((offer) => ({ kind: offer.kind, text: offer.instead, query: replaceWord(query, offer) })),
    ...alphabets.map((alphabet) => inAlphabet(query, alphabet, words)),
  ];
  for (const { kind, text: said, query: offered } of offers) {
    if (notes.filter((note) => note.query !== null && note.kind !== 'layout').length >= most) break;
    if (offered === undefined || offered === query || notes.some((note) => note.query === offered)) continue;
    const count = await countOf(archive, request, offered);
    if (count > 0) notes.push({ kind, text: said, query: offered, count });
  }
  return notes;
}

/** Long forms in the query («Региональный центр ООН по …»), each with its abbreviation in its place. */
function phrasesOffered(archive: Archive, query: string) {
  return archive.glossary.phrases(query).map(({ start, end, instead: { kind, text } }) => {
    const quoted = /[«"„“]$/.test(query.slice(0, start)) && /^[»"”“]/.test(query.slice(end)) ? 1 : 0;
    return { kind, text, query: query.slice(0, start - quoted) + text + query.slice(end + quoted) };
  });
}

const alphabets = ['russian', 'latin', 'kazakh'] as const;
type OtherLetters = Readonly<Record<(typeof alphabets)[number], readonly string[]>>;

/** The whole query in one alphabet: «Мурат Нуртлеу» as «murat nurtleu», since no article has the one and the other word. */
function inAlphabet(
  query: string,
  alphabet: (typeof alphabets)[number],
  words: readonly { readonly word: WordSearched; readonly letters: OtherLetters }[],
) {
  const written = words.reduce((sofar, { word, letters }) => {
    const [instead] = letters[alphabet];
    return (instead && replaceWord(sofar, { kind: 'transliteration', text: word.word, instead })) ?? sofar;
  }, query);
  return { kind: 'transliteration' as const, text: written, query: written };
}

function offersFor(archive: Archive, word: WordSearched, letters: OtherLetters): Offer[] {
  if (word.word.length > longestWord) return [];
  const offers: Offer[] = [];
  const { index } = archive.index;
  const offer = (kind: Offer['kind'], instead: string) => offers.push({ kind, text: word.word, instead });
  for (const alphabet of alphabets) for (const spelling of letters[alphabet]) offer('transliteration', spelling);
  if (isUnknown(word)) {
    for (const similar of index.similar(word.word, 2)) offer('spelling', similar.text);
  }
  const lemmas = word.readings.slice(0, 2).map((reading) => reading.lemma);
  for (const { kind, text } of archive.glossary.otherWordings(word.word, lemmas)) offer(kind, text);
  for (const { kind, text } of otherNames(archive.database, archive.entities, word.word)) {
    // What an abbreviation stands for is the glossary's to say, also that it stands for nothing.
    if (kind !== 'expansion' || !archive.glossary.explains(word.word)) offer(kind, text);
  }
  return offers;
}

/** A word in Russian, Latin and Kazakh letters, as the archive has it. */
function otherLetters(archive: Archive, word: WordSearched): OtherLetters {
  const { index } = archive.index;
  const { length } = word.word;
  if (length > longestWord || (length < shortestName && !isUnknown(word)))
    return { russian: [], latin: [], kazakh: [] };
  const begins = (prefix: string) => index.begins(prefix);
  const form = fold(word.word);
  return {
    russian: [...firstOf(cyrillicSpellings(word.word), begins), ...russianSpellings(form, begins).slice(0, 1)],
    latin: latinSpellings(form, begins).filter((spelling) => index.spells(spelling)),
    kazakh: kazakhTyped(archive, word.word),
  };
}

function firstOf(words: readonly string[], wanted: (word: string) => boolean): string[] {
  const first = words.find(wanted);
  return first === undefined ? [] : [first];
}

/** The word as a Kazakh hand may have meant it: Russian letters, or figures, in place of those a keyboard lacks. */
function kazakhTyped(archive: Archive, word: string): string[] {
  const { index } = archive.index;
  const begins = (prefix: string) => index.begins(prefix);
  const asFigures = typedAsKazakh(word);
  const byFigures = asFigures !== word && begins(asFigures) ? [asFigures] : [];
  return [...byFigures, ...kazakhSpellings(fold(word), begins)];
}

/** The query with one of its words replaced; undefined when the word does not stand in it as a word. */
function replaceWord(query: string, { text, instead }: Offer): string | undefined {
  const folded = (value: string) => value.toLowerCase().replaceAll('ё', 'е');
  for (const match of query.matchAll(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu)) {
    if (folded(match[0]) !== folded(text)) continue;
    const written = instead.includes(' ') ? `"${instead}"` : instead;
    return query.slice(0, match.index) + written + query.slice(match.index + match[0].length);
  }
  return undefined;
}

/** Words of a result in the contract's shape. */
export function searchedWords(text: TextResult) {
  return text.words.map(({ word, readings }) => ({
    word,
    readings: readings.map(({ lemma, forms, searched }) => ({ lemma, forms: [...forms], searched })),
  }));
}
