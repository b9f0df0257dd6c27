/** The longer side of an emblem in pixels: 24 mm on paper at 600 dots an inch. */
const LARGEST = 600;

/**
 * A chosen picture as a data URL for the cover: drawn anew as PNG, so that what is sent is a sound picture of a modest
 * size whatever the file was. @returns undefined when the browser cannot read it
 */
export async function emblemOf(file: File): Promise<string | undefined> {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LARGEST / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    return canvas.toDataURL('image/png');
  } catch {
    return undefined;
  }
}
