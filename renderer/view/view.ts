import type { SearchRequest } from '../../archive/contract/search.ts';

/** The places of the window, as its address names them. */
const sections = [
  'home',
  'search',
  'names',
  'notes',
  'selections',
  'archive',
  'settings',
  'keeping',
  'folders',
  'review',
  'bin',
  'journal',
  'charts',
  'about',
] as const;
export type Section = (typeof sections)[number];

/** A search without the page of its result: pages, and which stories are unfolded, are the list's own business. */
export type Question = Omit<SearchRequest, 'offset' | 'limit' | 'unfold'>;

export const emptyQuestion: Question = {
  query: '',
  choices: [],
  from: null,
  to: null,
  undated: false,
  sort: 'relevance',
  fields: [],
  asTyped: false,
  sameRoot: false,
  withoutLemmas: [],
  withoutForms: [],
  fold: true,
};

/** Where the person is: everything that "back" brings back. */
export interface View {
  section: Section;
  question: Question;
  /** The article in the sheet. */
  article: number | null;
  /** The sheet fills the window. */
  reading: boolean;
  /** A second article beside the first, in the reading mode. */
  beside: number | null;
  /** The two are compared word by word. */
  compare: boolean;
  /** The file the article was read from, beside it. */
  original: boolean;
  /** A mark of the article that is gone to when it opens. */
  mark: number | null;
  entity: number | null;
  /** Of the names, the pairs that may be one. */
  alike: boolean;
  selection: number | null;
  /** The import job whose report is open. */
  job: string | null;
  /** What a chart compares: `e:12` an entity, `q:…` a search. */
  lines: readonly string[];
}

export const firstView: View = {
  section: 'search',
  question: emptyQuestion,
  article: null,
  reading: false,
  beside: null,
  compare: false,
  original: false,
  mark: null,
  entity: null,
  alike: false,
  selection: null,
  job: null,
  lines: [],
};

/** Nothing of a section is open: its own first page. */
export const sectionAlone = { entity: null, alike: false, selection: null, job: null } as const;

/** The view as the part of an address after #: only what differs from the first view. */
export function viewToHash(view: View): string {
  const { section, question, ...rest } = view;
  const differing = (whole: object, plain: object) =>
    Object.entries(whole).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(plain[key as keyof typeof plain]),
    );
  const parts = new URLSearchParams();
  for (const [key, value] of [...differing(rest, firstView), ...differing(question, emptyQuestion)]) {
    parts.set(key, typeof value === 'string' ? value : JSON.stringify(value));
  }
  const tail = parts.toString();
  return tail === '' ? `#/${section}` : `#/${section}?${tail}`;
}

/** Reads what {@link viewToHash} wrote; whatever is not understood is left as in the first view. */
export function hashToView(hash: string): View {
  const [path = '', tail = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const parts = new URLSearchParams(tail);
  const read = <T extends object>(plain: T): T => {
    const entries = Object.entries(plain).map(([key, value]) => {
      const text = parts.get(key);
      return [key, text === null ? value : parsed(text, value, key)];
    });
    return Object.fromEntries(entries) as T;
  };
  const { section: _section, question: _question, ...rest } = firstView;
  return {
    ...read(rest),
    section: sections.find((known) => known === path) ?? 'search',
    question: read(emptyQuestion),
  };
}

const texts = new Set(['query', 'from', 'to', 'sort', 'job']);
const sorts: readonly unknown[] = ['relevance', 'newest', 'oldest'];

function parsed(text: string, plain: unknown, key: string): unknown {
  if (key === 'sort') return sorts.includes(text) ? text : plain;
  if (texts.has(key)) return text;
  try {
    const value: unknown = JSON.parse(text);
    const numeric = plain === null && typeof value === 'number' && Number.isInteger(value) && value > 0;
    const alike = plain !== null && typeof value === typeof plain && Array.isArray(value) === Array.isArray(plain);
    return numeric || alike ? value : plain;
  } catch {
    return plain;
  }
}
