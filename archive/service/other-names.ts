import { fold } from '../entities/name-key.ts';
import type { Database } from '../store/database.ts';
import { ownerOfKey } from '../store/entities.ts';
import type { EntityBook } from './entity-book.ts';

/**
 * Other names under which a person or organization named by one word is known: what a search of the word may have
 * meant besides. Shown spellings that begin alike are left out: the index finds those by itself.
 */
export function otherNames(
  database: Database,
  book: EntityBook,
  word: string,
): { kind: 'variant' | 'expansion'; text: string }[] {
  const folded = fold(word);
  const found: { kind: 'variant' | 'expansion'; text: string }[] = [];
  for (const { entity, text } of book.curation.declarations) {
    const id = book.id(entity);
    if (id !== undefined && fold(text) === folded) found.push({ kind: 'variant', text: book.label(id) });
  }
  const abbreviation = /^\p{Lu}{2,}$/u.test(word);
  const owner = abbreviation ? ownerOfKey(database, 'organization', folded) : undefined;
  if (owner !== undefined && fold(book.label(owner)) !== folded) {
    found.push({ kind: 'expansion', text: book.label(owner) });
  }
  return found;
}
