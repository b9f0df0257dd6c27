import { encodings } from '../../archive/import/charset.ts';
import { readRight, textFormats } from '../archive/import/samples/encoded-texts.ts';

/**
 * Texts of 200 to 400 letters in every format and encoding: how many are read right at the first try,
 * `npm run bench:encodings`. Rows are formats, columns encodings, a cell is right / all.
 */
const rows: string[] = [];
const sums = { right: 0, all: 0 };
for (const format of Object.keys(textFormats)) {
  const { right, all } = await readRight(format, 1);
  const cells = encodings.map((encoding) => {
    const [r, a] = [right.get(encoding) ?? 0, all.get(encoding) ?? 0];
    sums.right += r;
    sums.all += a;
    return a === 0 ? '–' : `${r} / ${a}`;
  });
  rows.push(`| ${format} | ${cells.join(' | ')} |`);
}
process.stdout.write(`| | ${encodings.join(' | ')} |
| --- |${' --- |'.repeat(encodings.length)}
${rows.join('\n')}

${sums.right} of ${sums.all}, ${((100 * sums.right) / sums.all).toFixed(2)} %
`);
