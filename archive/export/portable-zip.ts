import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A file that goes into the archive, under a name with `/`. */
export interface PackedFile {
  readonly path: string;
  readonly name: string;
}

/**
 * Packs files into one ZIP (ZIP64 where it must be), piece by piece: memory does not grow with them. Written aside and
 * renamed, so that a file with its name is whole.
 *
 * @throws the signal's reason when it is aborted; errors of the file system
 */
export async function packFiles(
  path: string,
  texts: Readonly<Record<string, string>>,
  files: readonly PackedFile[],
  { signal, packed }: { signal: AbortSignal; packed(done: number): void },
): Promise<void> {
  const aside = `${path}.part`;
  const zip = new ZipFile();
  let done = 0;
  // Opened when its turn comes: thousands of files must not be open at once.
  for (const [name, text] of Object.entries(texts)) zip.addBuffer(Buffer.from(text), name);
  for (const file of files) {
    zip.addReadStreamLazy(file.name, { compress: true }, (give) => {
      packed(done++);
      give(null, createReadStream(file.path));
    });
  }
  zip.end();
  try {
    await pipeline(zip.outputStream, createWriteStream(aside), { signal });
    const written = await open(aside, 'r+');
    await written.sync();
    await written.close();
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}
