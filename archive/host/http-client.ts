import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ArchiveClient } from '../contract/client.ts';

/**
 * Joins the process that has an archive open, by the address it announced.
 *
 * @returns undefined when nobody answers there, or not to this key
 */
export async function joinHttp(address: string): Promise<ArchiveClient | undefined> {
  try {
    const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(2000) });
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    if (cookie === undefined) return undefined;
    return createORPCClient(new RPCLink({ url: new URL('/rpc', address).href, headers: { cookie } }));
  } catch {
    return undefined; // the process has gone
  }
}
