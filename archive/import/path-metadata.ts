import { parseDate } from '../text/dates.ts';
import { agencyNamed } from './agencies.ts';
import type { PressDate } from './article-record.ts';
import { dateOfFileName } from './press-date.ts';

/** A value that the path of a file gives, and whether the file's own name gives it or a folder's. */
export interface FromPath<Value> {
  readonly value: Value;
  readonly from: 'fileName' | 'folder';
}

/**
 * What a path below the chosen folder says: `Казинформ/2024/08/12 Встреча.docx`, «Казахстанская правда_12.08.2024.pdf».
 * Only outlets that are known by name are taken; folders closer to the file win.
 */
export function pathMetadata(file: string): { date?: FromPath<PressDate>; source?: FromPath<string> } {
  const parts = file.split('/');
  const name = parts.pop()!.replace(/\.\p{L}[\p{L}\d]{0,5}$/u, '');
  const date = dateOfFileName(name);
  const folderDate = date === undefined ? dateOfFolders(parts) : undefined;
  const source = outletIn(name);
  const folderSource =
    source === undefined
      ? parts
          .toReversed()
          .map(outletIn)
          .find((one) => one !== undefined)
      : undefined;
  return {
    ...(date !== undefined && { date: { value: date, from: 'fileName' } }),
    ...(folderDate !== undefined && { date: { value: folderDate, from: 'folder' } }),
    ...(source !== undefined && { source: { value: source, from: 'fileName' } }),
    ...(folderSource !== undefined && { source: { value: folderSource, from: 'folder' } }),
  };
}

/** The whole name, or one of its parts between `_`, dashes, commas and figures. */
function outletIn(name: string): string | undefined {
  const parts = [name, ...name.split(/_|,|;|\s[-–—]\s|(?:^|[\s_])[\d.:-]{2,}(?=$|[\s_])/)];
  return parts.map((part) => agencyNamed(part.trim().replaceAll('_', ' '))).find((one) => one !== undefined);
}

/** `2024/08/12`, `2024/08`, `2024-08`, `2024`: the last folders that make a date together. */
function dateOfFolders(folders: readonly string[]): PressDate | undefined {
  for (let end = folders.length; end > 0; end--) {
    for (const count of [3, 2, 1]) {
      if (count > end) continue;
      const written = folders
        .slice(end - count, end)
        .join('-')
        .replace(/[._]/g, '-');
      const padded = written.replace(/(?<=-)(\d)(?=-|$)/g, '0$1');
      const iso = /^(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(padded)
        ? padded
        : undefined;
      const date = iso === undefined ? undefined : parseDate(iso);
      if (date !== undefined) return { iso: date.iso, precision: date.precision };
    }
  }
  return undefined;
}
