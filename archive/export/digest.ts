import type { Annotation } from '../contract/annotations.ts';
import type { Article } from '../contract/articles.ts';

/** How the pages look. */
export interface DigestOptions {
  /** `digest`: cover, contents, lists; `dossier`: also a time line before the articles; `article`: only the articles. */
  template: 'digest' | 'dossier' | 'article';
  page: 'A4' | 'A5' | 'Letter';
  columns: 1 | 2;
  /** Highlights and notes. */
  annotations: boolean;
  standard: 'plain' | 'pdf-a' | 'pdf-ua';
}

export const digestDefaults: DigestOptions = {
  template: 'digest',
  page: 'A4',
  columns: 1,
  annotations: true,
  standard: 'plain',
};

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
  /** ISO date of the making: on the cover and in references to web pages. */
  today: string;
  items: readonly DigestItem[];
}

/** A digest from records of the archive; without a title it is called «Дайджест прессы». */
export function digestInput(
  heading: { title?: string; subtitle?: string; today: string },
  items: readonly DigestItem[],
): DigestInput {
  return {
    title: heading.title?.trim() || 'Дайджест прессы',
    subtitle: heading.subtitle?.trim() ?? '',
    today: heading.today,
    items,
  };
}
