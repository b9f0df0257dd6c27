import type { ArchiveClient } from '../contract/client.ts';
import type { Terminal } from './terminal.ts';

/** What a command is given: the archive, opened here or joined in the process that has it open, and where to write. */
export interface CommandContext {
  readonly client: ArchiveClient;
  readonly terminal: Terminal;
}

/** A command that talks to an archive. `prepare` reads the arguments, so that wrong use opens nothing. */
export interface Command {
  readonly usage: string;
  /** Whether it makes an archive where there is none; others refuse, for there the folder's name is a slip. */
  readonly founds?: boolean;
  /** Whether what it does depends on the index, which may have to be made anew first. */
  readonly searches?: boolean;
  prepare(args: readonly string[]): { folder: string | undefined; run(context: CommandContext): Promise<void> };
}
