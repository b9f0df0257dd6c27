import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { RejectionReason } from '../contract/jobs.ts';
import { inflationFault } from './archives/archive.ts';
import { LARGEST_FILE } from './formats.ts';
import { LONGEST_TEXT_BYTES } from './reading.ts';
import { borderOf, type PiecedFormat, recordEnds } from './record-borders.ts';

/** A run of whole records of one file: lines, rows of a table, letters. */
export interface RecordPiece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The number of its first record, from 1, and of the one after its last. */
  readonly first: number;
  readonly next: number;
  /** How far the file has been read for it, in bytes on disk. */
  readonly position: number;
}

/** How a file of records ended. */
export interface PiecesEnd {
  /** SHA-256 of the bytes on disk, hexadecimal; undefined when reading stopped early. */
  readonly hash: string | undefined;
  /** What stopped it, and in which record. */
  readonly rejections: readonly { record: number | null; reason: RejectionReason }[];
}

/**
 * A piece is sent when it has this many bytes, in a larger file more, so that there are not thousands of pieces. What a
 * kill costs, and what lies in memory at once, is a few pieces.
 */
const PIECE = 1 << 19;
const LARGE_PIECE = 1 << 20;
const PIECES_BEFORE_LARGE = 16;
/** The longest record that is kept, in bytes: twice the longest text for a line, for a letter what its attachments may take. */
const LARGEST_RECORD: Readonly<Record<PiecedFormat, number>> = {
  jsonl: 2 * LONGEST_TEXT_BYTES,
  csv: 2 * LONGEST_TEXT_BYTES,
  mbox: LARGEST_FILE,
};

/**
 * Reads a file of records (also compressed) piece by piece, in bounded memory. A record over {@link LARGEST_RECORD} is
 * skipped and told at the end. Never throws for what is in the file.
 */
export async function* recordPieces(path: string, format: PiecedFormat): AsyncGenerator<RecordPiece, PiecesEnd> {
  const rejections: { record: number | null; reason: RejectionReason }[] = [];
  const hash = createHash('sha256');
  let position = 0;
  const disk = createReadStream(path, { highWaterMark: 1 << 18 });
  disk.on('data', (chunk) => {
    hash.update(chunk);
    position += chunk.length;
  });
  const gunzip = /\.gz$/i.test(path) ? createGunzip({ chunkSize: 1 << 18 }) : undefined;
  const failure =
    gunzip === undefined
      ? undefined
      : pipeline(disk, gunzip).then(
          () => undefined,
          (error) => error,
        );
  let parts: Uint8Array[] = [];
  let length = 0;
  const border = borderOf(format);
  let record = 1;
  let pieces = 0;
  let skipping = false;

  const take = (): RecordPiece | undefined => {
    if (length === 0) return undefined;
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    const first = record;
    let ended = 0;
    for (ended of recordEnds(format, bytes)) record++;
    // The last line of a file may have no end; a letter ends where the next one begins.
    if (ended < bytes.length) record++;
    parts = [];
    length = 0;
    pieces++;
    return { bytes, first, next: record, position };
  };
  const keep = (part: Uint8Array) => {
    // A copy: the stream may use its buffer again, and a slice would hold all of it.
    parts.push(part.slice());
    length += part.length;
  };

  try {
    for await (const chunk of (gunzip ?? disk) as AsyncIterable<Buffer>) {
      let rest: Uint8Array = chunk;
      if (skipping) {
        const end = border.resume(rest);
        if (end === 0) continue;
        rest = rest.subarray(end);
        record++;
        skipping = false;
      }
      const end = border.last(rest);
      if (end > 0 && length + end >= (pieces < PIECES_BEFORE_LARGE ? PIECE : LARGE_PIECE)) {
        keep(rest.subarray(0, end));
        const piece = take();
        if (piece !== undefined) yield piece;
        rest = rest.subarray(end);
      }
      keep(rest);
      if (length > LARGEST_RECORD[format]) {
        rejections.push({ record, reason: 'too-large' });
        parts = [];
        length = 0;
        skipping = true;
      }
    }
  } catch (error) {
    rejections.push({ record: null, reason: gunzip === undefined ? 'unreadable' : inflationFault(error) });
  }
  const last = take();
  if (last !== undefined) yield last;
  await failure;
  const whole = rejections.every(({ reason }) => reason === 'too-large');
  return { hash: whole ? hash.digest('hex') : undefined, rejections };
}
