/** Width and height of a PNG or JPEG in its pixels; undefined when they cannot be read. */
export function pictureSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (view.getUint32(0) === 0x89504e47) return { width: view.getUint32(16), height: view.getUint32(20) };
    return view.getUint16(0) === 0xffd8 ? frameOf(view) : undefined;
  } catch {
    return undefined;
  }
}

/** The frame header of a JPEG: segments are passed over by their lengths. @see ITU-T T.81, B.1.1.4 and B.2.2 */
function frameOf(view: DataView): { width: number; height: number } {
  let at = 2;
  for (;;) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
}
