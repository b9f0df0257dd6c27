import { createRequire } from 'node:module';
import type { ExportSetup } from '../contract/exports.ts';

/**
 * Typst as a native module, one package for each platform. They are named here one by one, and not through
 * `@myriaddreamin/typst-ts-node-compiler`, because not all of its platforms are published in one version, and npm
 * refuses a lock file in which some are missing. Version 0.7 holds Typst 0.14; 0.6 holds Typst 0.13, which makes
 * neither tagged files nor PDF/A-2a or PDF/UA-1: there PDF/A-2b is the nearest.
 */
interface Typst {
  NodeCompiler: {
    create(options: { fontArgs: { fontPaths: string[] }[]; inputs: Record<string, string> }): Compiler;
  };
}

interface Compiler {
  compile(source: { mainFileContent: string }): { result: Pages | null; takeError(): object | null };
  fetchDiagnostics(error: object): unknown[];
  pdf(document: Pages, options: { pdfStandard?: string; creationTimestamp?: number }): Uint8Array;
  /** All pages in one drawing, one under another. */
  plainSvg(document: Pages): string;
  evictCache(age: number): void;
}

interface Pages {
  readonly numOfPages: number;
}

const platforms: Record<string, readonly string[]> = {
  'linux-x64': ['linux-x64-gnu', 'linux-x64-musl'],
  'linux-arm64': ['linux-arm64-gnu'],
  'darwin-x64': ['darwin-x64'],
  'darwin-arm64': ['darwin-arm64'],
  'win32-x64': ['win32-x64-msvc'],
};

function load(): Typst {
  const require = createRequire(import.meta.url);
  let cause: unknown;
  for (const platform of platforms[`${process.platform}-${process.arch}`] ?? []) {
    try {
      return require(`@myriaddreamin/typst-ts-node-compiler-${platform}`) as Typst;
    } catch (error) {
      cause = error;
    }
  }
  throw new Error(`no typesetter for ${process.platform}-${process.arch}`, { cause });
}

/** Names of the standards in order of preference; a version that does not know one says so by throwing. */
const standards: Record<ExportSetup['standard'], readonly (string | undefined)[]> = {
  plain: [undefined],
  'pdf-a': ['a-2a', 'a-2b'],
  'pdf-ua': ['ua-1', 'a-2b'],
};

/** What the typesetter is given: the fixed template, the text as JSON, folders with TTF files. */
export interface TypesettingOrder {
  template: string;
  manuscript: string;
  fonts: readonly string[];
}

/** Sets a document and returns the PDF. Blocks its thread. Throws an Error with the compiler's message: a fault of ours. */
export function typesetPdf(
  order: TypesettingOrder,
  standard: ExportSetup['standard'],
  /** Seconds since 1970, written into the file as the time of its making. */
  time: number,
): Uint8Array {
  return typeset(order, (compiler, pages) => inStandard(compiler, pages, standards[standard], time));
}

/** Sets a document and returns its pages as one SVG drawing. */
export function typesetSvg(order: TypesettingOrder): { svg: string; pages: number } {
  return typeset(order, (compiler, pages) => ({ svg: compiler.plainSvg(pages), pages: pages.numOfPages }));
}

function typeset<Result>(
  { template, manuscript, fonts }: TypesettingOrder,
  write: (compiler: Compiler, pages: Pages) => Result,
): Result {
  const compiler = load().NodeCompiler.create({ fontArgs: [{ fontPaths: [...fonts] }], inputs: { manuscript } });
  try {
    const compiled = compiler.compile({ mainFileContent: template });
    // What was remembered while the pages were set is half of the memory, and writing them out has no use for it.
    compiler.evictCache(0);
    if (compiled.result === null) {
      const error = compiled.takeError();
      throw new Error(`typst: ${error === null ? 'no document' : JSON.stringify(compiler.fetchDiagnostics(error))}`);
    }
    return write(compiler, compiled.result);
  } finally {
    // The cache is the process's, not the thread's: without this a host would keep the last digest in memory.
    compiler.evictCache(0);
  }
}

function inStandard(compiler: Compiler, document: Pages, names: readonly (string | undefined)[], time: number) {
  let unknown: unknown;
  for (const name of names) {
    try {
      return compiler.pdf(document, { creationTimestamp: time, ...(name === undefined ? {} : { pdfStandard: name }) });
    } catch (error) {
      if (!String(error).includes('unknown variant')) throw error;
      unknown = error;
    }
  }
  throw unknown;
}
