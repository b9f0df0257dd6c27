import { figure } from './plurals.ts';
import { type Messages, russian } from './russian/table.ts';

/**
 * The sentences in Kazakh that are settled; the rest stays in Russian, the other language of the same reader. Kazakh
 * has one form after a numeral: «5 мақала».
 */
export const kazakh: Messages = {
  ...russian,
  frame: {
    ...russian.frame,
    sections: { search: 'Іздеу', names: 'Есімдер', notes: 'Жазбалар', selections: 'Топтамалар', archive: 'Мұрағат' },
    articles: (n) => `${figure('kk', n)}\u00a0мақала`,
    undo: 'Қайтару',
    save: 'Жазу',
    offline: 'Желі пайдаланылмайды',
  },
  search: {
    ...russian.search,
    title: 'Іздеу',
    nothing: 'Ештеңе табылмады',
    sorts: { ...russian.search.sorts, newest: 'алдымен жаңалары' },
  },
  annotation: { ...russian.annotation, save: 'Жазу' },
  notes: { ...russian.notes, title: 'Жазбалар' },
  selections: { ...russian.selections, title: 'Топтамалар', savePdf: 'PDF сақтау…' },
  names: { ...russian.names, title: 'Есімдер' },
  library: { ...russian.library, title: 'Мұрағат', empty: 'Мұрағат әзірге бос' },
};
