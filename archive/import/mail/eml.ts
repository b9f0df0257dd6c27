import type { Read } from '../article-record.ts';
import { htmlText } from '../html-text.ts';
import { pressDate } from '../press-date.ts';
import { article, type Draft, type FileReading, refused, type SourceFile } from '../reading.ts';
import { type Email, mailMessage } from './mail-message.ts';
import { mailBytes, mailText } from './mail-text.ts';

/** One letter: its subject is the headline, its sender the author. */
export async function readEml(source: SourceFile): Promise<FileReading> {
  const read = await readMessage(source.bytes, source.file, null);
  return { format: 'eml', encoding: 'utf-8', reads: [read] };
}

/** A letter as one record. Never throws. */
export async function readMessage(bytes: Uint8Array, file: string, record: number | null): Promise<Read> {
  const place = { file, record };
  try {
    const made = article(draftOf(await mailMessage(mailBytes(bytes))), file, false);
    return made === undefined ? { place, reason: 'no-text' } : { place, article: made };
  } catch {
    return { place, reason: 'broken' };
  }
}

function draftOf(mail: Email): Draft {
  const sender = mail.from;
  const type = mail.headers.find(({ key }) => key === 'content-type')?.value;
  const declared = /charset\s*=\s*"?([\w-]+)/i.exec(type ?? '')?.[1];
  const read = (text: string | undefined) => text && mailText(text, declared);
  return {
    key: mail.messageId,
    title: read(mail.subject)?.replace(/^(?:(?:re|fwd?|отв|пересл)\s*:\s*)+/i, ''),
    body: mail.html ? htmlText(mailText(mail.html, declared)) : (read(mail.text) ?? ''),
    author: read(sender?.name) || sender?.address,
    // The library turns the date to Greenwich; the clock of the sender is wanted.
    date: pressDate(mail.headers.find(({ key }) => key === 'date')?.value) ?? pressDate(mail.date),
  };
}

/** Letters kept one after another in a file, each after a line that begins with «From »; `first` is the number of the first. */
export async function readMbox(source: SourceFile, first = 1): Promise<FileReading> {
  const reads: Read[] = [];
  for (const [i, message] of messages(source.bytes).entries())
    reads.push(await readMessage(message, source.file, first + i));
  return reads.length === 0 ? refused(source.file, 'mbox', 'no-text') : { format: 'mbox', encoding: 'utf-8', reads };
}

const FROM = Buffer.from('\nFrom ');

/** The letters of a mailbox. A line «>From » is a letter's own, quoted; the mark stays, as it harms nothing. */
export function messages(bytes: Uint8Array): Uint8Array[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Uint8Array[] = [];
  let start = 0;
  while (start < buffer.length) {
    const next = buffer.indexOf(FROM, start);
    const end = next < 0 ? buffer.length : next + 1;
    const body = buffer.indexOf(10, start) + 1;
    if (body > 0 && body < end) found.push(buffer.subarray(body, end));
    start = end;
  }
  return found;
}
