import { type ClientLink, createORPCClient } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ArchiveClient } from '../archive/contract/client.ts';
import { bridge, type DesktopBridge } from './bridge.ts';

type Link = ClientLink<Record<never, never>>;

/** Connects the window to its archive host: over message ports in the desktop shell, else over HTTP at its origin. */
export function connect(): ArchiveClient {
  const desktop = bridge();
  return createORPCClient(
    desktop === undefined ? new HttpLink({ url: `${location.origin}/rpc` }) : linkOverPorts(desktop),
  );
}

/**
 * A link that outlives the archive's process: when that ends, its port closes, calls in flight fail as over a lost connection, and
 * calls made meanwhile wait for the port to the next process, which the shell gives unasked. The page stays as it is.
 */
function linkOverPorts(desktop: DesktopBridge): Link {
  let present: Link | undefined;
  let next = Promise.withResolvers<Link>();
  window.addEventListener('message', ({ source, data, ports: [port] }) => {
    if (source !== window || data !== 'podshivka:port' || port === undefined) return;
    const link: Link = new PortLink({ port });
    port.addEventListener('close', () => {
      if (present === link) present = undefined;
    });
    port.start();
    present = link;
    next.resolve(link);
    next = Promise.withResolvers<Link>();
  });
  desktop.connect();
  return { call: async (...given) => (present ?? (await next.promise)).call(...given) };
}
