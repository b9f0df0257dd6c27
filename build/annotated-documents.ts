/** Annotated documents as JSON Lines, for training the recogniser and scoring it. */

import { readFileSync } from 'node:fs';

/** A span of the body, by UTF-16 offsets, the end exclusive. */
export interface AnnotatedSpan {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

export interface AnnotatedDocument {
  readonly id: string;
  readonly corpus?: string | undefined;
  readonly body: string;
  /** Flat, in order. */
  readonly spans: readonly AnnotatedSpan[];
  /** Nested mentions too, where the corpus has them. */
  readonly objects?: readonly AnnotatedSpan[] | undefined;
}

/** What is wrong with a file or an option, in one sentence for whoever started the command. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Documents of a file, one a line; a document without an id is named by its line. Throws {@link UsageError}. */
export function readAnnotated(file: string): AnnotatedDocument[] {
  const documents = linesOf(file).flatMap((text, i) => {
    if (text.trim() === '') return [];
    return [documentOf(parsed(text, `${file}, line ${i + 1}`), i + 1, file)];
  });
  if (documents.length === 0) throw new UsageError(`${file} holds no documents`);
  return documents;
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

function parsed(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${where} is not JSON`);
  }
}

function documentOf(value: unknown, line: number, file: string): AnnotatedDocument {
  const where = `${file}, line ${line}`;
  const { id = String(line), corpus, body, spans, objects } = (value ?? {}) as Partial<AnnotatedDocument>;
  if (typeof body !== 'string') throw new UsageError(`${where} has no body`);
  if (!Array.isArray(spans)) throw new UsageError(`${where} has no spans`);
  for (const { start, end } of [...spans, ...(objects ?? [])]) {
    const inside = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= body.length;
    if (!inside) throw new UsageError(`${where} has a span outside its body: ${start}–${end}`);
  }
  return { id, corpus, body, spans, objects };
}

/** Runs a command; on wrong use or a wrong file says what is wrong, and how the command is used, and ends with 2. */
export function runCommand(usage: string, command: () => void): void {
  try {
    command();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!(error instanceof UsageError) && !code.startsWith('ERR_PARSE_ARGS')) throw error;
    console.error(`${(error as Error).message}\n${usage}`);
    process.exitCode = 2;
  }
}
