import { Readable } from 'node:stream';
import { extract } from 'tar-stream';
import { Unreadable } from '../unreadable.ts';
import { memberName, safeName } from './member-name.ts';

/** A file inside a TAR archive; its bytes are read before the next one is asked for. */
export interface TarMember {
  readonly name: string;
  readonly size: number;
  /** @throws {@link Unreadable}: `too-large` over `limit` */
  read(limit: number): Promise<Uint8Array>;
}

/** The files of a TAR archive, links and devices left out. @throws {@link Unreadable}: `truncated`, `broken` */
export async function* tarMembers(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<TarMember> {
  const source = Readable.from(bytes, { objectMode: false });
  // The library's types know its options only under another name.
  const reading = { allowUnknownFormat: true, filenameEncoding: 'latin1' };
  const entries = extract(reading as Parameters<typeof extract>[0]);
  source.on('error', (error) => entries.destroy(error));
  source.pipe(entries);
  try {
    for await (const entry of entries) {
      const { type, name, size = 0 } = entry.header;
      if (type !== 'file' && type !== 'contiguous-file') {
        entry.resume();
        continue;
      }
      let taken = false;
      yield {
        // A name of the extended header has been decoded, one of the old header has its bytes.
        name: /[\u0100-\uffff]/.test(name) ? safeName(name) : memberName(Buffer.from(name, 'latin1'), false),
        size,
        async read(limit) {
          taken = true;
          if (size > limit) {
            entry.resume();
            throw new Unreadable('too-large');
          }
          const parts: Uint8Array[] = [];
          for await (const part of entry as AsyncIterable<Uint8Array>) parts.push(part);
          return Buffer.concat(parts);
        },
      };
      if (!taken) entry.resume();
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable(/unexpected end/i.test(String(error)) ? 'truncated' : 'broken');
  } finally {
    source.destroy();
  }
}
