import { type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import { crashCount } from './crashes.ts';
import { hostScript } from './folders.ts';

/** What the archive's process says to the main process. */
export type HostMessage = { readonly kind: 'ready' } | { readonly kind: 'refused'; readonly sentence: string };

export interface ArchiveProcess {
  /** Gives a window's port to the host. Ports given before it is ready wait. */
  connect(port: MessagePortMain): void;
  /** Lets the host close the archive. @returns resolves when its process has ended */
  stop(): Promise<void>;
}

/** How long the host may take to close the archive, milliseconds. Nothing is lost when it is ended before. */
const patience = 3_000;

/**
 * Runs the archive host in a process of its own, so that no work on the archive blocks a window. After a crash it is
 * started again and `restarted` is told, for windows to be given new ports.
 */
export function startArchiveProcess(
  folder: string,
  told: { restarted(): void; refused(sentence: string): void; failed(): void },
): ArchiveProcess {
  let child: UtilityProcess;
  let stopping = false;
  const mayRestart = crashCount(3);

  function start(): void {
    child = utilityProcess.fork(hostScript, [folder], { serviceName: 'podshivka-archive' });
    child.on('message', (message: HostMessage) => {
      if (message.kind !== 'refused') return;
      stopping = true;
      told.refused(message.sentence);
    });
    child.once('exit', () => {
      if (stopping) return;
      if (!mayRestart()) return told.failed();
      start();
      told.restarted();
    });
  }

  start();
  return {
    connect: (port) => child.postMessage({ kind: 'connect' }, [port]),
    stop: () =>
      new Promise((resolve) => {
        stopping = true;
        if (child.pid === undefined) return resolve();
        child.once('exit', () => resolve());
        child.postMessage({ kind: 'stop' });
        setTimeout(() => child.kill(), patience).unref();
      }),
  };
}
