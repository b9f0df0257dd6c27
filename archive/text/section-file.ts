/**
 * A file of numbered sections, read in place: a signature, a version, the number of sections, where each begins and how
 * long it is in bytes, then the sections, each on a 4-byte border so that typed arrays can lie over them. Little endian.
 */
const HEADER_WORDS = 3;

export interface SectionFile {
  readonly version: number;
  readonly sections: readonly Uint8Array[];
}

/** Writes a section file. The signature is four ASCII letters. */
export function packSections(signature: string, version: number, sections: readonly Uint8Array[]): Uint8Array {
  const table = (HEADER_WORDS + sections.length * 2) * 4;
  const starts: number[] = [];
  let length = table;
  for (const section of sections) {
    starts.push(length);
    length = aligned(length + section.length);
  }
  const out = new Uint8Array(length);
  const view = new DataView(out.buffer);
  view.setUint32(0, signatureWord(signature), true);
  view.setUint32(4, version, true);
  view.setUint32(8, sections.length, true);
  for (const [i, section] of sections.entries()) {
    view.setUint32((HEADER_WORDS + i * 2) * 4, starts[i]!, true);
    view.setUint32((HEADER_WORDS + i * 2 + 1) * 4, section.length, true);
    out.set(section, starts[i]!);
  }
  return out;
}

/** The sections of a file, as views over its bytes; undefined when the bytes are no such file or were cut short. */
export function openSections(signature: string, bytes: Uint8Array): SectionFile | undefined {
  const file = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.byteLength < HEADER_WORDS * 4 || view.getUint32(0, true) !== signatureWord(signature)) return undefined;
  const count = view.getUint32(8, true);
  if ((HEADER_WORDS + count * 2) * 4 > file.byteLength) return undefined;
  const sections: Uint8Array[] = [];
  for (let i = 0; i < count; i++) {
    const start = view.getUint32((HEADER_WORDS + i * 2) * 4, true);
    const length = view.getUint32((HEADER_WORDS + i * 2 + 1) * 4, true);
    if (start % 4 !== 0 || start + length > file.byteLength) return undefined;
    sections.push(file.subarray(start, start + length));
  }
  return { version: view.getUint32(4, true), sections };
}

/** A section as 32-bit or 16-bit units; bytes that do not fill the last unit are left out. */
export function words32(section: Uint8Array): Uint32Array {
  return new Uint32Array(section.buffer, section.byteOffset, section.byteLength >> 2);
}
export function words16(section: Uint8Array): Uint16Array {
  return new Uint16Array(section.buffer, section.byteOffset, section.byteLength >> 1);
}

function aligned(length: number): number {
  return (length + 3) & ~3;
}

function signatureWord(signature: string): number {
  return new DataView(Uint8Array.from(signature, (letter) => letter.charCodeAt(0)).buffer).getUint32(0, true);
}
