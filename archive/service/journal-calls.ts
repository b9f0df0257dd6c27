import type { Archive } from './archive.ts';
import { calls } from './calls.ts';

export function journalCalls({ parts }: Archive) {
  return {
    read: calls.journal.read.handler(({ input }) => parts.journal?.(input.limit) ?? []),
    note: calls.journal.note.handler(({ input }) => {
      parts.log({ level: 'error', event: 'window', name: 'window', cause: input.text });
      return {};
    }),
  };
}
