import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ArchiveClient } from '../contract/client.ts';

/** A running program that has the archive open, joined. */
export interface JoinedProgram {
  readonly client: ArchiveClient;
  /** A new address that opens a window of it, once. */
  enter(): Promise<string>;
}

/**
 * Joins the process that has an archive open, by the address it left for other processes of the same person.
 *
 * @returns undefined when nobody answers there, or not to this key
 */
export async function joinHttp(address: string): Promise<JoinedProgram | undefined> {
  const { origin, searchParams } = new URL(address);
  const headers = { authorization: `Bearer ${searchParams.get('join') ?? ''}` };
  const entry = (method: 'HEAD' | 'POST') =>
    fetch(`${origin}/entry`, { method, headers, redirect: 'manual', signal: AbortSignal.timeout(2000) });
  try {
    if (!(await entry('HEAD')).ok) return undefined;
  } catch {
    return undefined; // the process has gone
  }
  return {
    client: createORPCClient(new RPCLink({ url: `${origin}/rpc`, headers })),
    enter: async () => (await entry('POST')).text(),
  };
}
