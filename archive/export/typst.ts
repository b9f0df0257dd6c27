import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import type { DigestOptions } from './digest.ts';

const standards = { plain: undefined, 'pdf-a': PdfStandard.A_2a, 'pdf-ua': PdfStandard.UA_1 } as const;

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
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [...fonts] }], inputs: { manuscript } });
  const result = compiler.compile({ mainFileContent: template });
  if (result.result === null) {
    const error = result.takeError();
    throw new Error(`typst: ${error === null ? 'no document' : JSON.stringify(compiler.fetchDiagnostics(error))}`);
  }
  const pdfStandard = standards[standard];
  const bytes = compiler.pdf(result.result, { creationTimestamp: time, ...(pdfStandard ? { pdfStandard } : {}) });
  // The cache is the process's, not the thread's: without this a host would keep the last digest in memory.
  compiler.evictCache(0);
  return bytes;
}
