import { hostname } from 'node:os';
import { type ArchiveClient, refusalOf } from '../contract/client.ts';
import { archiveOwner } from '../service/owner.ts';
import { type JoinedProgram, joinHttp } from './http-client.ts';
import { type ArchiveHost, type HostParts, openHost } from './open-host.ts';

/** An archive, opened in this process or joined in the one that has it open. */
export type Reached =
  | { readonly by: 'opening'; readonly client: ArchiveClient; readonly host: ArchiveHost }
  | ({ readonly by: 'joining' } & JoinedProgram);

/**
 * Opens the archive, or joins the running program that has it open.
 *
 * @throws the refusals of `openArchive`; ARCHIVE_IN_USE when its owner is on another machine or serves no one but itself
 */
export async function reach(folder: string, parts: HostParts): Promise<Reached> {
  try {
    const host = openHost(folder, parts);
    return { by: 'opening', client: host.client, host };
  } catch (error) {
    if (refusalOf(error)?.code !== 'ARCHIVE_IN_USE') throw error;
    const owner = archiveOwner(folder);
    if (owner?.address == null || owner.machine !== hostname()) throw error;
    const joined = await joinHttp(owner.address);
    if (joined === undefined) throw error;
    return { by: 'joining', ...joined };
  }
}
