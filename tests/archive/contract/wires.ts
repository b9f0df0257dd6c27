import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { createRouterClient } from '@orpc/server';
import type { ArchiveClient } from '../../../archive/contract/client.ts';
import { joinHttp } from '../../../archive/host/http-client.ts';
import { serveHttp } from '../../../archive/host/http-server.ts';
import { servePort } from '../../../archive/host/message-port.ts';
import { type Archive, openArchive } from '../../../archive/service/archive.ts';
import type { LogLine } from '../../../archive/service/log.ts';
import { router as makeRouter } from '../../../archive/service/router.ts';

/** A real archive and a client of it at the end of a wire. */
export interface Wire {
  readonly archive: Archive;
  readonly client: ArchiveClient;
  /** Another client of the same archive: a second window, or one that was loaded again. */
  again(): Promise<ArchiveClient>;
  readonly logged: LogLine[];
  close(): Promise<void>;
}

type Parts = { archive: Archive; router: ReturnType<typeof makeRouter>; log: (line: LogLine) => void };
/** What a wire does: connects as often as asked, and is cut at the end. */
type Connect = (parts: Parts) => Promise<{ connect(): Promise<ArchiveClient>; cut(): Promise<void> }>;

const direct: Connect = async ({ router, log }) => ({
  connect: async () => createRouterClient(router, { context: { log } }),
  cut: async () => {},
});

const port: Connect = async (parts) => {
  const channels: MessageChannel[] = [];
  return {
    async connect() {
      const channel = new MessageChannel();
      channels.push(channel);
      servePort(parts, channel.port1);
      channel.port1.start();
      channel.port2.start();
      return createORPCClient(new RPCLink({ port: channel.port2 }));
    },
    cut: async () => {
      for (const { port1, port2 } of channels) {
        port1.close();
        port2.close();
      }
    },
  };
};

const http: Connect = async (parts) => {
  const shell = await serveHttp({ ...parts, exported: async () => undefined, pages: tmpdir(), port: 0 });
  return {
    async connect() {
      const joined = await joinHttp(shell.joinAddress);
      if (joined === undefined) throw new Error('the server does not answer');
      return joined.client;
    },
    cut: () => shell.close(),
  };
};

export const wires = { direct, port, http };

export async function open(wire: keyof typeof wires): Promise<Wire> {
  const folder = mkdtempSync(join(tmpdir(), 'podshivka-contract-'));
  const logged: LogLine[] = [];
  const log = (line: LogLine) => void logged.push(line);
  const pool = () => {
    throw new Error('these tests import nothing');
  };
  const archive = openArchive(join(folder, 'archive'), { resources: folder, pool, log, program: '0.0.0' });
  const { connect, cut } = await wires[wire]({ archive, router: makeRouter(archive), log });
  return {
    archive,
    client: await connect(),
    again: connect,
    logged,
    async close() {
      await cut();
      await archive.close().catch(() => {}); // a test may have broken it on purpose
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
