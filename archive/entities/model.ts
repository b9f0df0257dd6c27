/**
 * The trained weights and their file. Layout, little-endian: the letters `PDSH`, u32 format version, u32 length of the
 * header, the header as UTF-8 JSON, (labels × labels) f32 transitions for each dialect, then the rows in ascending order
 * of their hash: the hashes as differences (7 bits a byte, the low ones first), the label masks (u16 a row), the weights
 * (i8 for each label of a mask, in units of `header.unit`).
 */

import { labelCount } from './labels.ts';

const L = labelCount;
const modelFormat = 2;
const letters = [0x50, 0x44, 0x53, 0x48];

/** Annotation guidelines the tagger can write in. Index 0 is what all of them share. */
export const dialects = ['shared', 'NEREL', 'factRuEval-2016', 'Collection5', 'BSNLP-2019'] as const;
export type Dialect = (typeof dialects)[number];

export interface ModelHeader {
  /** What an article remembers of the recogniser that read it. */
  readonly version: string;
  readonly rows: number;
  readonly unit: number;
  readonly seed: number;
  readonly epochs: number;
  /** Corpora with their licences, and a hash of the ids of the documents, in order. */
  readonly corpora: readonly { readonly name: string; readonly documents: number; readonly licence: string }[];
  readonly trainingHash: string;
}

export interface Model {
  readonly header: ModelHeader;
  /** `labelCount × labelCount` scores for each dialect. */
  readonly transitions: readonly Float64Array[];
  /** Adds the weights of a feature to `labelCount` sums from `offset` on, in units of `header.unit`. */
  add(feature: number, sums: Int32Array, offset: number): void;
}

/** Weights as the trainer has them: a dense row of `labelCount` for each feature. */
export interface DenseWeights {
  /** Hashes of the features, as signed integers. */
  readonly features: Int32Array;
  readonly rows: Float32Array;
  readonly transitions: readonly Float64Array[];
}

/** One step of the stored weights: small enough not to be felt, large enough for ±5 in a byte. */
const unit = 0.04;

/** @param least rows whose largest weight is below it are left out */
export function writeModel(
  weights: DenseWeights,
  header: Omit<ModelHeader, 'rows' | 'unit'>,
  least: number,
): Uint8Array {
  const kept = Array.from(weights.features.keys()).filter((row) => {
    for (let y = 0; y < L; y++) if (Math.abs(weights.rows[row * L + y]!) >= least) return true;
    return false;
  });
  const hash = (row: number) => weights.features[row]! >>> 0;
  kept.sort((a, b) => hash(a) - hash(b));
  const head = new TextEncoder().encode(JSON.stringify({ ...header, rows: kept.length, unit }));
  const bytes: number[] = [...letters];
  const u32 = (n: number) => bytes.push(n & 255, (n >>> 8) & 255, (n >>> 16) & 255, n >>> 24);
  u32(modelFormat);
  u32(head.length);
  bytes.push(...head);
  for (const table of weights.transitions) {
    for (const byte of new Uint8Array(Float32Array.from(table).buffer)) bytes.push(byte);
  }
  let last = 0;
  for (const row of kept) {
    let gap = hash(row) - last;
    last = hash(row);
    while (gap > 127) {
      bytes.push((gap % 128) + 128);
      gap = Math.floor(gap / 128);
    }
    bytes.push(gap);
  }
  const values: number[] = [];
  for (const row of kept) {
    let mask = 0;
    for (let y = 0; y < L; y++) {
      const q = Math.max(-127, Math.min(127, Math.round(weights.rows[row * L + y]! / unit)));
      if (q === 0) continue;
      mask |= 1 << y;
      values.push(q & 255);
    }
    bytes.push(mask & 255, mask >>> 8);
  }
  const result = new Uint8Array(bytes.length + values.length);
  result.set(bytes);
  result.set(values, bytes.length);
  return result;
}

export class ModelFormatError extends Error {
  override name = 'ModelFormatError';
}

/** What a model file says of itself. Throws {@link ModelFormatError} if the bytes are not one, or of another format. */
export function modelHeader(bytes: Uint8Array): ModelHeader {
  return readHeader(bytes).header;
}

function readHeader(bytes: Uint8Array): { header: ModelHeader; view: DataView; at: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || letters.some((letter, i) => bytes[i] !== letter)) {
    throw new ModelFormatError('these bytes are not a model');
  }
  if (view.getUint32(4, true) !== modelFormat) throw new ModelFormatError('the model is of another format');
  const headLength = view.getUint32(8, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(12, 12 + headLength))) as ModelHeader;
  return { header, view, at: 12 + headLength };
}

/** Opens the bytes of a model file. Throws as {@link modelHeader}. */
export function openModel(bytes: Uint8Array): Model {
  const { header, view, at: begin } = readHeader(bytes);
  let at = begin;
  const transitions = dialects.map(() => {
    const table = new Float64Array(L * L);
    for (let i = 0; i < table.length; i++, at += 4) table[i] = view.getFloat32(at, true);
    return table;
  });
  const rows = header.rows;
  const hashes = new Uint32Array(rows);
  let last = 0;
  for (let row = 0; row < rows; row++) {
    let gap = 0;
    for (let weight = 1; ; weight *= 128) {
      const byte = bytes[at++]!;
      gap += (byte & 127) * weight;
      if (byte < 128) break;
    }
    last += gap;
    hashes[row] = last;
  }
  const masks = new Uint16Array(rows);
  const first = new Uint32Array(rows);
  let values = at + rows * 2;
  for (let row = 0; row < rows; row++, at += 2) {
    masks[row] = view.getUint16(at, true);
    first[row] = values;
    for (let mask = masks[row]!; mask !== 0; mask &= mask - 1) values++;
  }
  if (values !== bytes.length) throw new ModelFormatError('the model is cut short or too long');
  const stored = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);

  // Rows are unpacked to a fixed width, and found by open addressing, at most half full; key 0 is an empty slot. Most
  // features of a text are unknown to the model: a bit for each remainder of a hash tells nearly all of them apart
  // without leaving the processor's cache.
  const weights = new Int8Array(rows * width);
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, rows * 2)));
  const keys = new Int32Array(size);
  const rowOf = new Int32Array(size);
  const met = new Uint32Array(2 ** (remainderBits - 5));
  for (let row = 0; row < rows; row++) {
    let value = first[row]!;
    for (let mask = masks[row]!, y = 0; mask !== 0; mask >>>= 1, y++) {
      if ((mask & 1) === 1) weights[row * width + y] = stored[value++]!;
    }
    const remainder = hashes[row]! >>> (32 - remainderBits);
    met[remainder >>> 5]! |= 1 << (remainder & 31);
    let slot = hashes[row]! & (size - 1);
    while (keys[slot] !== 0) slot = (slot + 1) & (size - 1);
    rowOf[slot] = row * width;
    keys[slot] = hashes[row]! | 0;
  }
  return {
    header,
    transitions,
    add(feature, sums, offset) {
      const remainder = feature >>> (32 - remainderBits);
      if (((met[remainder >>> 5]! >>> (remainder & 31)) & 1) === 0) return;
      let slot = feature & (size - 1);
      for (let key = keys[slot]!; key !== feature; key = keys[slot]!) {
        if (key === 0) return;
        slot = (slot + 1) & (size - 1);
      }
      const row = rowOf[slot]!;
      for (let y = 0; y < L; y++) sums[offset + y]! += weights[row + y]!;
    },
  };
}

/** Weights of a row, padded so that a row begins at a multiple of 16. */
const width = 16;

/** 2²² bits are half a megabyte, of which some 5 % are set. */
const remainderBits = 22;
