import type { RejectionReason } from '../contract/jobs.ts';

/** Thrown by readers for what is wrong with a file; the caller makes it a line of the report. */
export class Unreadable extends Error {
  readonly reason: RejectionReason;

  constructor(reason: RejectionReason) {
    super(reason);
    this.reason = reason;
  }
}

/** The reason that an error of a reader stands for: its own, or `broken` for whatever a library throws. */
export function reasonOf(error: unknown): RejectionReason {
  return error instanceof Unreadable ? error.reason : 'broken';
}
