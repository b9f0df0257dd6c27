/** One sign of RTF. Bytes outside ASCII are given as they stand; the code page is the reader's affair. */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** `\word`, `\word12`; a sign such as `\~` has its character as the word. */
  | { readonly kind: 'word'; readonly word: string; readonly value: number | undefined }
  | { readonly kind: 'byte'; readonly byte: number };

const code = (letter: string) => letter.charCodeAt(0);
const [BACKSLASH, OPEN, CLOSE, QUOTE, BLANK, MINUS, CR, LF] = ['\\', '{', '}', "'", ' ', '-', '\r', '\n'].map(code) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

const isLetter = (byte: number | undefined) =>
  byte !== undefined && ((byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90));
const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 48 && byte <= 57;

/** Cuts RTF into its signs (RTF Specification 1.9.1, «Basic entities»). Never throws; raw data of `\bin` is passed over. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at++]!;
    if (byte === OPEN) yield { kind: 'open' };
    else if (byte === CLOSE) yield { kind: 'close' };
    else if (byte === CR || byte === LF || byte === 0) continue;
    else if (byte !== BACKSLASH) yield { kind: 'byte', byte };
    else {
      const next = bytes[at];
      if (next === QUOTE) {
        const value = Number.parseInt(String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0), 16);
        at += 3;
        if (!Number.isNaN(value)) yield { kind: 'byte', byte: value };
      } else if (!isLetter(next)) {
        at++;
        if (next !== undefined)
          yield {
            kind: 'word',
            word: next === CR || next === LF ? 'par' : String.fromCharCode(next),
            value: undefined,
          };
      } else {
        const start = at;
        while (isLetter(bytes[at]) && at - start < 32) at++;
        const word = String.fromCharCode(...bytes.subarray(start, at));
        const from = at;
        if (bytes[at] === MINUS) at++;
        while (isDigit(bytes[at]) && at - from < 11) at++;
        const digits = String.fromCharCode(...bytes.subarray(from, at));
        const value = digits === '' || digits === '-' ? undefined : Number(digits);
        if (bytes[at] === BLANK) at++;
        if (word === 'bin') at += Math.max(0, value ?? 0);
        else yield { kind: 'word', word, value };
      }
    }
  }
}
