import type { Analyzer } from '../text/analysis.ts';
import type { BuiltSegment, SegmentBuilder } from './archive-index-types.ts';
import { ByteWriter } from './byte-writer.ts';
import { ARCHIVE_FIELDS, positionalFields, textsOf } from './fields.ts';
import { bytesAtMost, encodeInto } from './letter-code.ts';
import type { FieldPlan } from './segment-format.ts';
import { SegmentWriter, type WordArena } from './segment-writer.ts';
import { writeSentences } from './sentences.ts';
import { TokenLog } from './token-log.ts';

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

/**
 * Builds segments of any fields. Tokens are logged by the number of their surface alone; words and terms are looked at
 * once for each surface, when the segment is finished.
 */
export class TextsBuilder {
  readonly #analyzer: Analyzer;
  readonly #fields: readonly FieldPlan[];
  readonly #texts: readonly string[];
  /** Terms of each surface plus one, by the analyzer's number; 0: not asked yet. */
  #termCounts = new Uint8Array(1 << 12);
  #log = new TokenLog();
  #lengths: number[] = [];
  #sentences = new ByteWriter(1 << 12);
  #sentenceOffsets: number[] = [0];
  articles = 0;

  constructor(analyzer: Analyzer, fields: readonly FieldPlan[]) {
    this.#analyzer = analyzer;
    this.#fields = fields;
    this.#texts = textsOf(fields);
  }

