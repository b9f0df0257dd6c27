import type { Analyzer } from '../text/analysis.ts';
import type { BuiltSegment, SegmentBuilder } from './archive-index-types.ts';
import { ByteWriter } from './byte-writer.ts';
import { ARCHIVE_FIELDS, positionalFields, textsOf } from './fields.ts';
import type { FieldPlan } from './segment-format.ts';
import { SegmentWriter } from './segment-writer.ts';
import { writeSentences } from './sentences.ts';
import { SurfaceBook } from './surface-book.ts';
import { rankTerms, sortSurfaces } from './surface-order.ts';
import { TokenLog } from './token-log.ts';
import { groupTokens } from './tokens-by-surface.ts';

/** A builder of segments of the archive's index. */
export function createSegmentBuilder(analyzer: Analyzer): SegmentBuilder {
  const builder = new TextsBuilder(analyzer, ARCHIVE_FIELDS);
  return {
    add: ({ title, body }) => builder.add([title, body]),
    get articles() {
      return builder.articles;
    },
    finish: () => builder.finish(),
  };
}

/** A field made of a text: its number, and the position below which its words count. */
interface TextField {
  readonly field: number;
  readonly below: number;
}

/**
 * Builds segments of any fields. Tokens are logged by the number of their surface alone; words and terms are looked at
 * once for each surface.
 */
export class TextsBuilder {
  readonly #analyzer: Analyzer;
  readonly #fields: readonly FieldPlan[];
  /** By text, in the order in which the fields first name them. */
  readonly #fieldsOfText: readonly (readonly TextField[])[];
  readonly #book: SurfaceBook;
  readonly #log = new TokenLog();
  #lengths: number[] = [];
  #sentences = new ByteWriter(1 << 12);
  #sentenceOffsets: number[] = [0];
  articles = 0;

  constructor(analyzer: Analyzer, fields: readonly FieldPlan[]) {
    this.#analyzer = analyzer;
    this.#fields = fields;
    this.#book = new SurfaceBook(analyzer);
    this.#fieldsOfText = textsOf(fields).map((text) =>
      fields.flatMap((plan, field) =>
        plan.text === text ? [{ field, below: plan.firstWords ?? Number.POSITIVE_INFINITY }] : [],
      ),
    );
  }

  /** Adds an article by its texts, in the order in which the fields first name them; answers its ordinal. */
  add(texts: readonly string[]): number {
    const lengths = new Array<number>(this.#fields.length).fill(0);
    for (let text = 0; text < this.#fieldsOfText.length; text++) this.#addText(text, texts[text] ?? '', lengths);
    for (const length of lengths) this.#lengths.push(length);
    this.#sentenceOffsets.push(this.#sentences.length);
    return this.articles++;
  }

  #addText(text: number, content: string, lengths: number[]): void {
    const tokens = this.#analyzer.tokens(content);
    const book = this.#book;
    book.reserve();
    this.#log.addText(tokens);
    const { counts } = book;
    const { surface: surfaces, position: positions, sentence: sentences, length } = tokens;
    const beginnings: number[] = [];
    let sentence = 0;
    let sum = 0;
    for (let i = 0; i < length; i++) {
      const count = counts[surfaces[i]!]!;
      sum += count === 0 ? book.meet(surfaces[i]!) : count - 1;
      if (sentences[i]! > sentence) {
        sentence = sentences[i]!;
        beginnings.push(positions[i]!);
      }
    }
    for (const { field, below } of this.#fieldsOfText[text]!) {
      if (below === Number.POSITIVE_INFINITY) lengths[field]! += sum;
      else for (let i = 0; i < length && positions[i]! < below; i++) lengths[field]! += counts[surfaces[i]!]! - 1;
    }
    writeSentences(this.#sentences, beginnings);
  }

  /** The segment of what was added; the builder is empty again. */
  finish(): BuiltSegment {
    const chunks = this.#written().finish({
      count: this.articles,
      lengths: Uint32Array.from(this.#lengths),
      sentences: this.#sentences.written(),
      sentenceOffsets: Uint32Array.from(this.#sentenceOffsets),
    });
    const built = { bytes: joined(chunks), articles: this.articles };
    this.#log.clear();
    this.#lengths = [];
    this.#sentences = new ByteWriter(1 << 12);
    this.#sentenceOffsets = [0];
    this.articles = 0;
    return built;
  }

  #written(): SegmentWriter {
    const counts = this.#log.counts(this.#analyzer.surfaces);
    const met = counts.reduce((sum, count) => (count > 0 ? sum + 1 : sum), 0);
    const order = new Uint32Array(met);
    for (let surface = 0, at = 0; surface < counts.length; surface++) if (counts[surface]! > 0) order[at++] = surface;
    const { ranks, terms } = rankTerms(this.#book, order);
    sortSurfaces(this.#book, order, ranks);
    const writer = new SegmentWriter(this.#analyzer.version, this.#fields, terms, order.length);
    const tokens = groupTokens(this.#log, counts, order);
    const { forms, termLists, termEnds } = this.#book;
    const written = new PostingsOfSurfaces(writer, this.#fields, this.#fieldsOfText);
    const own: number[] = [];
    for (let rank = 0, first = 0; rank < order.length; rank++) {
      const place = this.#book.placeOf(order[rank]!);
      own.length = 0;
      for (let at = termEnds[place]!; at < termEnds[place + 1]!; at++) own.push(ranks[termLists[at]!]!);
      const documents = written.write(tokens.places, first, tokens.ends[rank]!);
      first = tokens.ends[rank]!;
      writer.surface(forms.bytes, forms.offsets[place]!, forms.offsets[place + 1]!, own, documents);
    }
    return writer;
  }
}

/** Writes the postings and positions of one surface after another. */
class PostingsOfSurfaces {
  readonly #writer: SegmentWriter;
  readonly #fieldsOfText: readonly (readonly TextField[])[];
  /** By text: whether positions are kept. */
  readonly #positional: readonly boolean[];
  readonly #frequencies: Uint32Array;

  constructor(writer: SegmentWriter, fields: readonly FieldPlan[], fieldsOfText: readonly (readonly TextField[])[]) {
    this.#writer = writer;
    this.#fieldsOfText = fieldsOfText;
    this.#positional = positionalFields(fields).map((field) => field >= 0);
    this.#frequencies = new Uint32Array(fields.length);
  }

  /** @returns the number of articles. The tokens `[first, end)` of the places are the surface's. */
  write(places: Uint32Array, first: number, end: number): number {
    const frequencies = this.#frequencies;
    const perArticle = this.#fieldsOfText.length;
    const { positions } = this.#writer;
    const stop = end * 2;
    let documents = 0;
    let at = first * 2;
    while (at < stop) {
      const article = Math.floor(places[at]! / perArticle);
      const next = (article + 1) * perArticle;
      frequencies.fill(0);
      while (at < stop && places[at]! < next) {
        const place = places[at]!;
        const text = place - article * perArticle;
        const plans = this.#fieldsOfText[text]!;
        const keeps = this.#positional[text]!;
        for (; at < stop && places[at] === place; at += 2) {
          const position = places[at + 1]!;
          for (let i = 0; i < plans.length; i++) if (position < plans[i]!.below) frequencies[plans[i]!.field]!++;
          if (keeps) positions.add(position);
        }
        if (keeps) positions.endText();
      }
      this.#writer.postings.add(article, frequencies);
      documents++;
    }
    return documents;
  }
}

/** In one piece, which can go to another thread. */
function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
