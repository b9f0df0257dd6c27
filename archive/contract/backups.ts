import { z } from 'zod';
import { instant } from './values.ts';

/** Why a backup was made: asked for, day by day, or before something that changes much. */
export const backupReason = z.enum(['request', 'daily', 'schema', 'restore', 'merge']);
export type BackupReason = z.infer<typeof backupReason>;

/** A dated copy of the archive's database. Originals are not copied: they are kept while any backup names them. */
export const backup = z.object({
  /** The name of its file. */
  id: z.string(),
  madeAt: instant,
  reason: backupReason,
  /** Bytes. */
  size: z.int().nonnegative(),
  /** What it holds; null when the file cannot be read. */
  figures: z
    .object({
      articles: z.int().nonnegative(),
      annotations: z.int().nonnegative(),
      selections: z.int().nonnegative(),
      schema: z.int().positive(),
    })
    .nullable(),
});
export type Backup = z.infer<typeof backup>;

const difference = z.object({
  /** In the backup, and not in the archive now: comes back. */
  back: z.int().nonnegative(),
  /** In the archive now, and not in the backup: goes. */
  gone: z.int().nonnegative(),
  /** In both, and not the same: becomes as it was. */
  changed: z.int().nonnegative(),
});

/** What would change if a backup took the archive's place. */
export const restorePreview = z.object({
  articles: difference,
  annotations: difference,
  selections: difference,
  /** Headlines of the first articles that would go. */
  gone: z.array(z.string()),
});
export type RestorePreview = z.infer<typeof restorePreview>;
