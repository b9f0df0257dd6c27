import type { Analyzer } from '../text/analysis.ts';
import type { BuiltSegment, SegmentBuilder } from './archive-index-types.ts';
import { ByteWriter } from './byte-writer.ts';
import { ARCHIVE_FIELDS, positionalFields, textsOf } from './fields.ts';
import type { FieldPlan } from './segment-format.ts';
import { SegmentWriter, type WordArena } from './segment-writer.ts';
import { writeSentences } from './sentences.ts';
import { SurfaceBook } from './surface-book.ts';
import { TokenLog } from './token-log.ts';
import { groupTokens } from './tokens-by-surface.ts';
import { sameWord, sortWords } from './word-order.ts';

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
  #log = new TokenLog();
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
    for (let i = 0; i < length; i++) {
      if (counts[surfaces[i]!] === 0) book.termCount(surfaces[i]!);
      if (sentences[i]! > sentence) {
        sentence = sentences[i]!;
        beginnings.push(positions[i]!);
      }
    }
    for (const { field, below } of this.#fieldsOfText[text]!) {
      let sum = 0;
      for (let i = 0; i < length; i++) if (positions[i]! < below) sum += counts[surfaces[i]!]! - 1;
      lengths[field]! += sum;
    }
    writeSentences(this.#sentences, beginnings);
  }

  /** The segment of what was added; the builder is empty again. */
  finish(): BuiltSegment {
    const log = this.#log;
    this.#log = new TokenLog();
    const bytes = this.#written(log).finish({
      count: this.articles,
      lengths: Uint32Array.from(this.#lengths),
      sentences: this.#sentences.written(),
      sentenceOffsets: Uint32Array.from(this.#sentenceOffsets),
    });
    const built = { bytes, articles: this.articles };
    this.#lengths = [];
    this.#sentences = new ByteWriter(1 << 12);
    this.#sentenceOffsets = [0];
    this.articles = 0;
    return built;
  }

  #written(log: TokenLog): SegmentWriter {
    const counts = log.counts(this.#analyzer.surfaces);
    const met = counts.reduce((sum, count) => (count > 0 ? sum + 1 : sum), 0);
    const order = new Uint32Array(met);
    for (let surface = 0, at = 0; surface < counts.length; surface++) if (counts[surface]! > 0) order[at++] = surface;
    const { ranks, terms } = rankTerms(this.#book, order);
    sortSurfaces(this.#book, order, ranks);
    const writer = new SegmentWriter(this.#analyzer.version, this.#fields, terms);
    const tokens = groupTokens(log, counts, order);
    const { forms } = this.#book;
    const written = new PostingsOfSurfaces(writer, this.#fields, this.#fieldsOfText);
    let at = 0;
    let own = new Uint32Array(8);
    for (let rank = 0; rank < order.length; rank++) {
      const place = this.#book.placeOf(order[rank]!);
      const list = this.#book.termsAt(place);
      if (list.length > own.length) own = new Uint32Array(list.length * 2);
      for (let i = 0; i < list.length; i++) own[i] = ranks[list[i]!]!;
      const documents = written.write(tokens.texts, tokens.positions, at, tokens.ends[rank]!);
      at = tokens.ends[rank]!;
      const form = forms.bytes.subarray(forms.offsets[place]!, forms.offsets[place + 1]!);
      writer.surface(form, own.subarray(0, list.length), documents);
    }
    return writer;
  }
}

/** The terms of some surfaces, sorted, and the rank of each by its number in the book. */
function rankTerms(book: SurfaceBook, surfaces: Uint32Array): { ranks: Uint32Array; terms: WordArena } {
  const ranks = new Uint32Array(book.terms.size);
  let count = 0;
  for (let i = 0; i < surfaces.length; i++) {
    for (const term of book.termsAt(book.placeOf(surfaces[i]!))) if (ranks[term]!++ === 0) count++;
  }
  const sorted = new Uint32Array(count);
  for (let term = 0, at = 0; term < ranks.length; term++) if (ranks[term]! > 0) sorted[at++] = term;
  sortWords(book.terms, sorted);
  const { bytes, offsets } = book.terms;
  const words = new ByteWriter(count * 12);
  const ends = new Uint32Array(count + 1);
  for (let rank = 0; rank < count; rank++) {
    const term = sorted[rank]!;
    ranks[term] = rank;
    words.append(bytes.subarray(offsets[term]!, offsets[term + 1]!));
    ends[rank + 1] = words.length;
  }
  return { ranks, terms: { bytes: words.written(), offsets: ends } };
}

/** Puts surfaces in order: of form, then of terms. */
function sortSurfaces(book: SurfaceBook, order: Uint32Array, ranks: Uint32Array): void {
  const surfaceAt = new Uint32Array(book.size);
  for (let i = 0; i < order.length; i++) {
    const place = book.placeOf(order[i]!);
    surfaceAt[place] = order[i]!;
    order[i] = place;
  }
  const { forms } = book;
  sortWords(forms, order);
  const rankList = (place: number) => Array.from(book.termsAt(place), (term) => ranks[term]!);
  for (let first = 0, end = 1; first < order.length; first = end++) {
    while (end < order.length && sameWord(forms, order[first]!, order[end]!)) end++;
    if (end - first < 2) continue;
    order.subarray(first, end).sort((a, b) => compareLists(rankList(a), rankList(b)));
  }
  for (let i = 0; i < order.length; i++) order[i] = surfaceAt[order[i]!]!;
}

/** Order of two lists of numbers as of words: the first difference decides, then the shorter is first. */
export function compareLists(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
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

  /** @returns the number of articles. The tokens `[first, end)` are the surface's. */
  write(texts: Uint32Array, positions: Uint32Array, first: number, end: number): number {
    const frequencies = this.#frequencies;
    const perArticle = this.#fieldsOfText.length;
    const to = this.#writer.positions;
    let documents = 0;
    let at = first;
    while (at < end) {
      const article = Math.floor(texts[at]! / perArticle);
      frequencies.fill(0);
      while (at < end && texts[at]! < (article + 1) * perArticle) {
        const place = texts[at]!;
        const text = place - article * perArticle;
        const plans = this.#fieldsOfText[text]!;
        const keeps = this.#positional[text]!;
        let last = 0;
        for (; at < end && texts[at] === place; at++) {
          const position = positions[at]!;
          for (let i = 0; i < plans.length; i++) if (position < plans[i]!.below) frequencies[plans[i]!.field]!++;
          if (keeps) to.varint(position - last);
          last = position;
        }
      }
      this.#writer.postings.add(article, frequencies);
      documents++;
    }
    return documents;
  }
}
