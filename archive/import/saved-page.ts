/** What programs that save pages note in them: SingleFile's comment, and the mark of the web that browsers write. */
export function savedPage(markup: string): { url?: string } {
  const beginning = markup.slice(0, 8192);
  const single = /<!--\s*Page saved with SingleFile\s+url:\s*(\S+)/.exec(beginning)?.[1];
  const mark = /<!--\s*saved from url=\(\d+\)(\S+?)\s*-->/.exec(beginning)?.[1];
  const url = single ?? mark;
  return url !== undefined && /^https?:/.test(url) ? { url } : {};
}
