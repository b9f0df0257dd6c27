import { createRequire } from 'node:module';
import type { DigestOptions } from './digest.ts';

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
  compile(source: { mainFileContent: string }): { result: object | null; takeError(): object | null };
  fetchDiagnostics(error: object): unknown[];
  pdf(document: object, options: { pdfStandard?: string; creationTimestamp?: number }): Uint8Array;
  evictCache(age: number): void;
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
const standards: Record<DigestOptions['standard'], readonly (string | undefined)[]> = {
  plain: [undefined],
  'pdf-a': ['a-2a', 'a-2b'],
  'pdf-ua': ['ua-1', 'a-2b'],
};

/** What the typesetter is given: the fixed template, the text as JSON, folders with TTF files. */
export interface TypesettingOrder {
  template: string;
  manuscript: string;
  fonts: readonly string[];
  standard: DigestOptions['standard'];
  /** Seconds since 1970, written into the file as the time of its making. */
  time: number;
}

/** Sets a document and returns the PDF. Blocks its thread. Throws an Error with the compiler's message: a fault of ours. */
export function typesetPdf({ template, manuscript, fonts, standard, time }: TypesettingOrder): Uint8Array {
  const compiler = load().NodeCompiler.create({ fontArgs: [{ fontPaths: [...fonts] }], inputs: { manuscript } });
  const compiled = compiler.compile({ mainFileContent: template });
  if (compiled.result === null) {
    const error = compiled.takeError();
    throw new Error(`typst: ${error === null ? 'no document' : JSON.stringify(compiler.fetchDiagnostics(error))}`);
  }
  try {
    return inStandard(compiler, compiled.result, standards[standard], time);
  } finally {
    // The cache is the process's, not the thread's: without this a host would keep the last digest in memory.
    compiler.evictCache(0);
  }
}

function inStandard(compiler: Compiler, document: object, names: readonly (string | undefined)[], time: number) {
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
