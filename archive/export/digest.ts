import type { Annotation, Pencil } from '../contract/annotations.ts';
import type { Article } from '../contract/articles.ts';
import type { Chart } from '../contract/charts.ts';
import type { EntityPage } from '../contract/entities.ts';
import { type ExportSetup, exportSetup } from '../contract/exports.ts';

/** How a document looks. */
export type DigestOptions = Omit<ExportSetup, 'format' | 'tableColumns' | 'author' | 'emblem'>;

export const digestDefaults: DigestOptions = exportSetup.parse({});

/** One article as it goes into a digest, with what the person wrote about it. */
export interface DigestItem {
  article: Article;
  annotations: readonly Annotation[];
  /** The person's comment, set before the article; may be empty. */
  comment: string;
}

export interface DigestInput {
  title: string;
  /** A line under the title: the query, the number of the issue; may be empty. */
  subtitle: string;
  /** The period as the person wrote it; empty: from the first date to the last. */
  period: string;
  author: string;
  /** A data URL, see `exportSetup`. */
  emblem: string | null;
  /** ISO date of the making: on the cover and in references to web pages. */
  today: string;
  items: readonly DigestItem[];
  /** Of whom the dossier is. */
  about: EntityPage | null;
  chart: Chart | null;
  /** What the person calls the pencils. */
  pencils: Readonly<Record<Pencil, string>>;
}

const pencils = { ochre: 'цитата', blue: 'проверить', red: 'спорно', lead: 'факт' };

/** A digest from records of the archive; without a title it is called «Дайджест прессы». */
export function digestInput(
  heading: Partial<Omit<DigestInput, 'items'>> & { today: string },
  items: readonly DigestItem[],
): DigestInput {
  return {
    period: '',
    author: '',
    emblem: null,
    about: null,
    chart: null,
    pencils,
    ...heading,
    title: heading.title?.trim() || 'Дайджест прессы',
    subtitle: heading.subtitle?.trim() ?? '',
    items,
  };
}
