import { ORPCError } from '@orpc/contract';
import type { RefusalCode } from './refusals.ts';

/**
 * Answers a call with a refusal instead of a result. Any room may call it; it is the only way to refuse.
 *
 * @param subject the name of the thing as the person gave it; never a path of the archive, never text of an article
 */
export function refuse(code: RefusalCode, subject?: string): never {
  throw new ORPCError(code, { data: subject === undefined ? {} : { subject } });
}
