/** Where a command writes: results to standard output, everything said on the way to standard error. */
export interface Terminal {
  out(text: string): void;
  say(text: string): void;
  /** A line that the next one overwrites; only where a person watches. */
  meter(text: string): void;
}

export const terminal: Terminal = {
  out: (text) => void process.stdout.write(`${text}\n`),
  say: (text) => void process.stderr.write(`${process.stderr.isTTY ? '\r\u001b[K' : ''}${text}\n`),
  meter: (text) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
  },
};

/** A bar of 24 cells, with what is done of how much. */
export function bar(done: number, total: number | null, tail: string): string {
  const counted = new Intl.NumberFormat('ru');
  if (total === null || total === 0) return `${counted.format(done)} ${tail}`;
  const cells = Math.min(24, Math.floor((done / total) * 24));
  return `[${'#'.repeat(cells)}${'·'.repeat(24 - cells)}] ${counted.format(done)} из ${counted.format(total)} ${tail}`;
}
