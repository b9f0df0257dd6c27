import type { SavedSearch } from '../contract/library.ts';
import { takeStep } from '../store/history.ts';
import { newestArticle, noteLook, type StoredSearch, savedSearch, savedSearches } from '../store/saved-searches.ts';
import type { Archive } from './archive.ts';
import { calls } from './calls.ts';
import { completions } from './completion.ts';
import { formsOf, idsOf, oneFacet, search } from './search.ts';

export function searchCalls(archive: Archive) {
  const { database } = archive;
  return {
    run: calls.search.run.handler(({ input, signal }) => archive.attend(() => search(archive, input, signal))),
    facet: calls.search.facet.handler(({ input, signal }) =>
      archive.attend(() => oneFacet(archive, input.request, input.facet, input.filter, signal)),
    ),
    // What was found is looked at before what the word may become.
    complete: calls.search.complete.handler(async ({ input }) => {
      await archive.quiet();
      return completions(archive, input.query, input.cursor);
    }),
    forms: calls.search.forms.handler(({ input, signal }) => formsOf(archive, input, signal)),
    saved: calls.search.saved.handler(() =>
      Promise.all(savedSearches(database).map((saved) => counted(archive, saved))),
    ),
    save: calls.search.save.handler(({ input }) => {
      const id = takeStep(database, 'search', (edit) =>
        edit.insert('saved_search', {
          name: input.name,
          request: JSON.stringify(input.request),
          seen: newestArticle(database),
        }),
      );
      return counted(archive, savedSearch(database, id));
    }),
    forget: calls.search.forget.handler(({ input }) => {
      takeStep(database, 'search', (edit) => edit.remove('saved_search', input.id));
      return {};
    }),
    lookedAt: calls.search.lookedAt.handler(({ input }) => {
      noteLook(database, input.id);
      return {};
    }),
  };
}

/** A saved search with how many articles it has, and how many of them came since it was last looked at. */
async function counted(archive: Archive, { id, name, request, seen }: StoredSearch): Promise<SavedSearch> {
  const ids = await idsOf(archive, request, archive.articles.count);
  return { id, name, request, total: ids.length, fresh: ids.filter((article) => article > seen).length };
}
