import { plainText } from '../plain.ts';

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

/** A document as its reader gives it. */
export interface OpenedDocument {
  readonly document: DocumentText;
  readonly encoding: string;
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