  /** Adds an article by its texts, in the order in which the fields first name them; answers its ordinal. */
  add(texts: readonly string[]): number {
    const lengths = new Array<number>(this.#fields.length).fill(0);
    for (let text = 0; text < this.#texts.length; text++) this.#addText(this.#texts[text]!, texts[text] ?? '', lengths);
    this.#lengths.push(...lengths);
    this.#sentenceOffsets.push(this.#sentences.length);
    return this.articles++;
  }

  #addText(name: string, text: string, lengths: number[]): void {
    const tokens = this.#analyzer.tokens(text);
    const log = this.#log;
    log.reserve(tokens.length);
    const beginnings: number[] = [];
    let sentence = 0;
    for (let i = 0; i < tokens.length; i++) {
      const surface = tokens.surface[i]!;
      const position = tokens.position[i]!;
      log.add(surface, position);
      if (tokens.sentence[i]! > sentence) {
        sentence = tokens.sentence[i]!;
        beginnings.push(position);
      }
      const terms = this.#termCount(surface);
      for (let field = 0; field < this.#fields.length; field++) {
        const plan = this.#fields[field]!;
        if (plan.text === name && position < (plan.firstWords ?? Number.POSITIVE_INFINITY)) lengths[field]! += terms;
      }
    }
    log.endText();
    writeSentences(this.#sentences, beginnings);
  }

  #termCount(surface: number): number {
    if (surface >= this.#termCounts.length) {
      const grown = new Uint8Array(Math.max(surface + 1, this.#termCounts.length * 2));
      grown.set(this.#termCounts);
      this.#termCounts = grown;
    }
    const known = this.#termCounts[surface]!;
    if (known > 0) return known - 1;
    const count = distinctTerms(this.#analyzer.surface(surface).terms).length;
    this.#termCounts[surface] = count + 1;
    return count;
  }

  /** The segment of what was added; the builder is empty again. */
  finish(): BuiltSegment {
    const { order, terms, termsOf } = sortSurfaces(this.#analyzer, this.#log);
    const writer = new SegmentWriter(this.#analyzer.version, this.#fields, terms);
    writeSurfaces(writer, this.#analyzer, this.#fields, this.#log, order, termsOf);
    const bytes = writer.finish({
      count: this.articles,
      lengths: Uint32Array.from(this.#lengths),
      sentences: this.#sentences.written(),
      sentenceOffsets: Uint32Array.from(this.#sentenceOffsets),
    });
    const built = { bytes, articles: this.articles };
    this.#log = new TokenLog();
    this.#lengths = [];
    this.#sentences = new ByteWriter(1 << 12);
    this.#sentenceOffsets = [0];
    this.articles = 0;
    return built;
  }
}

/** A term named twice counts once. */
const distinctTerms = (terms: readonly string[]): readonly string[] => (terms.length < 2 ? terms : [...new Set(terms)]);

interface SortedSurfaces {
  /** The analyzer's numbers of the surfaces met, by form, then by terms. */
  readonly order: Uint32Array;
  /** All terms, sorted. */
  readonly terms: WordArena;
  /** The terms of a surface of the analyzer, as numbers in `terms`. */
  readonly termsOf: (surface: number) => readonly number[];
}

function sortSurfaces(analyzer: Analyzer, log: TokenLog): SortedSurfaces {
  const met = new Uint8Array(analyzer.surfaces);
  for (let i = 0; i < log.length; i++) met[log.surfaces[i]!] = 1;
  const order: number[] = [];
  const numbers = new Map<string, number>();
  const raw: (readonly string[])[] = [];
  for (let id = 0; id < met.length; id++) {
    if (met[id] === 0) continue;
    order.push(id);
    const own = distinctTerms(analyzer.surface(id).terms);
    raw[id] = own;
    for (const term of own) numbers.set(term, 0);
  }
  const sorted = [...numbers.keys()].sort();
  sorted.forEach((term, number) => {
    numbers.set(term, number);
  });
  const lists = raw.map((list) => list.map((term) => numbers.get(term)!));
  order.sort((a, b) => {
    const left = analyzer.surface(a).form;
    const right = analyzer.surface(b).form;
    return left < right ? -1 : left > right ? 1 : compareLists(lists[a]!, lists[b]!);
  });
  return { order: Uint32Array.from(order), terms: arenaOf(sorted), termsOf: (surface) => lists[surface]! };
}

/** Order of two lists of numbers as of words: the first difference decides, then the shorter is first. */
export function compareLists(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

function arenaOf(words: readonly string[]): WordArena {
  const offsets = new Uint32Array(words.length + 1);
  const bytes = new Uint8Array(words.reduce((sum, word) => sum + bytesAtMost(word.length), 0));
  words.forEach((word, i) => {
    offsets[i + 1] = encodeInto(word, bytes, offsets[i]!);
  });
  return { bytes: bytes.subarray(0, offsets[words.length]), offsets };
}

/** Sorts the tokens by surface (a counting sort keeps articles, texts and positions in order) and writes each surface. */
function writeSurfaces(
  writer: SegmentWriter,
  analyzer: Analyzer,
  fields: readonly FieldPlan[],
  log: TokenLog,
  order: Uint32Array,
  termsOf: (surface: number) => readonly number[],
): void {
  const texts = textsOf(fields).length;
  const places = placesBySurface(analyzer, log, order, texts);
  const positional = positionalFields(fields);
  const counted = fields.map((field) => ({
    text: textsOf(fields).indexOf(field.text),
    below: field.firstWords ?? 2 ** 31,
  }));
  const frequencies = new Uint32Array(fields.length);
  let form = new Uint8Array(64);
  for (let rank = 0; rank < order.length; rank++) {
    const surface = analyzer.surface(order[rank]!);
    let documents = 0;
    const end = places.ends[rank]!;
    for (let at = rank === 0 ? 0 : places.ends[rank - 1]!; at < end; documents++) {
      const article = places.articles[at]!;
      frequencies.fill(0);
      let text = -1;
      let last = 0;
      for (; at < end && places.articles[at] === article; at++) {
        const place = places.places[at]!;
        const position = Math.floor(place / texts);
        const in_ = place % texts;
        for (let field = 0; field < counted.length; field++) {
          if (counted[field]!.text === in_ && position < counted[field]!.below) frequencies[field]!++;
        }
        if (positional[in_]! < 0) continue;
        if (in_ !== text) last = 0;
        text = in_;
        writer.positions.varint(position - last);
        last = position;
      }
      writer.postings.add(article, frequencies);
    }
    if (bytesAtMost(surface.form.length) > form.length) form = new Uint8Array(bytesAtMost(surface.form.length) * 2);
    writer.surface(form.subarray(0, encodeInto(surface.form, form, 0)), termsOf(order[rank]!), documents);
  }
}

function placesBySurface(analyzer: Analyzer, log: TokenLog, order: Uint32Array, texts: number) {
  const at = new Uint32Array(analyzer.surfaces);
  for (let i = 0; i < log.length; i++) at[log.surfaces[i]!]!++;
  const ends = new Uint32Array(order.length);
  let total = 0;
  order.forEach((surface, rank) => {
    const count = at[surface]!;
    at[surface] = total;
    total += count;
    ends[rank] = total;
  });
  const articles = new Uint32Array(total);
  const places = new Float64Array(total);
  let token = 0;
  for (let text = 0; text < log.texts; text++) {
    const article = Math.floor(text / texts);
    for (const end = log.ends[text]!; token < end; token++) {
      const to = at[log.surfaces[token]!]!++;
      articles[to] = article;
      places[to] = log.positions[token]! * texts + (text % texts);
    }
  }
  return { ends, articles, places };
}
