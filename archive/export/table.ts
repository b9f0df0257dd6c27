import type { TableColumn } from '../contract/exports.ts';
import type { DigestItem } from './digest.ts';
import { reference, type Standard } from './gost.ts';

/** The headings of columns. */
export const columnNames: Readonly<Record<TableColumn, string>> = {
  id: 'Номер',
  date: 'Дата',
  source: 'Источник',
  title: 'Заголовок',
  author: 'Автор',
  rubric: 'Рубрика',
  url: 'Адрес',
  tags: 'Метки',
  persons: 'Персоны',
  organizations: 'Организации',
  rating: 'Оценка',
  readState: 'Прочитано',
  comment: 'Комментарий',
  notes: 'Заметки',
  reference: 'Ссылка',
  lead: 'Лид',
  text: 'Текст',
};

const states = { unread: 'нет', read: 'да', check: 'проверить' } as const;

/** One cell of a table: a number where it is one, else text; empty where nothing is known. */
export function cell(item: DigestItem, column: TableColumn, today: string, citation: Standard): string | number {
  const { article, annotations, comment } = item;
  switch (column) {
    case 'id':
    case 'rating':
      return article[column];
    case 'readState':
      return states[article.readState];
    case 'tags':
      return article.tags.join('; ');
    case 'persons':
      return named(item, 'person');
    case 'organizations':
      return named(item, 'organization');
    case 'comment':
      return comment;
    case 'notes':
      return annotations
        .map(({ quote, note }) => (note === '' ? `«${quote.exact}»` : `«${quote.exact}» — ${note}`))
        .join('\n');
    case 'reference':
      return reference(article, today, citation);
    case 'text':
      return article.body;
    default:
      return article[column] ?? '';
  }
}

const named = ({ article }: DigestItem, kind: 'person' | 'organization') =>
  [...new Set(article.mentions.filter((mention) => mention.kind === kind).map(({ label }) => label))].join('; ');

/**
 * Text that a spreadsheet would take for a formula, with an apostrophe before it.
 *
 * @see OWASP, «CSV Injection»: cells that begin with = + - @, a tab or a line break
 */
export const unarmed = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);
