import mammoth from 'mammoth';

/** A heading's style goes by its name in any of the languages the program is sold in. */
const STYLES = [
  ...['Title', 'Название', 'Заголовок'].map((name) => `p[style-name='${name}'] => h1:fresh`),
  ...[1, 2, 3, 4, 5, 6].flatMap((rank) =>
    ['heading', 'Heading', 'Заголовок', 'заголовок'].map((name) => `p[style-name='${name} ${rank}'] => h${rank}:fresh`),
  ),
  "br[type='page'] => hr",
  'comment-reference => !',
];

/** The HTML of a DOCX file, without pictures; nothing outside it is opened. Throws for what is none. */
export async function wordHtml(bytes: Uint8Array): Promise<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { value } = await mammoth.convertToHtml(
    { buffer },
    { styleMap: STYLES, externalFileAccess: false, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  );
  return value;
}
