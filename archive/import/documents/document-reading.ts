import { proposedCuts } from '../digest/cuts.ts';
import { readHead } from '../head.ts';
import { FOUND } from '../metadata.ts';
import { article, type Draft, type FileReading, refused, type SourceFile, single } from '../reading.ts';
import type { DocumentText, OpenedDocument } from './document-text.ts';
import { headlineAndBody } from './headline.ts';

/**
 * The articles of a document: one, or one for each of the cuts that a person chose or agreed to. What stands before the first cut is
 * an article of its own when it holds text. A document that is taken whole tells how many clippings it seems to hold.
 */
export function documentReading(
  source: SourceFile,
  format: string,
  { document, encoding }: OpenedDocument,
): FileReading {
  const chosen = source.choices?.cuts;
  const wanted = chosen === 'proposed' ? proposedCuts(document).map(({ at }) => at) : (chosen ?? []);
  const cuts = validCuts(wanted, document.text.length);
  if (cuts.length === 0) {
    const clippings = chosen === undefined ? proposedCuts(document).length : 0;
    return { ...single(source, format, encoding, titleAndBody(document)), ...(clippings > 1 && { clippings }) };
  }
  const starts = cuts[0] === 0 ? cuts : [0, ...cuts];
  const made = starts.flatMap(
    (start, i) => article(clipping(document.text.slice(start, starts[i + 1])), source.file, true) ?? [],
  );
  if (made.length === 0) return { ...refused(source.file, format, 'no-text'), encoding };
  const reads = made.map((one, i) => ({ place: { file: source.file, record: i + 1 }, article: one }));
  return { format, encoding, reads };
}

/** One clipping: outlet and date may stand above its headline as well as below. */
function clipping(text: string): Draft {
  const { body, author, source, date, rubric, url, inDateline } = readHead(text);
  const found = inDateline ? {} : { author, source, date, rubric, url };
  const sure = Object.fromEntries(Object.keys(found).map((name) => [name, FOUND.head]));
  const cut = headlineAndBody(inDateline ? text : body);
  return { ...found, ...cut, confidence: { ...sure, ...cut.confidence } };
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
