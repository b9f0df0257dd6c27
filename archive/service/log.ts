/** One thing that happened, for the host to write down. `cause` never leaves the machine. */
export interface LogLine {
  readonly level: 'info' | 'error';
  readonly event: string;
  readonly name: string;
  readonly milliseconds?: number;
  readonly cause?: unknown;
}

export type Log = (line: LogLine) => void;
