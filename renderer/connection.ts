import { createORPCClient } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ArchiveClient } from '../archive/contract/client.ts';
import { bridge } from './bridge.ts';

/** Connects the window to its archive host: over a message port in the desktop shell, else over HTTP at its origin. */
export async function connect(): Promise<ArchiveClient> {
  const desktop = bridge();
  if (desktop === undefined) return createORPCClient(new HttpLink({ url: `${location.origin}/rpc` }));
  const port = await new Promise<MessagePort>((resolve) => {
    const receive = (event: MessageEvent) => {
      const [first] = event.ports;
      if (event.source !== window || event.data !== 'podshivka:port' || first === undefined) return;
      window.removeEventListener('message', receive);
      resolve(first);
    };
    window.addEventListener('message', receive);
    desktop.connect();
  });
  port.start();
  return createORPCClient(new PortLink({ port }));
}
