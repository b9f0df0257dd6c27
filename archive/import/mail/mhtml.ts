import { readHtmlText } from '../html.ts';
import { type FileReading, refused, type SourceFile } from '../reading.ts';
import { mailMessage } from './mail-message.ts';

/** A page that a browser saved with its pictures in one file (MHTML): the first page in it. */
export async function readMhtml(source: SourceFile): Promise<FileReading> {
  const mail = await mailMessage(source.bytes);
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
  const address = header('snapshot-content-location') ?? header('content-location');
  const part = mail.attachments.find(({ mimeType }) => mimeType === 'text/html')?.content;
  const inside = part === undefined || typeof part === 'string' ? part : new TextDecoder().decode(part);
  const markup = mail.html || inside;
  if (!markup) return refused(source.file, 'mhtml', 'no-text');
  return readHtmlText(source, 'mhtml', 'utf-8', markup, { url: address });
}
