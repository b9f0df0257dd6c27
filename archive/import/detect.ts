import { zipNames } from './archives/zip.ts';

/** What a file is, told by its first bytes where they tell it and else by its name. */
export type Format =
  | 'txt'
  | 'md'
  | 'html'
  | 'mhtml'
  | 'json'
  | 'jsonl'
  | 'feed'
  | 'fb2'
  | 'zotero'
  | 'csv'
  | 'xlsx'
  | 'docx'
  | 'odt'
  | 'doc'
  | 'rtf'
  | 'pdf'
  | 'epub'
  | 'eml'
  | 'mbox'
  | 'zip'
  | 'tar'
  | 'gzip';

const BY_NAME: Readonly<Record<string, Format>> = {
  ...{ txt: 'txt', text: 'txt', md: 'md', markdown: 'md', html: 'html', htm: 'html', xhtml: 'html', shtml: 'html' },
  ...{
    mht: 'mhtml',
    mhtml: 'mhtml',
    json: 'json',
    jsonl: 'jsonl',
    ndjson: 'jsonl',
    xml: 'feed',
    rss: 'feed',
    atom: 'feed',
  },
  ...{
    rdf: 'feed',
    fb2: 'fb2',
    csv: 'csv',
    tsv: 'csv',
    tab: 'csv',
    xlsx: 'xlsx',
    xlsm: 'xlsx',
    docx: 'docx',
    docm: 'docx',
  },
  ...{
    odt: 'odt',
    doc: 'doc',
    rtf: 'rtf',
    pdf: 'pdf',
    epub: 'epub',
    eml: 'eml',
    mbox: 'mbox',
    zip: 'zip',
    tar: 'tar',
    tgz: 'gzip',
  },
};

/** The ending of a file's name in small letters, without `.gz`. */
export function extensionOf(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1).toLowerCase();
  const plain = name.endsWith('.gz') ? name.slice(0, -3) : name;
  return plain.includes('.') ? plain.slice(plain.lastIndexOf('.') + 1) : '';
}

/** The format that a file's name promises; undefined for none of ours. */
export const formatByName = (file: string): Format | undefined => BY_NAME[extensionOf(file)];

/** Formats whose content outweighs any name: a text cannot begin like this. */
const SIGNATURES: readonly (readonly [string, Format])[] = [
  ['%PDF-', 'pdf'],
  ['{\\rtf', 'rtf'],
  ['\u00d0\u00cf\u0011\u00e0', 'doc'],
  ['\u001f\u008b', 'gzip'],
  ['PK\u0003\u0004', 'zip'],
  ['PK\u0005\u0006', 'zip'],
];

/** Whether the first bytes of a file of an unknown name are those of a format of ours. */
export function showsItsFormat(beginning: Uint8Array): boolean {
  const latin = String.fromCharCode(...beginning);
  return SIGNATURES.some(([mark]) => latin.startsWith(mark)) || textFormat(latin.trimStart(), undefined) !== undefined;
}

/** Formats of text that a file may have under another text's name. */
const TEXTS: ReadonlySet<Format | undefined> = new Set<Format | undefined>([
  undefined,
  'txt',
  'doc',
  'docx',
  'rtf',
  'feed',
  'html',
  'json',
  'eml',
  'fb2',
  'csv',
]);

/**
 * The format of a file. Archives are looked into; a name that promises a text is believed unless the text is plainly
 * another one (a `.doc` that is a web page, a `.xml` that is a book).
 */
export async function formatOf(file: string, bytes: Uint8Array): Promise<Format | undefined> {
  const named = formatByName(file);
  const latin = String.fromCharCode(...bytes.subarray(0, 1024));
  const signed =
    SIGNATURES.find(([mark]) => latin.startsWith(mark))?.[1] ??
    (latin.includes('%PDF-') && named === 'pdf' ? 'pdf' : undefined);
  if (signed === 'zip') return await packedFormat(bytes, named);
  if (signed !== undefined) return signed;
  if (latin.slice(257, 262) === 'ustar') return 'tar';
  const text = latin
    .replace(/\0/g, '')
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
    .trimStart();
  return TEXTS.has(named) ? (textFormat(text, named) ?? named) : named;
}

/** A text that shows what it is by its first characters. */
function textFormat(text: string, named: Format | undefined): Format | undefined {
  const beginning = text.slice(0, 800);
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<FictionBook[\s>]/.test(beginning)) return 'fb2';
  if (/xmlns:z="http:\/\/www\.zotero\.org/.test(beginning)) return 'zotero';
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]/i.test(beginning)) return 'feed';
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html[\s>])/i.test(beginning)) return 'html';
  if (/^From \S+.*\n[\w-]+:/.test(beginning)) return 'mbox';
  const isMail =
    /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){3}/.test(beginning) &&
    /^(?:MIME-Version|Received|Message-ID):/im.test(text);
  if (!isMail) return undefined;
  if (/^(?:Snapshot-Content-Location:|From:\s*<?Saved by)/im.test(text)) return 'mhtml';
  return named === 'doc' && /multipart\/related/i.test(text) ? 'mhtml' : named === 'txt' ? undefined : 'eml';
}

/** Documents that are ZIP archives, by what stands in them. A pack under an unknown name (a program, a slide show) is none of ours. */
async function packedFormat(bytes: Uint8Array, named: Format | undefined): Promise<Format | undefined> {
  const names = new Set(await zipNames(bytes));
  if (names.has('word/document.xml')) return 'docx';
  if (names.has('xl/workbook.xml')) return 'xlsx';
  if (names.has('META-INF/container.xml') && [...names].some((name) => name.endsWith('.opf'))) return 'epub';
  if (names.has('content.xml') && names.has('META-INF/manifest.xml'))
    return named === 'odt' || named === undefined ? 'odt' : named;
  return named;
}
