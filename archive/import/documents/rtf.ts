import { decode, type Encoding } from '../charset.ts';
import type { SourceFile } from '../reading.ts';
import { type Block, documentText, type OpenedDocument } from './document-text.ts';
import { type RtfToken, rtfTokens } from './rtf-tokens.ts';

/** Groups whose text is none of the document's. */
const ASIDE = new Set([
  ...[
    'fonttbl',
    'colortbl',
    'stylesheet',
    'info',
    'pict',
    'object',
    'header',
    'headerl',
    'headerr',
    'headerf',
    'footer',
  ],
  ...[
    'footerl',
    'footerr',
    'footerf',
    'fldinst',
    'listtable',
    'listoverridetable',
    'generator',
    'themedata',
    'datastore',
  ],
  ...['xmlnstbl', 'rsidtbl', 'latentstyles', 'colorschememapping', 'bkmkstart', 'bkmkend', 'annotation', 'nonshppict'],
]);
const SIGNS: Readonly<Record<string, string>> = {
  ...{ tab: '\t', cell: ' ', line: '\n', emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“' },
  ...{ rdblquote: '”', bullet: '•', '~': '\u00a0', _: '\u2011', '-': '\u00ad', '{': '{', '}': '}', '\\': '\\' },
  ...{ emspace: ' ', enspace: ' ', qmspace: ' ', zwj: '', zwnj: '' },
};
/** Code pages by their number and by the character set of a font. */
const PAGES: Readonly<Record<number, Encoding>> = {
  1251: 'windows-1251',
  866: 'cp866',
  20866: 'koi8-r',
  28595: 'iso-8859-5',
  10007: 'x-mac-cyrillic',
  65001: 'utf-8',
};
const CHARSETS: Readonly<Record<number, Encoding>> = { 204: 'windows-1251', 89: 'x-mac-cyrillic' };

/** What holds until the end of a group. */
interface State {
  readonly aside: boolean;
  readonly font: number;
  readonly bold: boolean;
  readonly hidden: boolean;
  /** Characters that stand in for a `\u` in readers without Unicode. */
  readonly fallback: number;
}

/**
 * A document of Rich Text Format: our own reader, for the libraries leave the stand-ins of Unicode letters in the text
 * and do not know the code pages of fonts. Pictures, headers and fields' instructions are left out.
 */
export function openRtf(source: SourceFile): OpenedDocument {
  const { blocks, encoding } = rtfBlocks(source.bytes, source.choices?.encoding);
  return { document: documentText(blocks), encoding };
}

/** The paragraphs of RTF and the encoding that most of its bytes were in. Never throws. */
export function rtfBlocks(bytes: Uint8Array, forced?: Encoding): { blocks: Block[]; encoding: Encoding } {
  const blocks: Block[] = [];
  const styles = new Map<number, number>();
  const fonts = new Map<number, Encoding>();
  const stack: State[] = [];
  let state: State = { aside: false, font: -1, bold: false, hidden: false, fallback: 1 };
  let page: Encoding = 'windows-1251';
  let text = '';
  let raw: number[] = [];
  let boldLetters = 0;
  let letters = 0;
  let level: number | undefined;
  let breaks = false;
  let skip = 0;
  let starred = false;
  /** Which table is being read: its entries are told by what stands in them. */
  let table: 'fonttbl' | 'stylesheet' | undefined;
  let tableDepth = 0;
  let tableName = '';
  let tableNumber = 0;
  let tableLevel: number | undefined;

  const encodingNow = () => forced ?? fonts.get(state.font) ?? page;
  const flush = () => {
    if (raw.length === 0) return;
    put(decode(Uint8Array.from(raw), encodingNow()));
    raw = [];
  };
  const put = (more: string) => {
    text += more;
    letters += more.length;
    if (state.bold) boldLetters += more.length;
  };
  const endParagraph = () => {
    flush();
    const strong = letters > 0 && boldLetters >= letters * 0.9;
    blocks.push({ text, ...(level !== undefined && { level }), ...(strong && { strong }), ...(breaks && { breaks }) });
    breaks = breaks && text.trim() === '';
    text = '';
    letters = 0;
    boldLetters = 0;
  };
  const endEntry = () => {
    const rank = /^(?:heading|заголовок)\s*(\d)/i.exec(tableName.trim())?.[1];
    if (table === 'stylesheet' && (rank !== undefined || tableLevel !== undefined))
      styles.set(tableNumber, Number(rank ?? tableLevel));
    tableName = '';
    tableLevel = undefined;
  };

  const word = ({ word: name, value }: Extract<RtfToken, { kind: 'word' }>) => {
    if (name === '*') {
      starred = true;
      return;
    }
    const unknown = starred;
    starred = false;
    if (name === 'fonttbl' || name === 'stylesheet') {
      table = name;
      tableDepth = stack.length;
    }
    if (table !== undefined) {
      if (name === 'f' || name === 's') tableNumber = value ?? 0;
      if (name === 'outlinelevel' && value !== undefined && value < 6) tableLevel = value + 1;
      if (name === 'fcharset' && CHARSETS[value ?? 0] !== undefined) fonts.set(tableNumber, CHARSETS[value ?? 0]!);
    }
    if (ASIDE.has(name) || (unknown && name !== 'shppict')) {
      state = { ...state, aside: true };
      return;
    }
    if (name === 'ansicpg' && PAGES[value ?? 0] !== undefined) page = PAGES[value ?? 0]!;
    if (name === 'mac') page = 'x-mac-cyrillic';
    if (name === 'pca' || name === 'pc') page = 'cp866';
    if (state.aside) return;
    const sign = SIGNS[name];
    if (sign !== undefined && !state.hidden) {
      flush();
      put(sign);
      return;
    }
    flush();
    switch (name) {
      case 'u':
        if (!state.hidden && value !== undefined) put(String.fromCharCode(value & 0xffff));
        skip = state.fallback;
        break;
      case 'uc':
        state = { ...state, fallback: Math.min(Math.max(value ?? 1, 0), 8) };
        break;
      case 'par':
      case 'row':
      case 'sect':
        endParagraph();
        if (name === 'sect') breaks = true;
        break;
      case 'page':
        endParagraph();
        breaks = true;
        break;
      case 'pagebb':
        breaks = true;
        break;
      case 'pard':
        level = undefined;
        break;
      case 's':
        level = styles.get(value ?? -1);
        break;
      case 'outlinelevel':
        level = value !== undefined && value < 6 ? value + 1 : undefined;
        break;
      case 'f':
        state = { ...state, font: value ?? -1 };
        break;
      case 'b':
        state = { ...state, bold: value !== 0 };
        break;
      case 'plain':
        state = { ...state, bold: false, hidden: false };
        break;
      case 'v':
      case 'deleted':
        state = { ...state, hidden: value !== 0 };
        break;
      default:
    }
  };

  for (const token of rtfTokens(bytes)) {
    if (token.kind === 'byte') {
      starred = false;
      if (table === 'stylesheet') tableName += String.fromCharCode(token.byte);
      if (skip > 0) skip--;
      else if (!state.aside && !state.hidden) raw.push(token.byte);
    } else if (token.kind === 'word') word(token);
    else {
      flush();
      skip = 0;
      starred = false;
      if (token.kind === 'open') stack.push(state);
      else {
        if (table !== undefined) endEntry();
        if (stack.length <= tableDepth) table = undefined;
        state = stack.pop() ?? state;
      }
    }
  }
  endParagraph();
  return { blocks, encoding: forced ?? (fonts.size > 0 ? [...fonts.values()][0]! : page) };
}
