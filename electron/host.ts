import type { MessagePortMain } from 'electron';
import { fileLog, logFolder } from '../archive/host/host-log.ts';
import { servePort } from '../archive/host/message-port.ts';
import { type ArchiveHost, openHost } from '../archive/host/open-host.ts';
import { sentenceOf } from '../archive/host/refused.ts';
import type { HostMessage } from './archive-process.ts';

/**
 * The archive's process in the desktop shell: opens the archive named by its argument and serves every port that the main
 * process hands it. Ports that come while it opens wait.
 */
const log = fileLog(logFolder());
const tell = (message: HostMessage) => process.parentPort.postMessage(message);

function open(): Promise<ArchiveHost | undefined> {
  return openHost(process.argv.at(-1)!, log).catch((error: unknown) => {
    log({ level: 'error', event: 'fault', name: 'open', cause: error });
    tell({ kind: 'refused', sentence: sentenceOf(error) ?? `Ошибка программы. Подробности: ${logFolder()}` });
    return undefined;
  });
}

const opening = open();

function serve(port: MessagePortMain): void {
  void opening.then((host) => {
    if (host === undefined) return port.close();
    servePort(host, port);
    port.start();
  });
}

process.parentPort.on('message', ({ data, ports: [port] }) => {
  const { kind } = data as { kind: 'connect' | 'stop' };
  if (kind === 'connect' && port !== undefined) serve(port);
  if (kind === 'stop') void opening.then((host) => host?.archive.close()).finally(() => process.exit(0));
});
void opening.then((host) => host !== undefined && tell({ kind: 'ready' }));
