import type { MessagePortMain } from 'electron';
import { logFolder, noteCrashes } from '../archive/host/host-log.ts';
import { servePort } from '../archive/host/message-port.ts';
import { type ArchiveHost, openHost } from '../archive/host/open-host.ts';
import { programParts } from '../archive/host/program-parts.ts';
import { sentenceOf } from '../archive/host/refused.ts';
import type { HostMessage } from './archive-process.ts';

/**
 * The archive's process in the desktop shell: opens the archive named by its argument and serves every port that the main
 * process hands it.
 */
const parts = programParts();
noteCrashes(parts.log, 'archive');
const tell = (message: HostMessage) => process.parentPort.postMessage(message);

function open(): ArchiveHost | undefined {
  try {
    return openHost(process.argv.at(-1)!, parts);
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === undefined) parts.log({ level: 'error', event: 'fault', name: 'open', cause: error });
    tell({ kind: 'refused', sentence: sentence ?? `Ошибка программы. Подробности: ${logFolder()}` });
    return undefined;
  }
}

const host = open();

function serve(port: MessagePortMain): void {
  if (host === undefined) {
    port.close();
    return;
  }
  servePort(host, port);
  port.start();
}

process.parentPort.on('message', ({ data, ports: [port] }) => {
  const { kind } = data as { kind: 'connect' | 'stop' };
  if (kind === 'connect' && port !== undefined) serve(port);
  if (kind === 'stop') void Promise.resolve(host?.close()).finally(() => process.exit(0));
});
if (host !== undefined) {
  tell({ kind: 'ready' });
  host.stay();
}
