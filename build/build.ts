import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build as bundle } from 'esbuild';
import { build as buildInterface } from 'vite';
import { buildDictionary, DICTIONARY_FILE } from './dictionary.ts';
import { noticesOf } from './licences.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const stamp = join(dist, 'built');

/** Bundles for Node run as ES modules; what a bundled CommonJS package requires of Node needs a `require`. */
const forNode: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  external: ['electron', '@myriaddreamin/*'],
  banner: {
    js: "import { createRequire as podshivkaRequire } from 'node:module'; const require = podshivkaRequire(import.meta.url);",
  },
  logLevel: 'warning',
  legalComments: 'none',
  metafile: true,
};

/** Entry points: where each bundle lies, and the source it is made of. */
const bundles: readonly BuildOptions[] = [
  {
    ...forNode,
    entryPoints: {
      'host/cli': 'archive/host/cli.ts',
      'host/analysis-worker': 'archive/workers/analysis-worker.ts',
      'host/copy-check-worker': 'archive/store/copy-check-worker.ts',
      'host/document-worker': 'archive/export/document-worker.ts',
      'electron/main': 'electron/main.ts',
      'electron/host': 'electron/host.ts',
    },
    outdir: dist,
    outExtension: { '.js': '.mjs' },
    splitting: true,
    chunkNames: 'host/[name]-[hash]',
  },
  // A sandboxed preload cannot be an ES module.
  {
    ...forNode,
    banner: {},
    format: 'cjs',
    entryPoints: ['electron/preload.ts'],
    outfile: join(dist, 'electron/preload.cjs'),
  },
];

/** The faces of printed pages. */
const pageFonts =
  'node_modules/@expo-google-fonts/{pt-serif/*,noto-serif/400Regular,noto-sans-math/400Regular,noto-emoji/400Regular,noto-naskh-arabic/400Regular,noto-serif-hebrew/400Regular}/*.ttf';

/** Shipped without being bundled: faces, the dictionary's source, and Typst with its native part. */
const besideBundles =
  'node_modules/{@expo-google-fonts/*,@fontsource-variable/*,az,@myriaddreamin/typst-ts-node-compiler*}/package.json';

/** Writes version and licences of what was built, for the page «About». */
function writeAbout(modules: readonly string[]): void {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const notices = noticesOf(root, [...modules, ...globSync(besideBundles, { cwd: root })]);
  writeFileSync(join(dist, 'renderer/about.json'), JSON.stringify({ version, notices }));
}

/** What the program reads at run time besides its code: see `archive/host/resources.ts`. */
function copyResources(): void {
  const data = join(dist, 'data');
  mkdirSync(data, { recursive: true });
  if (!existsSync(DICTIONARY_FILE)) writeFileSync(DICTIONARY_FILE, buildDictionary());
  cpSync(join(root, 'archive/entities/model.bin'), join(data, 'model.bin'));
  cpSync(join(root, 'build/resources/sample'), join(data, 'sample'), { recursive: true });
  mkdirSync(join(data, 'fonts'), { recursive: true });
  for (const font of globSync(pageFonts, { cwd: root }))
    cpSync(join(root, font), join(data, 'fonts', font.split('/').at(-1)!));
}

/** Whether any source is newer than the last build. */
function stale(): boolean {
  const built = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs;
  if (built === undefined) return true;
  const sources = globSync(['{archive,electron,renderer,build}/**/*', 'package-lock.json', 'vite.config.ts'], {
    cwd: root,
  });
  return sources.some((file) => statSync(join(root, file)).mtimeMs > built);
}

/** Builds everything into `dist`; nothing when it is newer than all sources, unless it is forced. */
export async function build({ force = false } = {}): Promise<void> {
  if (!force && !stale()) return;
  rmSync(stamp, { force: true });
  for (const part of ['host', 'electron', 'renderer']) rmSync(join(dist, part), { recursive: true, force: true });
  copyResources();
  const [pages, ...bundled] = await Promise.all([
    buildInterface({ root: join(root, 'renderer'), configFile: join(root, 'vite.config.ts'), logLevel: 'warn' }),
    ...bundles.map((options) => bundle(options)),
  ]);
  if (!('output' in pages)) throw new Error('One build of the interface was expected');
  const modules = pages.output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
  writeAbout([...modules, ...bundled.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}))]);
  writeFileSync(stamp, new Date().toISOString());
}

if (import.meta.main) await build({ force: process.argv.includes('--force') });
