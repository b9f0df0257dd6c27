import { implement, ORPCError } from '@orpc/server';
import { contract } from '../contract/contract.ts';
import type { Log } from './log.ts';

/** What every handler is given besides its input. */
export interface CallContext {
  log: Log;
}

/** Calls that take longer are logged by name, milliseconds. */
const slow = 200;

/**
 * Where every call passes: it is timed; a refusal goes on to the window; what a file system says no with becomes a
 * refusal; anything else is a fault of ours, logged with its cause and masked, so that no path and no text of an
 * article crosses.
 */
export const calls = implement(contract)
  .$context<CallContext>()
  .use(async ({ context, path, next }) => {
    const name = path.join('.');
    const begun = performance.now();
    try {
      return await next();
    } catch (error) {
      throw outward(error, name, context.log);
    } finally {
      const took = performance.now() - begun;
      if (took > slow) context.log({ level: 'info', event: 'slow call', name, milliseconds: Math.round(took) });
    }
  });

/** The error that leaves the host for any error thrown in it. */
function outward(error: unknown, name: string, log: Log): ORPCError<string, unknown> {
  const known = asRefusal(error);
  // Bad input and a wrong output are the library's own findings, made outside our handlers.
  if (known !== undefined && known.code !== 'INTERNAL_SERVER_ERROR') return known;
  log({ level: 'error', event: 'fault', name, cause: error });
  return new ORPCError('INTERNAL_SERVER_ERROR', { message: 'Internal error' });
}

/** The error as a refusal, if it is one: also the system's word that the disk is full, wherever it was met. */
export function asRefusal(error: unknown): ORPCError<string, unknown> | undefined {
  if (error instanceof ORPCError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new ORPCError('DISK_FULL', { data: {} });
  return undefined;
}
