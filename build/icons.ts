import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { testBrowser } from './test-browser.ts';

/** Paints `icons/icon.svg` for the systems: `node build/icons.ts` makes icon.png (1024) and icon.ico (16 to 256). */
const folder = join(import.meta.dirname, 'icons');
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
const browser = await chromium.launch({ ...testBrowser(), chromiumSandbox: process.getuid?.() !== 0 });

async function paint(size: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const image = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.setContent(
    `<style>*{margin:0}img{display:block;width:${size}px;height:${size}px}</style><img src="${image}">`,
  );
  await page.waitForFunction(() => document.querySelector('img')?.complete);
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return png;
}

/**
 * An icon file of Windows with PNG images: a header of 6 bytes, 16 bytes for each image, the images.
 *
 * @see https://learn.microsoft.com/windows/win32/menurc/about-icons
 */
function ico(images: readonly { size: number; png: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  for (const [i, { size, png }] of images.entries()) {
    const at = 6 + 16 * i;
    head.writeUInt8(size % 256, at); // 0 stands for 256
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...images.map((image) => image.png)]);
}

const images = [];
for (const size of [16, 24, 32, 48, 64, 128, 256]) images.push({ size, png: await paint(size) });
writeFileSync(join(folder, 'icon.ico'), ico(images));
writeFileSync(join(folder, 'icon.png'), await paint(1024));
await browser.close();
