/**
 * HTML entities that an import left in a text: «&laquo;», «&nbsp;», «&shy;», «&#1053;», also escaped twice
 * («&amp;laquo;»). They are read as the character they stand for; the stored text keeps them.
 */
export interface HtmlEntity {
  /** The UTF-16 unit it stands for; characters outside the basic plane count as a space. */
  readonly unit: number;
  /** Offset after its semicolon. */
  readonly end: number;
}

const NAMED: Readonly<Record<string, number>> = {
  amp: 0x26,
  apos: 0x27,
  bdquo: 0x201e,
  bull: 0x2022,
  copy: 0xa9,
  deg: 0xb0,
  emsp: 0x2003,
  ensp: 0x2002,
  euro: 0x20ac,
  gt: 0x3e,
  hellip: 0x2026,
  laquo: 0xab,
  ldquo: 0x201c,
  lsaquo: 0x2039,
  lsquo: 0x2018,
  lt: 0x3c,
  mdash: 0x2014,
  middot: 0xb7,
  minus: 0x2212,
  nbsp: 0xa0,
  ndash: 0x2013,
  numero: 0x2116,
  para: 0xb6,
  plusmn: 0xb1,
  quot: 0x22,
  raquo: 0xbb,
  rdquo: 0x201d,
  reg: 0xae,
  rsaquo: 0x203a,
  rsquo: 0x2019,
  sbquo: 0x201a,
  sect: 0xa7,
  shy: 0xad,
  thinsp: 0x2009,
  times: 0xd7,
  trade: 0x2122,
  zwj: 0x200d,
  zwnj: 0x200c,
};

const ENTITY = /&(?:amp;)*(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/iy;
const SPACE = 0x20;

/** The entity that begins at `at`; undefined when what stands there is only an ampersand. */
export function htmlEntityAt(text: string, at: number): HtmlEntity | undefined {
  ENTITY.lastIndex = at;
  const match = ENTITY.exec(text);
  if (match === null) return undefined;
  const [, decimal, hexadecimal, name] = match;
  const end = ENTITY.lastIndex;
  if (name !== undefined) {
    const unit = NAMED[name.toLowerCase()];
    return unit === undefined ? undefined : { unit, end };
  }
  const point = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number.parseInt(decimal, 10);
  return { unit: point > 0 && point <= 0xffff ? point : SPACE, end };
}
