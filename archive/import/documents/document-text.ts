import { FOUND } from '../metadata.ts';
import { plainText } from '../plain.ts';
import { article, type Draft, type FileReading, refused, type SourceFile, single } from '../reading.ts';
import { headlineAndBody } from './headline.ts';

/** A paragraph as a document's reader found it. */
export interface Block {
  readonly text: string;
  /** Rank of a heading, from 1; absent for the text itself. */
  readonly level?: number;
  /** Whether all of it is in bold letters. */
  readonly strong?: boolean;
  /** Whether a new page or section begins with it. */
  readonly breaks?: boolean;
}

/** A block and where it stands in the document's text: UTF-16 offsets. */
export interface PlacedBlock extends Block {
  readonly start: number;
  readonly end: number;
}

/** The text of a document, blocks separated by an empty line, as cuts refer to it. */
export interface DocumentText {
  readonly text: string;
  readonly blocks: readonly PlacedBlock[];
}

/** Puts blocks together. Empty ones are left out; a break before one of them goes to the next. */
export function documentText(blocks: readonly Block[]): DocumentText {
  const placed: PlacedBlock[] = [];
  const texts: string[] = [];
  let at = 0;
  let breaks = false;
  for (const block of blocks) {
    const text = plainText(block.text);
    breaks ||= block.breaks === true;
    if (text === '') continue;
    if (texts.length > 0) at += 2;
    placed.push({ ...block, text, ...(breaks && { breaks }), start: at, end: at + text.length });
    texts.push(text);
    at += text.length;
    breaks = false;
  }
  return { text: texts.join('\n\n'), blocks: placed };
}

/** A plain text as a document: its lines are its blocks, and it stays as it is. */
export function textDocument(text: string): DocumentText {
  const whole = plainText(text);
  const blocks: PlacedBlock[] = [];
  let at = 0;
  let breaks = false;
  for (const line of whole.split('\n')) {
    const bare = line.replaceAll('\f', '');
    breaks ||= bare.length < line.length;
    if (bare.trim() !== '') {
      blocks.push({ text: bare, start: at, end: at + line.length, ...(breaks && { breaks }) });
      breaks = false;
    }
    at += line.length + 1;
  }
  return { text: whole, blocks };
}

/**
 * The articles of a document: one, or one for each of the cuts that a person chose. What stands before the first cut is
 * an article of its own when it holds text.
 */
export function documentReading(
  source: SourceFile,
  format: string,
  encoding: string,
  document: DocumentText,
  draft: Omit<Draft, 'body'> = {},
): FileReading {
  const cuts = validCuts(source.choices?.cuts ?? [], document.text.length);
  if (cuts.length === 0) return single(source, format, encoding, { ...draft, ...titleAndBody(document) });
  const starts = cuts[0] === 0 ? cuts : [0, ...cuts];
  const reads = starts.flatMap((start, i) => {
    const part = headlineAndBody(document.text.slice(start, starts[i + 1]));
    const made = article(part, source.file, true);
    return made === undefined ? [] : [made];
  });
  if (reads.length === 0) return { ...refused(source.file, format, 'no-text'), encoding };
  return {
    format,
    encoding,
    reads: reads.map((made, i) => ({ place: { file: source.file, record: i + 1 }, article: made })),
  };
}

function validCuts(cuts: readonly number[], length: number): number[] {
  return [...new Set(cuts)].filter((cut) => cut >= 0 && cut < length).sort((a, b) => a - b);
}

/** A document that begins with a heading has it as its headline; else the first line may be one. */
function titleAndBody({ text, blocks }: DocumentText): Draft {
  const first = blocks[0];
  const isHeading = first !== undefined && (first.level !== undefined || first.strong) && first.text.length <= 300;
  if (!isHeading || blocks.length < 2) return headlineAndBody(text);
  return { title: first.text, body: text.slice(first.end), confidence: { title: FOUND.heading } };
}
