import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packDictionary } from '../archive/text/dictionary-format.ts';

/**
 * Makes the dictionary file of word forms from the installed package `az`, whose data are the OpenCorpora dictionary
 * (opencorpora.org, CC BY-SA 3.0) as compiled for pymorphy2: `node build/dictionary.ts [file]`.
 */
export const DICTIONARY_FILE = fileURLToPath(new URL('../dist/data/dictionary.bin', import.meta.url));

const ATTRIBUTION =
  'Словарь OpenCorpora (opencorpora.org), лицензия CC BY-SA 3.0, в сборке pymorphy2 и пакета az. ' +
  'OpenCorpora dictionary, CC BY-SA 3.0, as compiled for pymorphy2 and packed with az.';

export function buildDictionary(): Uint8Array {
  const folder = join(dirname(createRequire(import.meta.url).resolve('az/package.json')), 'dicts');
  const read = (name: string) => readFileSync(join(folder, name));
  const lines = (name: string) => Buffer.from((JSON.parse(read(name).toString('utf8')) as string[]).join('\n'), 'utf8');
  const words = graph(read('words.dawg'));
  const [endings, more, most] = [0, 1, 2].map((i) => graph(read(`prediction-suffixes-${i}.dawg`)));
  const paradigms = paradigmSections(read('paradigms.array'));
  return packDictionary({
    wordUnits: words.units,
    wordGuide: words.guide,
    probabilityUnits: graph(read('p_t_given_w.intdawg')).units,
    endingUnits: endings!.units,
    endingGuide: endings!.guide,
    moreEndingUnits: more!.units,
    moreEndingGuide: more!.guide,
    mostEndingUnits: most!.units,
    mostEndingGuide: most!.guide,
    paradigmStarts: paradigms.starts,
    paradigms: paradigms.numbers,
    suffixes: lines('suffixes.json'),
    tags: lines('gramtab-opencorpora-int.json'),
    attribution: Buffer.from(ATTRIBUTION, 'utf8'),
  });
}

/** A dawgdic file: the number of units, units of 4 bytes, the number of guide pairs, pairs of bytes. */
function graph(file: Buffer): { units: Uint8Array; guide: Uint8Array } {
  const units = file.readUInt32LE(0) * 4;
  const guide = units + 4 < file.length ? file.readUInt32LE(units + 4) * 2 : 0;
  return { units: file.subarray(4, 4 + units), guide: file.subarray(units + 8, units + 8 + guide) };
}

/** The package's paradigms: how many, then each as its length and its 16-bit numbers. */
function paradigmSections(file: Buffer): { starts: Uint8Array; numbers: Uint8Array } {
  const count = file.readUInt16LE(0);
  const starts = new Uint32Array(count + 1);
  const numbers: number[] = [];
  let at = 2;
  for (let paradigm = 0; paradigm < count; paradigm++) {
    const length = file.readUInt16LE(at);
    for (let i = 0; i < length; i++) numbers.push(file.readUInt16LE(at + 2 + i * 2));
    at += 2 + length * 2;
    starts[paradigm + 1] = numbers.length;
  }
  return { starts: new Uint8Array(starts.buffer), numbers: new Uint8Array(Uint16Array.from(numbers).buffer) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = process.argv[2] ?? DICTIONARY_FILE;
  const bytes = buildDictionary();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  process.stdout.write(`${file}: ${bytes.length} bytes\n`);
}
