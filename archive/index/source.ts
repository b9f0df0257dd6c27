/** The bytes of one file, read at random. Whoever opens it closes it. */
export interface ByteSource {
  /** Bytes in the whole file. */
  readonly size: number;
  /** Exactly `length` bytes from `offset`; fewer only where the file ends earlier. The array is the caller's. */
  read(offset: number, length: number): Uint8Array;
  close(): void;
}

/**
 * The folder that segment and commit files live in. The file system's is `archive/store/segment-files.ts`; a `write`
 * that has resolved survives a power cut, one that has not leaves the file as it was.
 */
export interface SegmentDirectory {
  list(): readonly string[];
  /** Undefined: there is no such file. */
  open(name: string): ByteSource | undefined;
  /**
   * Written aside, synced, renamed. Rejects when the disk is full; then nothing has changed.
   *
   * @param more another write follows at once: until that has resolved, a power cut may take this file away
   */
  write(name: string, chunks: readonly Uint8Array[], more?: boolean): Promise<void>;
  /** Absent already is well too. */
  remove(name: string): void;
}

/** A folder in memory, for tests and for indexes that need not last. */
export function memoryDirectory(files: Map<string, Uint8Array> = new Map()): SegmentDirectory {
  return {
    list: () => [...files.keys()],
    open(name) {
      const bytes = files.get(name);
      if (bytes === undefined) return undefined;
      return {
        size: bytes.length,
        read: (offset, length) => bytes.slice(offset, offset + length),
        close: () => undefined,
      };
    },
    async write(name, chunks) {
      const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
      }
      files.set(name, bytes);
    },
    remove: (name) => void files.delete(name),
  };
}
