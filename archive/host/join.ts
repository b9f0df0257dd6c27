import { hostname } from 'node:os';
import { join } from 'node:path';
import { type ArchiveClient, refusalOf } from '../contract/client.ts';
import type { Log } from '../service/log.ts';
import { readOwner } from '../service/owner.ts';
import { joinHttp } from './http-client.ts';
import { type ArchiveHost, openHost } from './open-host.ts';

/** An archive, opened in this process or joined in the one that has it open. */
export type Reached =
  | { readonly by: 'opening'; readonly client: ArchiveClient; readonly host: ArchiveHost }
  | { readonly by: 'joining'; readonly client: ArchiveClient; readonly address: string };

/**
 * Opens the archive, or joins the running program that has it open.
 *
 * @throws the refusals of `openArchive`; ARCHIVE_IN_USE when its owner is on another machine or serves no one but itself
 */
export async function reach(folder: string, log: Log): Promise<Reached> {
  try {
    const host = await openHost(folder, log);
    return { by: 'opening', client: host.client, host };
  } catch (error) {
    if (refusalOf(error)?.code !== 'ARCHIVE_IN_USE') throw error;
    const owner = readOwner({ owner: join(folder, 'owner.json') });
    if (owner?.address == null || owner.machine !== hostname()) throw error;
    const client = await joinHttp(owner.address);
    if (client === undefined) throw error;
    return { by: 'joining', client, address: owner.address };
  }
}
