import { RPCHandler, type RPCHandlerOptions } from '@orpc/server/message-port';
import type { CallContext } from '../service/calls.ts';
import type { ArchiveHost } from './open-host.ts';

type Port = Parameters<RPCHandler<CallContext>['upgrade']>[0];

/** Serves the contract to the window at the other end of a port. The options are the library's own. */
export function servePort(
  { router, log }: Pick<ArchiveHost, 'router' | 'log'>,
  port: Port,
  options: RPCHandlerOptions<CallContext> = {},
): void {
  new RPCHandler(router, options).upgrade(port, { context: { log } });
}
