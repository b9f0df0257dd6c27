/** Code points are looked up in planes 0 and 1: letters of all living scripts, and emoji. */
const PLANES = 0x20000;

/** The code points that at least one of the fonts has a shape for. */
export function glyphCoverage(fonts: readonly Uint8Array[]): (codePoint: number) => boolean {
  const covered = new Uint8Array(PLANES);
  for (const font of fonts) readCharacterMap(new DataView(font.buffer, font.byteOffset, font.byteLength), covered);
  return (codePoint) => codePoint < PLANES && covered[codePoint] === 1;
}

/**
 * Marks the code points of a font's `cmap`: formats 4 (segments of plane 0) and 12 (groups of any plane), which every
 * font of today has one of.
 *
 * @see OpenType 1.9, «cmap — Character to Glyph Index Mapping Table»
 */
function readCharacterMap(font: DataView, covered: Uint8Array): void {
  for (let table = 0; table < font.getUint16(4); table++) {
    const record = 12 + 16 * table;
    if (font.getUint32(record) !== tag('cmap')) continue;
    const cmap = font.getUint32(record + 8);
    for (let i = 0; i < font.getUint16(cmap + 2); i++) {
      const subtable = cmap + font.getUint32(cmap + 4 + 8 * i + 4);
      const format = font.getUint16(subtable);
      if (format === 4) readSegments(font, subtable, covered);
      if (format === 12) readGroups(font, subtable, covered);
    }
  }
}

const tag = (name: string) => [...name].reduce((code, letter) => code * 256 + letter.charCodeAt(0), 0);

function readSegments(font: DataView, at: number, covered: Uint8Array): void {
  const length = font.getUint16(at + 6);
  for (let i = 0; i < length; i += 2) {
    const end = font.getUint16(at + 14 + i);
    const start = font.getUint16(at + 16 + length + i);
    if (start !== 0xffff) covered.fill(1, start, end + 1);
  }
}

function readGroups(font: DataView, at: number, covered: Uint8Array): void {
  for (let i = 0; i < font.getUint32(at + 12); i++) {
    const group = at + 16 + 12 * i;
    covered.fill(1, Math.min(PLANES, font.getUint32(group)), Math.min(PLANES, font.getUint32(group + 4) + 1));
  }
}
