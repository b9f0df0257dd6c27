import { refusalOf } from '../../archive/contract/client.ts';
import type { Messages } from '../i18n/messages.tsx';
import { tell } from './toasts.tsx';

/** The sentence for whatever a call ended with: its refusal, or that it is our fault. */
export function sentenceFor(error: unknown, messages: Messages): string {
  const refusal = refusalOf(error);
  return refusal === undefined ? messages.internalError : messages.refusals[refusal.code];
}

/** Says a failed call in a toast. For calls whose text stays in a field, the field says it instead. */
export const tellRefusal = (messages: Messages) => (error: unknown) =>
  tell({ text: sentenceFor(error, messages), bad: true });
