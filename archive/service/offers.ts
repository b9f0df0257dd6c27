import type { Note, SearchRequest } from '../contract/search.ts';
import type { TextResult, WordSearched } from '../index/search-types.ts';
import { otherNames } from '../text/renamed-places.ts';
import { cyrillicSpellings } from '../text/transliteration.ts';
import type { Archive } from './archive.ts';
import { countOf, isUnknown, type Understood } from './understanding.ts';

/** At most this many offers, and of the words of a long query only the first are looked at. */
const most = 4;
const wordsLookedAt = 12;
/** Longer words are no words: nothing is offered for them. */
const longestWord = 40;

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
  const notes: Note[] = text.notes.map(({ kind, text: part }) => ({ kind, text: part, query: null, count: null }));
  if (rebuilding) notes.unshift({ kind: 'index', text: '', query: null, count: null });
  if (repaired) notes.unshift({ kind: 'layout', text: query, query: request.query, count: null });
  if (request.asTyped && repaired) return notes;
  for (const offer of text.words.slice(0, wordsLookedAt).flatMap((word) => offersFor(archive, word))) {
    if (notes.filter((note) => note.query !== null && note.kind !== 'layout').length >= most) break;
    const offered = replaceWord(query, offer);
    if (offered === undefined || notes.some((note) => note.query === offered)) continue;
    const count = await countOf(archive, request, offered);
    if (count > 0) notes.push({ kind: offer.kind, text: offer.instead, query: offered, count });
  }
  return notes;
}

function offersFor(archive: Archive, word: WordSearched): Offer[] {
  if (word.word.length > longestWord) return [];
  const offers: Offer[] = [];
  const { index } = archive.index;
  const offer = (kind: Offer['kind'], instead: string) => offers.push({ kind, text: word.word, instead });
  if (isUnknown(word)) {
    for (const spelling of cyrillicSpellings(word.word)) {
      if (index.complete(spelling, 1).length > 0) {
        offer('transliteration', spelling);
        break;
      }
    }
    for (const similar of index.similar(word.word, 2)) offer('spelling', similar.text);
  }
  for (const lemma of word.readings.slice(0, 2).map((reading) => reading.lemma)) {
    for (const name of otherNames(lemma).filter((other) => other !== lemma)) offer('renamed', name);
  }
  for (const instead of archive.entities.otherNames(word.word)) offer(instead.kind, instead.text);
  return offers;
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
