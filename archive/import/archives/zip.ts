import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { Unreadable } from '../unreadable.ts';
import { isBomb } from './limits.ts';
import { memberName } from './member-name.ts';

/** A file inside a ZIP archive. */
export interface ZipMember {
  /** Safe to show, with `/`. */
  readonly name: string;
  /** Bytes it says it has when unpacked. */
  readonly size: number;
  /** Bytes it takes in the archive. */
  readonly packed: number;
  /**
   * Unpacks it. @throws {@link Unreadable}: `encrypted`, `bomb`, `too-large` (over `limit`), `broken`
   */
  read(limit: number): Promise<Uint8Array>;
  /** Unpacks it piece by piece, for what does not fit into memory; ends with an error when it is damaged. */
  pour(): Promise<AsyncIterable<Uint8Array>>;
}

/** The members of an archive on disk or in memory, folders left out. @throws {@link Unreadable} */
export async function* zipMembers(source: string | Uint8Array): AsyncGenerator<ZipMember> {
  const zip = await opened(source);
  try {
    for await (const entry of entriesOf(zip)) {
      const name = nameOf(entry);
      if (name.endsWith('/') || isFolder(entry)) continue;
      yield {
        name,
        size: entry.uncompressedSize,
        packed: entry.compressedSize,
        read: (limit) => unpacked(zip, entry, limit),
        pour: async () => (await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>,
      };
    }
  } finally {
    zip.close();
  }
}

/**
 * The wanted members of a packed document by name, unpacked.
 *
 * @param limit bytes that all of them may have together
 * @throws {@link Unreadable}
 */
export async function zipParts(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limit: number,
): Promise<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>();
  let left = limit;
  for await (const member of zipMembers(bytes)) {
    if (!wanted(member.name)) continue;
    const part = await member.read(left);
    left -= part.length;
    parts.set(member.name, part);
  }
  return parts;
}

/** The names of the first members; an empty list for what is no archive that can be opened. */
export async function zipNames(bytes: string | Uint8Array): Promise<string[]> {
  const names: string[] = [];
  try {
    for await (const { name } of zipMembers(bytes)) {
      names.push(name);
      if (names.length >= MOST_NAMES) break;
    }
  } catch {
    // What was found before the damage tells the format as well.
  }
  return names;
}

/** A document shows what it is by the names of fewer members. */
const MOST_NAMES = 5000;
const options = { decodeStrings: false, lazyEntries: true, autoClose: false };

async function opened(source: string | Uint8Array): Promise<ZipFile> {
  try {
    if (typeof source === 'string') return await openPromise(source, options);
    return await fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.byteLength), options);
  } catch (error) {
    // The directory stands at the end: an archive without one was cut off.
    throw new Unreadable(/end of central directory/i.test(String(error)) ? 'truncated' : 'broken');
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry();
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('broken');
  }
}

const UNICODE = 0x800;
const UNICODE_PATH = 0x7075;

function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const folder = raw.at(-1) === 0x2f ? '/' : '';
  const field = entry.extraFields.find(({ id }) => id === UNICODE_PATH);
  const unicode = (entry.generalPurposeBitFlag & UNICODE) !== 0;
  const name = field === undefined ? memberName(raw, unicode) : memberName(field.data.subarray(5), true);
  return name + folder;
}

/** Archives of Unix mark their folders and links in the upper half of the attributes. */
function isFolder(entry: Entry): boolean {
  const kind = (entry.externalFileAttributes >>> 16) & 0xf000;
  return kind === 0x4000 || kind === 0xa000;
}

async function unpacked(zip: ZipFile, entry: Entry, limit: number): Promise<Uint8Array> {
  if (entry.isEncrypted()) throw new Unreadable('encrypted');
  if (isBomb(entry.compressedSize, entry.uncompressedSize)) throw new Unreadable('bomb');
  if (entry.uncompressedSize > limit) throw new Unreadable('too-large');
  if (!entry.canDecodeFileData()) throw new Unreadable('unknown-format');
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    // The library ends a stream that gives more than the entry declared.
    for await (const part of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>) {
      parts.push(part);
      length += part.length;
    }
  } catch {
    throw new Unreadable('broken');
  }
  return Buffer.concat(parts, length);
}
