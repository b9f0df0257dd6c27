import { once } from 'node:events';
import { closeSync, createWriteStream, ftruncateSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { docx, title } from '../archive/import/samples/samples.ts';

const GIGABYTE = 1 << 30;

/** Writes what is worse than damage: bombs, names that lead elsewhere, things within things, lines of a gigabyte. */
export async function writeHostileFiles(folder: string): Promise<void> {
  const text = strToU8(`${title}\n\nОзеро обмелело.`);
  const laughs = `<!DOCTYPE a [<!ENTITY b0 "ha">${Array.from({ length: 30 }, (_, i) => `<!ENTITY b${i + 1} "${`&b${i};`.repeat(10)}">`).join('')}]>`;
  let nested = zipSync({ 'a.txt': text });
  for (let i = 0; i < 6; i++) nested = zipSync({ 'a.zip': nested });
  const files: Record<string, Uint8Array> = {
    'up.zip': zipSync({ '../../../../tmp/escaped.txt': text, '/etc/escaped.txt': text, 'C:\\escaped.txt': text }),
    'bomb.zip': zipSync({ 'a.txt': new Uint8Array(300 << 20) }),
    'bomb.txt.gz': gzipSync(new Uint8Array(600 << 20)),
    'bomb.jsonl.gz': gzipSync(new Uint8Array(600 << 20)),
    'bomb.docx': docx(title, ['Текст'], { 'word/header1.xml': new Uint8Array(100 << 20) }),
    'nested.zip': nested,
    'many.zip': zipSync(Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`${i}.txt`, new Uint8Array(1)])), {
      level: 0,
    }),
    'laughs.fb2': strToU8(
      `<?xml version="1.0"?>${laughs}<FictionBook><body><section><p>${title} &b30;</p></section></body></FictionBook>`,
    ),
    'laughs.xml': strToU8(
      `<?xml version="1.0"?>${laughs}<rss><channel><item><title>&b30;</title></item></channel></rss>`,
    ),
    'laughs.html': strToU8(`${laughs}<html><body><p>&b30;</p></body></html>`),
    'deep.html': strToU8('<div>'.repeat(1_000_000)),
    'deep.json': strToU8('['.repeat(10_000_000)),
    'deep.rtf': strToU8(`{\\rtf1 ${'{\\b '.repeat(1_000_000)}`),
    'wide.csv': strToU8(`${','.repeat(10_000_000)}\n`),
    'parts.eml': strToU8(
      `MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b0\n\n${Array.from({ length: 5000 }, (_, i) => `--b${i}\nContent-Type: multipart/mixed; boundary=b${i + 1}\n\n`).join('')}`,
    ),
    'nul.txt': new Uint8Array(30 << 20),
    'letters.txt': new Uint8Array(60 << 20).fill(0x61),
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  for (const name of ['line.jsonl', 'line.txt', 'line.csv', 'line.mbox', 'line.html']) await line(join(folder, name));
  const nuls = openSync(join(folder, 'nuls.jsonl'), 'w');
  ftruncateSync(nuls, GIGABYTE);
  closeSync(nuls);
}

/** A gigabyte without an end of line. */
async function line(path: string): Promise<void> {
  const file = createWriteStream(path);
  const part = Buffer.alloc(16 << 20, 'а');
  for (let size = 0; size < GIGABYTE; size += part.length) if (!file.write(part)) await once(file, 'drain');
  file.end();
  await finished(file);
}
