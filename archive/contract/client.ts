import { type ContractRouterClient, ORPCError } from '@orpc/contract';
import type { Contract } from './contract.ts';
import { type RefusalCode, refusalCodes } from './refusals.ts';

/** The archive as every shell sees it: the same calls over a direct call, a message port and HTTP. */
export type ArchiveClient = ContractRouterClient<Contract>;

/** The refusal that an error stands for; undefined for a fault of the program, a bad input or a lost connection. */
export function refusalOf(error: unknown): { code: RefusalCode; subject: string | undefined } | undefined {
  if (!(error instanceof ORPCError)) return undefined;
  const code = refusalCodes.find((known) => known === error.code);
  if (code === undefined) return undefined;
  const data: unknown = error.data;
  const subject = typeof data === 'object' && data !== null && 'subject' in data ? data.subject : undefined;
  return { code, subject: typeof subject === 'string' ? subject : undefined };
}
