import { existsSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckUp } from '../contract/library.ts';
import { migrations, schemaOf } from '../store/migrations.ts';
import { originalPath } from '../store/originals.ts';
import type { Archive } from './archive.ts';

/** Less free space than this is worth a warning: an import would soon stop. */
const littleSpace = 200 * 2 ** 20;

/** Looks whether the archive is whole. What is only an index is mended at once, in the background. */
export function checkUp(archive: Archive): CheckUp {
  const findings = [database(archive), schema(archive), originals(archive), index(archive), space(archive)];
  return { ok: findings.every((finding) => finding.ok), findings };
}

type Finding = CheckUp['findings'][number];

function database(archive: Archive): Finding {
  const damage = archive.database.all<{ integrity_check: string }>('PRAGMA integrity_check(10)');
  const foreign = archive.database.all('PRAGMA foreign_key_check');
  const ok = damage.length === 1 && damage[0]?.integrity_check === 'ok' && foreign.length === 0;
  return {
    check: 'database',
    ok,
    text: ok ? 'whole' : `${damage.length} damaged, ${foreign.length} broken references`,
  };
}

function schema(archive: Archive): Finding {
  const found = schemaOf(archive.database);
  const dictionary = existsSync(join(archive.parts.resources, 'dictionary.bin'));
  return {
    check: 'schema',
    ok: found === migrations.length && dictionary,
    text: `schema ${found}, analyzer ${archive.analyzer.version}, ${dictionary ? 'dictionary' : 'no dictionary'}`,
  };
}

function originals(archive: Archive): Finding {
  const missing = archive.database
    .all<{ hash: string }>('SELECT DISTINCT lower(hex(original)) AS hash FROM import_file')
    .filter(({ hash }) => !existsSync(originalPath(archive.folder, hash)));
  return { check: 'originals', ok: missing.length === 0, text: `${missing.length} missing` };
}

function index(archive: Archive): Finding {
  archive.index.mend();
  const { damage, articles } = archive.index.index;
  const ok = !archive.index.rebuilding;
  return {
    check: 'index',
    ok,
    text: ok ? `${articles} articles` : `being rebuilt${damage ? `: ${damage.reason}` : ''}`,
  };
}

function space(archive: Archive): Finding {
  const { bavail, bsize } = statfsSync(archive.folder.path);
  const free = bavail * bsize;
  return { check: 'space', ok: free > littleSpace, text: `${Math.floor(free / 2 ** 20)} MiB free` };
}
