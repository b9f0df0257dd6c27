import type { CurationStep as AskedStep } from '../contract/entities.ts';
import { refuse } from '../contract/refuse.ts';
import type { CurationStep } from '../entities/curation-log.ts';
import { hashOf } from '../store/articles.ts';
import type { Database } from '../store/database.ts';
import type { EntityBook } from './entity-book.ts';

/**
 * A step of curation as the log keeps it, entities and articles by their durable names; entities that it makes are made.
 * Part of the caller's transaction.
 *
 * @throws a refusal: NOT_FOUND
 */
export function stepOf(database: Database, book: EntityBook, asked: AskedStep): CurationStep {
  const articleKey = (article: number) => hashOf(database, article) ?? refuse('NOT_FOUND');
  switch (asked.step) {
    case 'merge':
      return { step: 'merge', from: book.ref(asked.from), into: book.ref(asked.into) };
    case 'split': {
      const name = asked.name ?? asked.spellings?.[0] ?? book.label(asked.entity);
      const entity = book.ref(asked.entity);
      return {
        step: 'split',
        entity,
        made: book.make(book.kind(asked.entity), name),
        name,
        ...(asked.spellings && { spellings: asked.spellings }),
        ...(asked.articles && { articles: asked.articles.map(articleKey) }),
      };
    }
    case 'rename':
      return { step: 'rename', entity: book.ref(asked.entity), name: asked.name };
    case 'reject':
      return {
        step: 'reject',
        entity: book.ref(asked.entity),
        ...(asked.article !== null && { article: articleKey(asked.article) }),
      };
    case 'declare':
      return { step: 'declare', made: book.make(asked.kind, asked.name), text: asked.text, name: asked.name };
    case 'alias':
      return { step: 'alias', entity: book.ref(asked.entity), text: asked.text };
    case 'distinct':
      return { step: 'distinct', entity: book.ref(asked.entity), other: book.ref(asked.other) };
  }
}
