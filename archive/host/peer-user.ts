import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';

/**
 * Whether the other end of a loopback connection is known to belong to another user of this computer. Linux says so in
 * `/proc/net/tcp`; elsewhere, and for a connection that is not listed there, nothing is known.
 */
export function isOtherUser(socket: Pick<Socket, 'remotePort'>): boolean {
  const own = process.getuid?.();
  if (own === undefined || socket.remotePort === undefined) return false;
  const owner = ownerOf(socket.remotePort);
  // The superuser can read everything anyway, and forwards ports for containers.
  return owner !== undefined && owner !== own && owner !== 0;
}

/** The user whose connection has this local port. */
function ownerOf(port: number): number | undefined {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for (const line of linesOf(table)) {
      // Columns: number, local address, remote address, state, queues, timer, retransmits, user, …
      const [, local, , , , , , user] = line.trim().split(/\s+/);
      if (local?.endsWith(wanted) && user !== undefined) return Number(user);
    }
  }
  return undefined;
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').slice(1);
  } catch {
    return []; // no Linux
  }
}
