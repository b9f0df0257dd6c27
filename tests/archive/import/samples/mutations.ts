import { gunzipSync, gzipSync } from 'node:zlib';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { randomFrom } from '../../../../archive/entities/chance.ts';

type Random = () => number;
const below = (random: Random, limit: number) => Math.floor(random() * limit);

function spliced(bytes: Uint8Array, at: number, remove: number, insert: Uint8Array): Uint8Array {
  return Buffer.concat([bytes.subarray(0, at), insert, bytes.subarray(at + remove)]);
}

const kinds: readonly ((bytes: Uint8Array, random: Random) => Uint8Array)[] = [
  // Cut off.
  (bytes, random) => bytes.subarray(0, below(random, bytes.length)),
  // The beginning is missing.
  (bytes, random) => bytes.subarray(below(random, bytes.length)),
  // Bits turned over, a few or many.
  (bytes, random) => {
    const copy = Uint8Array.from(bytes);
    for (let i = 0; i < 1 + below(random, 40); i++) copy[below(random, copy.length)]! ^= 1 << below(random, 8);
    return copy;
  },
  // A run of NUL bytes, or of noise, or of one sign.
  (bytes, random) =>
    spliced(bytes, below(random, bytes.length), below(random, 50), new Uint8Array(below(random, 3000))),
  (bytes, random) =>
    spliced(
      bytes,
      below(random, bytes.length),
      0,
      Uint8Array.from({ length: below(random, 500) }, () => below(random, 256)),
    ),
  (bytes, random) =>
    spliced(bytes, below(random, bytes.length), 0, new Uint8Array(20_000).fill(bytes[below(random, bytes.length)]!)),
  // A part missing, twice, or a thousand times.
  (bytes, random) => spliced(bytes, below(random, bytes.length), below(random, bytes.length), new Uint8Array()),
  (bytes, random) => {
    const from = below(random, bytes.length);
    const part = bytes.subarray(from, from + below(random, 200));
    const times = random() < 0.5 ? 1 : 1000;
    return spliced(bytes, from, 0, Buffer.concat(Array.from({ length: times }, () => part)));
  },
  // Numbers that are far too large, or negative.
  (bytes, random) => {
    const text = Buffer.from(bytes).toString('latin1');
    const figures = [...text.matchAll(/\d+/g)];
    const one = figures[below(random, figures.length)];
    if (one === undefined) return bytes;
    const large = ['999999999999', '-1', '4294967295', '0', '2147483648'][below(random, 5)]!;
    return spliced(bytes, one.index, one[0].length, strToU8(large));
  },
  // Signs that mean something to one format or another.
  (bytes, random) => {
    const sign = [
      '<!DOCTYPE a [<!ENTITY b "b">]>&b;',
      '{\\rtf1',
      ']]>',
      '<![CDATA[',
      '"',
      '\\bin99999999 ',
      '%PDF-1.7',
      '--b',
      '\nFrom ',
      'PK\u0003\u0004',
      '{"a":',
      '&#x110000;',
      '\ud800',
      'data:;base64,AAAA',
    ];
    return spliced(bytes, below(random, bytes.length), 0, strToU8(sign[below(random, sign.length)]!));
  },
];

/** One damaged file made of a sound one; packed formats are damaged outside or in one of their members. */
export function mutated(name: string, bytes: Uint8Array, seed: number): Uint8Array {
  const random = randomFrom(seed);
  const twist = (one: Uint8Array) => {
    let now = one;
    for (let i = 0; i < 1 + below(random, 3) && now.length > 0; i++)
      now = kinds[below(random, kinds.length)]!(now, random);
    return now;
  };
  if (random() < 0.6 && /\.(?:docx|odt|epub|xlsx|zip)$/.test(name)) {
    const members = unzipSync(bytes);
    const names = Object.keys(members);
    const chosen = names[below(random, names.length)]!;
    return zipSync({ ...members, [chosen]: twist(members[chosen]!) }, { level: 1 });
  }
  if (random() < 0.6 && name.endsWith('.gz')) return gzipSync(twist(gunzipSync(bytes)));
  return twist(bytes);
}
