import iconv from 'iconv-lite';

/** The encodings Russian and Kazakh press is kept in. The list is closed: whatever is not in it is refused. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1251',
  'koi8-r',
  'cp866',
  'iso-8859-5',
  'x-mac-cyrillic',
  'kz-1048',
] as const;
export type Encoding = (typeof encodings)[number];

/** Names under which files declare the encodings, lower case, without `-`, `_` and blanks. */
const aliases: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  unicode11utf8: 'utf-8',
  usascii: 'utf-8',
  ascii: 'utf-8',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  windows1251: 'windows-1251',
  cp1251: 'windows-1251',
  win1251: 'windows-1251',
  '1251': 'windows-1251',
  koi8r: 'koi8-r',
  koi8u: 'koi8-r',
  koi8: 'koi8-r',
  ibm866: 'cp866',
  cp866: 'cp866',
  '866': 'cp866',
  dos866: 'cp866',
  iso88595: 'iso-8859-5',
  maccyrillic: 'x-mac-cyrillic',
  xmaccyrillic: 'x-mac-cyrillic',
  macintosh: 'x-mac-cyrillic',
  kz1048: 'kz-1048',
  strk1048: 'kz-1048',
  strk10482002: 'kz-1048',
  rk1048: 'kz-1048',
};

/** The encoding that a declared name stands for; undefined when it is none of ours. */
export function encodingNamed(name: string): Encoding | undefined {
  return aliases[name.toLowerCase().replace(/[^a-z0-9]/g, '')];
}

const libraryName: Readonly<Record<Encoding, string>> = {
  'utf-8': 'utf8',
  'utf-16le': 'utf16-le',
  'utf-16be': 'utf16-be',
  'windows-1251': 'win1251',
  'koi8-r': 'koi8-r',
  cp866: 'cp866',
  'iso-8859-5': 'iso-8859-5',
  'x-mac-cyrillic': 'maccyrillic',
  'kz-1048': 'rk1048',
};

/** Bytes to text. Never throws: what the encoding has no letter for becomes U+FFFD. A byte-order mark is dropped. */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  return iconv.decode(bytes, libraryName[encoding]);
}

/** Text to bytes, for tests and for showing what a wrong choice would give. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  return iconv.encode(text, libraryName[encoding]);
}
