/** Text at a place of a page: points from the lower left. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
}

/** Every letter is half its size wide. */
export const LETTER = 0.5;

const name = (code: number) => `/afii${code}`;
/** Names of the glyphs from byte 192 on, in the order of windows-1251; and of ё, Ё, «, », —, №. */
const glyphs = [
  ...Array.from({ length: 6 }, (_, i) => name(10017 + i)),
  ...Array.from({ length: 26 }, (_, i) => name(10024 + i)),
  ...Array.from({ length: 6 }, (_, i) => name(10065 + i)),
  ...Array.from({ length: 26 }, (_, i) => name(10072 + i)),
].join(' ');
const others: Readonly<Record<string, number>> = {
  '—': 151,
  '«': 171,
  '»': 187,
  Ё: 168,
  ё: 184,
  '№': 185,
  '\u00ad': 173,
};
const differences = `151 /emdash 168 /afii10023 171 /guillemotleft 173 /hyphen 184 /afii10071 /afii61352 187 /guillemotright 192 ${glyphs}`;

function codes(text: string): string {
  return [...text]
    .map((letter) => {
      const code = letter.codePointAt(0)!;
      const byte = others[letter] ?? (code >= 0x410 && code <= 0x44f ? code - 0x410 + 192 : code);
      return byte.toString(16).padStart(2, '0');
    })
    .join('');
}

/** A PDF with a text layer, written by hand (PDF 1.4): Cyrillic by the names of glyphs. */
export function pdfOf(pages: readonly (readonly Placed[])[]): Uint8Array {
  const font = (bold: string, descriptor: number) =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica${bold} /FirstChar 32 /LastChar 255 /Widths [${'500 '.repeat(224)}] ` +
    `/FontDescriptor ${descriptor} 0 R /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [${differences}] >> >>`;
  const descriptor = (bold: string) =>
    `<< /Type /FontDescriptor /FontName /Helvetica${bold} /Flags 32 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>`;
  const first = 7;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + i * 2} 0 R`).join(' ')}] >>`,
    font('', 4),
    descriptor(''),
    font('-Bold', 6),
    descriptor('-Bold'),
    ...pages.flatMap((page, i) => {
      const text = page
        .map(
          ({ text: words, x, y, size = 10, bold }) =>
            `BT /${bold ? 'F2' : 'F1'} ${size} Tf ${x} ${y} Td <${codes(words)}> Tj ET`,
        )
        .join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 5 0 R >> >> /Contents ${first + i * 2 + 1} 0 R >>`,
        `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
      ];
    }),
  ];
  let out = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  return new TextEncoder().encode(
    `${out}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`,
  );
}

/** Lines of text in a column, 14 points apart, broken at so many letters; a word may be parted by a hyphen. */
export function column(
  text: string,
  { x, y, width, size = 10 }: { x: number; y: number; width: number; size?: number },
): Placed[] {
  const letters = Math.floor(width / (size * LETTER));
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const room = letters - line.length - (line === '' ? 0 : 1);
    if (word.length <= room) line += (line === '' ? '' : ' ') + word;
    else if (room > 4 && word.length - room > 3 && /^[а-яё]+$/.test(word)) {
      lines.push(`${line}${line === '' ? '' : ' '}${word.slice(0, room - 1)}-`);
      line = word.slice(room - 1);
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].map((one, i) => ({ text: one, x, y: y - i * size * 1.4, size }));
}
