import { type Dictionary, openDictionaryFile } from './dictionary.ts';
import type { Entry } from './dictionary-entries.ts';
import { GuessedReadings } from './guessed-readings.ts';
import { KnownReadings } from './known-readings.ts';
import type { Morphology, Parse, WordForm } from './morphology.ts';
import { type Reading, readingAfter, sorted } from './readings.ts';

/** Opens the dictionary of word forms; undefined when the bytes are no such dictionary: the caller goes on without. */
export function openDictionary(bytes: Uint8Array): Morphology | undefined {
  const dictionary = openDictionaryFile(bytes);
  return dictionary === undefined ? undefined : createMorphology(dictionary);
}

/** A reading before its weight is turned into a share: an entry, with what stands before the word the entry explains. */
interface Candidate {
  readonly entry: Entry;
  readonly before: string;
  readonly weight: number;
  readonly known: boolean;
}

export function createMorphology(dictionary: Dictionary): Morphology {
  function parses(word: string): readonly Parse[] {
    const small = word.toLowerCase();
    if (!RUSSIAN_WORD.test(small)) return [];
    const candidates = candidatesOf(small);
    let total = 0;
    for (const { weight } of candidates) total += weight;
    return candidates
      .map((candidate) =>
        parseOf(dictionary, candidate, total === 0 ? 1 / candidates.length : candidate.weight / total),
      )
      .sort((a, b) => b.score - a.score);
  }

  function candidatesOf(word: string): Candidate[] {
    const entries = dictionary.entries(word);
    if (entries.length > 0) return entries.map((entry) => ({ entry, before: '', weight: entry.weight, known: true }));
    const hyphen = word.lastIndexOf('-');
    if (hyphen > 0) {
      const last = candidatesOf(word.slice(hyphen + 1));
      return last.map((candidate) => ({ ...candidate, before: word.slice(0, hyphen + 1) + candidate.before }));
    }
    const prefixed = afterPrefix(word, knownPrefixes(word), KNOWN_PREFIX_TRUST);
    if (prefixed.length > 0) return prefixed;
    const guesses = word.length < SHORTEST_GUESSED ? [] : dictionary.guesses(word);
    return [
      ...afterPrefix(word, UNKNOWN_PREFIXES, UNKNOWN_PREFIX_TRUST),
      ...guesses.map((entry) => ({ entry, before: '', weight: entry.weight, known: false })),
    ];
  }

  /** Readings of what follows a prefix, for prefixes that do not change how a word is declined: «нано», «экс». */
  function afterPrefix(word: string, prefixes: readonly number[], trust: number): Candidate[] {
    const candidates: Candidate[] = [];
    for (const length of prefixes) {
      if (word.length - length < SHORTEST_PREFIXED || !dictionary.has(word, length)) continue;
      const entries = dictionary.entries(word.slice(length)).filter((entry) => isProductive(dictionary, entry));
      const total = entries.reduce((sum, entry) => sum + entry.weight, 0);
      for (const entry of entries) {
        const share = total === 0 ? 1 / entries.length : entry.weight / total;
        candidates.push({ entry, before: word.slice(0, length), weight: trust * share, known: false });
      }
    }
    return candidates;
  }

  const known = new KnownReadings(dictionary);
  const guessed = new GuessedReadings(dictionary);

  function readings(word: string): readonly Reading[] {
    const found = known.of(word);
    if (found.length > 0) return found;
    const prefixed = afterPrefix(word, knownPrefixes(word), KNOWN_PREFIX_TRUST);
    const candidates = prefixed.length > 0 ? prefixed : afterPrefix(word, UNKNOWN_PREFIXES, UNKNOWN_PREFIX_TRUST);
    const guesses = prefixed.length > 0 || word.length < SHORTEST_GUESSED ? [] : guessed.of(word);
    if (candidates.length === 0) return guesses;
    const after = candidates.map(({ entry, before, weight }) => readingAfter(dictionary, entry, before, weight));
    return sorted([...after, ...guesses]);
  }

  return { parses, readings, knows: (form) => dictionary.has(form) };
}

/** Lengths of the known prefixes a word begins with. */
function knownPrefixes(word: string): readonly number[] {
  const prefixes = PREFIXES_BY_LETTER.get(word[0]!);
  if (prefixes === undefined) return [];
  return prefixes.filter((prefix) => word.startsWith(prefix)).map((prefix) => prefix.length);
}

function parseOf(dictionary: Dictionary, { entry, before, known }: Candidate, score: number): Parse {
  const base = dictionary.baseForm(entry.paradigm, entry.form);
  return {
    lemma: before + dictionary.inflected(entry, base),
    grammemes: dictionary.tag(entry.paradigm, entry.form).grammemes,
    score,
    known,
    forms: () => formsOf(dictionary, entry, before),
  };
}

function formsOf(dictionary: Dictionary, entry: Entry, before: string): WordForm[] {
  return Array.from({ length: dictionary.forms(entry.paradigm) }, (_, form) => ({
    form: before + dictionary.inflected(entry, form),
    grammemes: dictionary.tag(entry.paradigm, form).grammemes,
  }));
}

function isProductive(dictionary: Dictionary, { paradigm, form }: Entry): boolean {
  return dictionary.tag(paradigm, form).productive;
}

const RUSSIAN_WORD = /^[а-яё]+(?:-[а-яё]+)*$/;
/** Shorter unknown words are not guessed at by their endings. */
const SHORTEST_GUESSED = 4;
/** What follows a prefix is no shorter. */
const SHORTEST_PREFIXED = 3;
/** Lengths of what may be a prefix that nobody knows. */
const UNKNOWN_PREFIXES = [1, 2, 3, 4, 5];
const KNOWN_PREFIX_TRUST = 0.7;
const UNKNOWN_PREFIX_TRUST = 0.3;

/** First parts of compound words that leave the second part's forms alone. */
const KNOWN_PREFIXES = (
  'авиа авто аква анти архи астро аудио аэро без бес био вело взаимо вне внутри видео гекто гелио гео гидро гипер гипо ' +
  'гомо госсовет дву двух дез евро зоо интер инфо инфра квази кибер кило кино контр космо крипто лже макро макси мало ' +
  'меж медиа мега мета метео метро микро милли мини моно мото много мульти нано нарко не недо нейро нео низко обще одно ' +
  'около онко орто палео пан пара пере пиро поли полу пост пра пред противо прото псевдо радио разно ре ретро само сверх ' +
  'сельхоз соц спец суб супер теле тетра техно транс трёх трех турбо ультра фото хим экзо эко экс экстра электро энерго этно'
).split(' ');

const PREFIXES_BY_LETTER = Map.groupBy(KNOWN_PREFIXES, (prefix) => prefix[0]!);
