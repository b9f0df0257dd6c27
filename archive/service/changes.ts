import { EventPublisher } from '@orpc/server';

/** What in the archive has changed. */
export interface Change {
  what:
    | 'articles'
    | 'annotations'
    | 'selections'
    | 'entities'
    | 'settings'
    | 'index'
    | 'backups'
    | 'imports'
    | 'glossary';
}

/** Tells every window what changed, so that they follow each other. */
export class Changes {
  readonly #events = new EventPublisher<{ change: Change }>();

  publish(...what: Change['what'][]): void {
    for (const one of what) this.#events.publish('change', { what: one });
  }

  watch(signal?: AbortSignal): AsyncGenerator<Change, void> {
    return this.#events.subscribe('change', { ...(signal && { signal }) }) as AsyncGenerator<Change, void>;
  }
}
