import { type Encoding, encode } from '../charset.ts';
import { readability } from '../readable.ts';

/** Encodings that texts were wrongly read in, as libraries name them; the western ones are none of our own list. */
const WRONG = [
  'windows-1251',
  'windows-1252',
  'iso-8859-1',
  'koi8-r',
  'cp866',
  'x-mac-cyrillic',
  'iso-8859-5',
] as const;
/** Encodings that they were in. */
const RIGHT = ['utf-8', 'windows-1251', 'koi8-r', 'cp866', 'x-mac-cyrillic', 'iso-8859-5'] as const;
/** Damage upon damage upon damage. */
const DEEPEST = 3;
/** How much better a repaired text must read, on the scale of {@link readability}, to be offered. */
const BETTER = 0.5;
/** States that are followed further. */
const MOST = 8;
/** A line with fewer letters outside ASCII proves nothing. */
const FEWEST = 8;
/** Letters that are looked at to find what happened. */
const SAMPLE = 4000;

type Wrong = (typeof WRONG)[number];
type Right = (typeof RIGHT)[number];
/** A text that was in `right` was read as `wrong`. */
interface Damage {
  readonly wrong: Wrong;
  readonly right: Right;
}

/**
 * Puts a text right that was read in a wrong encoding once or several times («РќСѓСЂС‚», «Íóðòëåó», «Рќ РѓСЃ»). Comes
 * back as it was where no repair reads clearly better; lines that were never damaged stay.
 */
export function repairedText(text: string): string {
  const steps = damages(text);
  if (steps.length === 0) return text;
  return text
    .split('\n')
    .map((line) => {
      const repaired = steps.reduce<string | undefined>((now, step) => now && undone(now, step, false), line);
      return repaired !== undefined && scoreOf(repaired) >= scoreOf(line) ? repaired : line;
    })
    .join('\n');
}

/** Whether a text reads clearly better when it is repaired. */
export const isDamaged = (text: string): boolean => damages(text).length > 0;

/** What happened to the text, the last damage first; nothing when it reads well. */
function damages(text: string): Damage[] {
  const sample = damagedPart(text);
  if (sample === '') return [];
  let best = { steps: [] as Damage[], score: scoreOf(sample) };
  const before = best.score;
  let open = [{ steps: [] as Damage[], text: sample, score: best.score }];
  for (let depth = 0; depth < DEEPEST; depth++) {
    const next: typeof open = [];
    for (const state of open) {
      for (const wrong of WRONG) {
        for (const right of RIGHT) {
          if ((wrong as string) === right) continue;
          const undid = undone(state.text, { wrong, right }, true);
          if (undid !== undefined)
            next.push({ steps: [...state.steps, { wrong, right }], text: undid, score: scoreOf(undid) });
        }
      }
    }
    next.sort((a, b) => b.score - a.score);
    // What is valid UTF-8 is hardly so by chance, however it reads until the last damage is undone.
    open = next.filter(({ steps }, i) => i < MOST || steps.at(-1)!.right === 'utf-8').slice(0, 3 * MOST);
    // A step more must earn its place.
    if (open[0] !== undefined && open[0].score > best.score + 0.3)
      best = { steps: open[0].steps, score: open[0].score };
  }
  return best.score > before + BETTER ? best.steps : [];
}

/** The lines that read worst, so far as they are needed: sound lines among them would hide what happened. */
function damagedPart(text: string): string {
  const lines = text
    .split('\n')
    .filter((line) => (line.match(/[\u0080-\uffff]/g)?.length ?? 0) >= FEWEST)
    .slice(0, 2000)
    .map((line) => ({ line: line.slice(0, SAMPLE), score: scoreOf(line.slice(0, SAMPLE)) }))
    .sort((a, b) => a.score - b.score);
  const alike = lines.filter(({ score }) => score < lines[0]!.score + 0.5);
  return alike
    .map(({ line }) => line)
    .join('\n')
    .slice(0, SAMPLE);
}

const scoreOf = (text: string) => readability(text).mean;

/** The text before a damage; undefined when it cannot have happened. Strict: nothing may be lost on the way. */
function undone(text: string, { wrong, right }: Damage, sample: boolean): string | undefined {
  const bytes = bytesIn(text, wrong);
  if (bytes === undefined) return undefined;
  // A sample may end in the middle of a letter.
  const whole = sample && right === 'utf-8' ? bytes.subarray(0, lastStart(bytes)) : bytes;
  try {
    return new TextDecoder(label(right), { fatal: true, ignoreBOM: true }).decode(whole);
  } catch {
    return undefined;
  }
}

function lastStart(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && end > bytes.length - 4 && (bytes[end - 1]! & 0xc0) === 0x80) end--;
  return end > 0 && bytes[end - 1]! >= 0xc0 ? end - 1 : bytes.length;
}

const label = (encoding: Right | Wrong) => (encoding === 'cp866' ? 'ibm866' : encoding);

const tables = new Map<Wrong, ReadonlyMap<string, number>>();

/** The bytes of a text in a one-byte encoding; undefined when it has a letter that the encoding lacks. */
export function bytesIn(text: string, encoding: Wrong): Uint8Array | undefined {
  let table = tables.get(encoding);
  if (table === undefined) {
    const decoder = new TextDecoder(label(encoding));
    const own = new Map<string, number>();
    for (let byte = 0; byte < 256; byte++) own.set(decoder.decode(Uint8Array.of(byte)), byte);
    // What the encoding leaves open, careless programs pass through.
    for (let byte = 0x80; byte < 0xa0; byte++)
      if (!own.has(String.fromCharCode(byte))) own.set(String.fromCharCode(byte), byte);
    tables.set(encoding, own);
    table = own;
  }
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (const letter of text) {
    const byte = table.get(letter);
    if (byte === undefined) return undefined;
    bytes[length++] = byte;
  }
  return bytes.subarray(0, length);
}

/** A text as it looks when it is read in a wrong encoding: to show what happened. */
export function damagedText(text: string, right: Encoding, wrong: Wrong): string {
  return new TextDecoder(label(wrong)).decode(encode(text, right));
}
