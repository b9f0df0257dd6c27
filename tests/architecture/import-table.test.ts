import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { expect, test } from 'vitest';

/**
 * Who may import whom: the table of ARCHITECTURE.md. A folder is a promise about what its code may touch.
 * `ours` are rooms of this project; `node` are the built-in modules a room may touch; `libraries` are packages.
 */
interface Promise_ {
  ours: readonly string[];
  node: readonly string[];
  libraries: readonly string[];
}

const all = ['contract', 'text', 'index', 'entities', 'annotations', 'store', 'import', 'export'].map(
  (r) => `archive/${r}`,
);
const table: Record<string, Promise_> = {
  'archive/contract': { ours: [], node: [], libraries: ['@orpc/contract', '@orpc/client', 'zod'] },
  'archive/text': { ours: ['archive/contract'], node: [], libraries: ['az'] },
  'archive/index': { ours: ['archive/contract', 'archive/text'], node: [], libraries: ['lunr'] },
  'archive/entities': { ours: ['archive/contract', 'archive/text'], node: [], libraries: [] },
  'archive/annotations': {
    ours: ['archive/contract', 'archive/text'],
    node: [],
    libraries: ['approx-string-match', 'diff'],
  },
  'archive/store': {
    ours: ['archive/contract'],
    node: ['fs', 'fs/promises', 'path', 'crypto', 'sqlite', 'zlib', 'os', 'url', 'worker_threads'],
    libraries: [],
  },
  'archive/import': {
    ours: all.filter((room) => room !== 'archive/export'),
    node: [
      'fs',
      'fs/promises',
      'path',
      'crypto',
      'zlib',
      'stream',
      'stream/promises',
      'readline',
      'os',
      'url',
      'buffer',
      'events',
    ],
    libraries: ['*'],
  },
  'archive/export': {
    ours: all.filter((room) => room !== 'archive/import'),
    node: ['fs', 'fs/promises', 'path', 'module', 'url', 'zlib', 'os', 'worker_threads', 'stream/promises'],
    libraries: ['*'],
  },
  'archive/service': {
    ours: all,
    node: ['crypto', 'path', 'fs', 'fs/promises', 'os', 'perf_hooks', 'url', 'events', 'timers/promises'],
    libraries: ['@orpc/server'],
  },
  'archive/workers': {
    ours: ['contract', 'import', 'text', 'index', 'entities'].map((r) => `archive/${r}`),
    node: ['worker_threads', 'fs', 'path', 'url', 'os', 'perf_hooks'],
    libraries: [],
  },
  'archive/host': {
    ours: ['archive/contract', 'archive/service', 'archive/workers'],
    node: [
      'http',
      'fs',
      'fs/promises',
      'path',
      'url',
      'os',
      'crypto',
      'worker_threads',
      'process',
      'util',
      'tty',
      'readline',
      'child_process',
      'stream',
      'events',
      'net',
      'timers/promises',
    ],
    libraries: ['@orpc/server', '@orpc/client'],
  },
  electron: {
    ours: ['archive/contract', 'archive/host'],
    node: ['path', 'url', 'fs', 'fs/promises', 'os', 'process', 'crypto'],
    libraries: ['electron', '@orpc/server', '@orpc/client', 'electron-updater'],
  },
  renderer: { ours: ['archive/contract'], node: [], libraries: ['*'] },
};

/** One import statement: the file, and what it names. */
interface Import {
  file: string;
  specifier: string;
}

const statement =
  /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function importsOf(file: string): Import[] {
  const source = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return [...source.matchAll(statement)].map((match) => ({ file, specifier: (match[1] ?? match[2] ?? match[3])! }));
}

const roomOf = (file: string) => {
  const path = file.split(sep).join('/');
  return Object.keys(table).find((room) => path.startsWith(`${room}/`));
};

/** Why an import breaks the table, or undefined. */
function breach({ file, specifier }: Import): string | undefined {
  const room = roomOf(file)!;
  const promise = table[room]!;
  if (specifier.startsWith('.')) {
    const target = normalize(join(dirname(file), specifier));
    const other = roomOf(target);
    if (other === room || (other !== undefined && promise.ours.includes(other))) return undefined;
    return `${file}: ${room} may not import ${other ?? target}`;
  }
  if (specifier.startsWith('node:')) {
    return promise.node.includes(specifier.slice(5)) ? undefined : `${file}: ${room} may not touch ${specifier}`;
  }
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  return promise.libraries.includes('*') || promise.libraries.includes(name)
    ? undefined
    : `${file}: ${room} may not use ${name}`;
}

const files = globSync('{archive,electron,renderer}/**/*.{ts,tsx}');

test('every import keeps to the table', () => {
  expect(files.flatMap(importsOf).map(breach).filter(Boolean)).toEqual([]);
});

test('every source file stands in a room of the table', () => {
  expect(files.filter((file) => !roomOf(file))).toEqual([]);
});

test('the table is kept by the test itself', () => {
  expect(breach({ file: 'archive/text/a.ts', specifier: '../index/b.ts' })).toContain('may not import archive/index');
  expect(breach({ file: 'archive/text/a.ts', specifier: 'node:fs' })).toContain('may not touch');
  expect(breach({ file: 'renderer/a.tsx', specifier: '../archive/service/x.ts' })).toContain('may not import');
  expect(breach({ file: 'archive/service/a.ts', specifier: '../text/x.ts' })).toBeUndefined();
});

test('a library is named by one file of a room', () => {
  const wrapped = [
    'lunr',
    'az',
    'jschardet',
    'iconv-lite',
    'linkedom',
    '@mozilla/readability',
    'approx-string-match',
    'node:sqlite',
    'electron-updater',
  ];
  const users = (library: string) => [
    ...new Set(
      files
        .flatMap(importsOf)
        .filter((i) => i.specifier === library)
        .map((i) => i.file),
    ),
  ];
  expect(wrapped.filter((library) => users(library).length > 1).map((library) => [library, users(library)])).toEqual(
    [],
  );
});

/** A statement of SQL as a text of the program. */
const sql = /['"`]\s*(?:SELECT|INSERT|UPDATE|DELETE|REPLACE|PRAGMA|CREATE|ALTER|DROP|WITH)\s/;

test('only the store speaks SQL', () => {
  const speakers = files.filter((file) => sql.test(readFileSync(file, 'utf8'))).map((file) => roomOf(file));
  expect([...new Set(speakers)]).toEqual(['archive/store']);
});
