import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { FileChoices, FilePreview, FileRef } from '../contract/intake.ts';
import { refuse } from '../contract/refuse.ts';
import type { FileChoices as ReadChoices } from '../import/choices.ts';
import {
  articlesOfFile,
  fileOrigin,
  forgetReading,
  rememberColumns,
  rememberedColumns,
  remembersColumns,
} from '../store/import-files.ts';
import { originalPath } from '../store/originals.ts';
import type { Archive } from './archive.ts';
import { startImport } from './importing.ts';

/** How a file of an import would be taken with these choices. @throws a refusal: NOT_FOUND, FOLDER_MISSING */
export async function preview(archive: Archive, ref: FileRef, choices: FileChoices): Promise<FilePreview> {
  const { path, file } = located(archive, ref);
  const { previewOf } = await import('../import/preview.ts');
  const found = await previewOf({ file, bytes: new Uint8Array(await readFile(path)), choices: asRead(choices) });
  return {
    ...found,
    file,
    encodings: found.encodings.map((one) => ({ ...one })),
    document:
      found.document === null
        ? null
        : { text: found.document.text, cuts: found.document.cuts.map(({ at, title }) => ({ at, title })) },
    table:
      found.table === null
        ? null
        : {
            rows: found.table.rows.map((row) => [...row]),
            columns: { header: found.table.columns.header, fields: [...found.table.columns.fields] },
          },
    articles: [...found.articles],
  };
}

/**
 * Reads files of an import again, as the person chose: what came of them before is replaced, and keeps its notes where it
 * stands in the same place. Columns of a table are remembered for the next one with the same first row.
 *
 * @returns the job's id
 * @throws a refusal: NOT_FOUND, FOLDER_MISSING
 */
export async function retake(archive: Archive, refs: readonly FileRef[], choices: FileChoices): Promise<string> {
  const { database } = archive;
  const files = refs.map((ref) => ({ ref, ...located(archive, ref) }));
  const { columns } = choices;
  if (columns?.header === true) {
    const { table } = await preview(archive, refs[0]!, {});
    if (table?.rows[0] !== undefined) rememberColumns(database, table.rows[0], columns);
  }
  const instead: Record<string, number> = {};
  database.transaction(() => {
    for (const { ref, file, importId } of files) {
      const places = ref.kind === 'read' ? articlesOfFile(database, importId, file) : new Map<string, number>();
      forgetReading(database, ref, places);
      Object.assign(instead, Object.fromEntries(places));
    }
  });
  return startImport(archive, {
    paths: files.map(({ path, file }) => ({ path, file })),
    choices: Object.fromEntries(files.map(({ path }) => [path, choices])),
    instead,
  });
}

/** What was decided about a file: for this import, or for every table with its columns. */
export async function choicesFor(
  archive: Archive,
  chosen: Readonly<Record<string, FileChoices>> | undefined,
): Promise<(path: string) => ReadChoices | undefined> {
  const { isDelimited, tableHeader } = await import('../import/table-header.ts');
  const remembers = remembersColumns(archive.database);
  return (path) => {
    const own = chosen?.[path];
    if (own !== undefined) return asRead(own);
    const header = remembers && isDelimited(path) ? tableHeader(path) : undefined;
    const columns = header && rememberedColumns(archive.database, header);
    return columns && { columns };
  };
}

function located(archive: Archive, ref: FileRef): { path: string; file: string; importId: number } {
  const { hash, path, file, importId } = fileOrigin(archive.database, ref);
  const place = hash === null ? path : originalPath(archive.folder, hash);
  if (place === null || place === '' || !existsSync(place)) refuse('FOLDER_MISSING', file.split('/').at(-1));
  return { path: place, file, importId };
}

/** Without what was not given: the readers tell `undefined` from absence. */
function asRead({ encoding, repair, columns, cuts }: FileChoices): ReadChoices {
  return {
    ...(encoding !== undefined && { encoding }),
    ...(repair !== undefined && { repair }),
    ...(columns !== undefined && { columns }),
    ...(cuts !== undefined && { cuts }),
  };
}
