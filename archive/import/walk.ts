import { lstatSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Rejection } from '../contract/jobs.ts';
import type { FileChoices } from './choices.ts';

/** A chosen file or folder; a file may come with the name that is told of it. */
export type Source = string | { readonly path: string; readonly file: string };

/** A file to be read. */
export interface FoundFile {
  /** Where it lies. */
  readonly path: string;
  /** Its path below the chosen folder, with `/`; for a file chosen by itself its name. */
  readonly file: string;
  readonly size: number;
  /** Records at its beginning that are not wanted, for they were taken before. */
  readonly skip?: number;
  /** What a person decided about it. */
  readonly choices?: FileChoices;
}

/** The files of the chosen paths, in the order given and by name within a folder; and what could not be looked at. */
export interface Walk {
  readonly files: readonly FoundFile[];
  readonly rejections: readonly Rejection[];
}

/** Files that systems leave in folders. */
const LITTER = new Set(['thumbs.db', 'desktop.ini', 'ehthumbs.db']);
const DEEPEST = 64;

/** Whether a file or folder of this name is passed over below a chosen folder. */
export const isPassedOver = (name: string): boolean => name.startsWith('.') || LITTER.has(name.toLowerCase());

/**
 * Walks files and folders. Hidden files and links to folders are passed over (a link may lead in a circle), so are pipes
 * and devices; a chosen path itself may be a link.
 */
export function walk(paths: readonly Source[]): Walk {
  const files: FoundFile[] = [];
  const rejections: Rejection[] = [];
  const seen = new Set<string>();
  const refuse = (file: string, reason: 'missing' | 'unreadable') => rejections.push({ file, record: null, reason });

  const visit = (path: string, file: string, depth: number): void => {
    try {
      const stat = depth === 0 || !lstatSync(path).isSymbolicLink() ? statSync(path) : undefined;
      const followed = stat ?? statSync(path);
      if (followed.isFile()) {
        if (!seen.has(path)) files.push({ path, file, size: followed.size });
        seen.add(path);
      } else if (stat?.isDirectory() && depth < DEEPEST) {
        for (const name of readdirSync(path).sort()) {
          if (isPassedOver(name)) continue;
          visit(join(path, name), depth === 0 ? name : `${file}/${name}`, depth + 1);
        }
      }
    } catch (error) {
      refuse(file, isMissing(error) ? 'missing' : 'unreadable');
    }
  };
  for (const source of paths) {
    if (typeof source === 'string') visit(resolve(source), basename(source), 0);
    else visit(resolve(source.path), source.file, 0);
  }
  return { files, rejections };
}

export function isMissing(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    (error.code === 'ENOENT' || error.code === 'ENOTDIR')
  );
}
