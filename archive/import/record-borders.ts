/** Formats that hold one record after another and are read in pieces. */
export type PiecedFormat = 'jsonl' | 'csv' | 'mbox';

/** Where records end in bytes that come chunk by chunk. */
export interface Border {
  /** The end of the last whole record in the next chunk, or 0 when none ends in it. */
  last(chunk: Uint8Array): number;
  /** The end of the first record in the next chunk after one was given up, or 0; what was open before is forgotten. */
  resume(chunk: Uint8Array): number;
}

const NEWLINE = 10;
const QUOTE = 34;
const FROM = Buffer.from('\nFrom ');

const buffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A row of a table ends at a line end outside quotation marks: those that come in an even number before it. */
function* rowEnds(bytes: Uint8Array, quoted: { now: boolean }): Generator<number> {
  let at = 0;
  while (at < bytes.length) {
    const quote = bytes.indexOf(QUOTE, at);
    const end = quote < 0 ? bytes.length : quote;
    if (!quoted.now) {
      for (let line = bytes.indexOf(NEWLINE, at); line >= 0 && line < end; line = bytes.indexOf(NEWLINE, line + 1))
        yield line + 1;
    }
    if (quote >= 0) quoted.now = !quoted.now;
    at = end + 1;
  }
}

function* lineEnds(bytes: Uint8Array): Generator<number> {
  for (let line = bytes.indexOf(NEWLINE); line >= 0; line = bytes.indexOf(NEWLINE, line + 1)) yield line + 1;
}

function* letterEnds(bytes: Uint8Array): Generator<number> {
  const all = buffer(bytes);
  for (let at = all.indexOf(FROM); at >= 0; at = all.indexOf(FROM, at + 1)) yield at + 1;
}

/** The ends of the records in bytes that begin with a record. */
export function recordEnds(format: PiecedFormat, bytes: Uint8Array): Generator<number> {
  if (format === 'csv') return rowEnds(bytes, { now: false });
  return format === 'mbox' ? letterEnds(bytes) : lineEnds(bytes);
}

/** A finder of borders for a file that is read from its beginning. */
export function borderOf(format: PiecedFormat): Border {
  const afterLine = (chunk: Uint8Array) => chunk.indexOf(NEWLINE) + 1;
  if (format === 'jsonl') return { last: (chunk) => chunk.lastIndexOf(NEWLINE) + 1, resume: afterLine };
  if (format === 'mbox') {
    return {
      last: (chunk) => buffer(chunk).lastIndexOf(FROM) + 1,
      resume: (chunk) => buffer(chunk).indexOf(FROM) + 1,
    };
  }
  const quoted = { now: false };
  return {
    last(chunk) {
      let last = 0;
      for (const end of rowEnds(chunk, quoted)) last = end;
      return last;
    },
    resume(chunk) {
      quoted.now = false;
      return afterLine(chunk);
    },
  };
}
