import type { ExportFormat, ExportSetup } from '../contract/exports.ts';
import { printable } from './printable.ts';

const extensions: Readonly<Record<ExportFormat, string>> = {
  pdf: 'pdf',
  docx: 'docx',
  html: 'html',
  markdown: 'md',
  csv: 'csv',
  xlsx: 'xlsx',
  jsonl: 'jsonl',
  ris: 'ris',
  bibtex: 'bib',
  csl: 'json',
  annotations: 'json',
};

const documents: Readonly<Record<ExportSetup['template'], string>> = {
  digest: 'дайджест',
  dossier: 'досье',
  articles: 'статьи',
  quotes: 'цитаты',
};

function word({ format, template }: Pick<ExportSetup, 'format' | 'template'>): string {
  if (format === 'pdf' || format === 'docx' || format === 'html' || format === 'markdown') return documents[template];
  if (format === 'annotations') return 'пометки';
  return format === 'csv' || format === 'xlsx' || format === 'jsonl' ? 'статьи' : 'источники';
}

/** The name proposed for an export: «К совещанию, дайджест 2024-08-12.pdf». */
export function exportName(setup: Pick<ExportSetup, 'format' | 'template'>, heading: string, today: string): string {
  const kind = word(setup);
  const title = heading.replace(/[\s.,;:]+$/, '');
  const named = title === '' ? kind : title.toLowerCase().includes(kind) ? title : `${title}, ${kind}`;
  return safeName(named, ` ${today.slice(0, 10)}.${extensions[setup.format]}`);
}

/** Bytes of UTF-8 that a name may have: ext4 and APFS take 255, a synchronised folder adds its own words. */
const LONGEST = 200;

/** Names that Windows keeps for devices, whatever follows the first point. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/**
 * A name that Windows, macOS and Linux take: none of `\ / : * ? " < > |` nor control characters, no point or space at the
 * beginning or end, no name of a device, at most 200 bytes. A long name is cut at a word.
 *
 * @param tail what must stay at the end, with the extension; safe already
 * @see learn.microsoft.com, «Naming Files, Paths, and Namespaces»
 */
export function safeName(name: string, tail: string): string {
  const plain = printable(name)
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\s]+/g, ' ')
    .replace(/^[\s.~-]+|[\s.]+$/g, '');
  const cut = shortened(plain, LONGEST - bytes(tail));
  const safe = reserved.test(cut.split('.')[0]!.trim()) ? `_${cut}` : cut;
  return `${safe}${tail}`.trim();
}

const bytes = (text: string) => new TextEncoder().encode(text).length;

function shortened(text: string, most: number): string {
  if (bytes(text) <= most) return text;
  let cut = '';
  let size = 0;
  for (const { segment } of new Intl.Segmenter('ru').segment(text)) {
    size += bytes(segment);
    if (size > most) break;
    cut += segment;
  }
  const space = cut.lastIndexOf(' ');
  return (space > cut.length / 2 ? cut.slice(0, space) : cut).replace(/[\s.,]+$/, '');
}
