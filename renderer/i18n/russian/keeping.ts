import type { BackupReason } from '../../../archive/contract/backups.ts';
import type { CheckName, Finding } from '../../../archive/contract/keeping.ts';
import { russianCount as count, figure } from '../plurals.ts';

const articles = (n: number) => count(n, '{n} статья', '{n} статьи', '{n} статей');
const annotations = (n: number) => count(n, '{n} пометка', '{n} пометки', '{n} пометок');
const places = (n: number) => count(n, '{n} место в подборках', '{n} места в подборках', '{n} мест в подборках');

export const bin = {
  title: 'Корзина',
  remove: 'Убрать в корзину',
  removeFound: 'Убрать найденное…',
  removeFoundTitle: (n: number) =>
    count(n, 'Убрать {n} статью в корзину?', 'Убрать {n} статьи в корзину?', 'Убрать {n} статей в корзину?'),
  removeFoundMore: 'Пометки останутся на статьях. Вернуть можно сразу или из корзины.',
  removeImport: 'Убрать эти статьи',
  removed: (n: number) => count(n, '{n} статья в корзине', '{n} статьи в корзине', '{n} статей в корзине'),
  back: 'Вернуть',
  backChosen: (n: number) => count(n, 'Вернуть {n} статью', 'Вернуть {n} статьи', 'Вернуть {n} статей'),
  returned: (n: number) => count(n, '{n} статья возвращена', '{n} статьи возвращены', '{n} статей возвращено'),
  summary: (n: number, notes: number) =>
    notes === 0 ? `${articles(n)}, без пометок.` : `${articles(n)}, на них ${annotations(notes)}.`,
  field: 'Искать в корзине',
  chooseOne: (title: string) => `Выбрать: ${title}`,
  chooseAll: 'Выбрать все',
  removedAt: (when: string) => `убрана ${when}`,
  empty: 'Корзина пуста',
  emptyMore: 'Убранные статьи лежат здесь вместе с пометками, пока корзину не очистят.',
  nothing: 'Таких статей в корзине нет',
  nothingMore: 'Измените слова поиска.',
  clear: 'Очистить корзину…',
  clearTitle: 'Удалить навсегда?',
  clearWhat: (n: number, notes: number, bound: number) =>
    `Будет удалено: ${[articles(n), notes > 0 ? annotations(notes) : '', bound > 0 ? places(bound) : '']
      .filter(Boolean)
      .join(', ')}, а также исходные файлы, которые больше ни для чего не нужны. Вернуть их будет нельзя.`,
  clearBackups: (n: number) =>
    count(
      n,
      'В {n} копии архива они останутся, пока она не удалена.',
      'В {n} копиях архива они останутся, пока копии не удалены.',
      'В {n} копиях архива они останутся, пока копии не удалены.',
    ),
  clearYes: (n: number) => count(n, 'Удалить {n} статью', 'Удалить {n} статьи', 'Удалить {n} статей'),
  showMore: 'Показать ещё',
};

const reasons: Record<BackupReason, string> = {
  request: 'по просьбе',
  daily: 'за день',
  schema: 'перед обновлением',
  restore: 'перед возвратом копии',
  merge: 'перед приёмом архива',
};

type Sentences = Record<Finding['state'], (finding: Finding) => string>;
const same = (sentence: (finding: Finding) => string): Sentences => ({ ok: sentence, mended: sentence, bad: sentence });
const number = (n: number | null) => figure('ru', n ?? 0);

const findings: Record<CheckName, Sentences> = {
  database: {
    ...same(() => 'Основа цела'),
    bad: ({ count: n }) =>
      count(
        n,
        'Основа повреждена в {n} месте. Верните последнюю копию',
        'Основа повреждена в {n} местах. Верните последнюю копию',
        'Основа повреждена в {n} местах. Верните последнюю копию',
      ),
  },
  schema: {
    ...same(({ count: n }) => `Версия основы: ${number(n)}`),
    bad: () => 'Программа установлена не полностью: нет словаря. Поставьте её заново',
  },
  originals: {
    ...same(({ of }) => `Исходные файлы на месте: ${number(of)}`),
    bad: ({ count: n, of }) =>
      `Исходных файлов нет или они изменились: ${number(n)} из ${number(of)}. Статьи целы. Примите эти файлы ещё раз`,
  },
  ledger: {
    ...same(() => 'Записи о пополнениях согласованы'),
    mended: ({ count: n }) => `Записи о пополнениях исправлены: ${number(n)}`,
    bad: ({ count: n }) => `Записи о пополнениях не согласованы: ${number(n)}`,
  },
  recognition: {
    ...same(({ of }) => `Имена прочитаны во всех статьях: ${number(of)}`),
    mended: ({ count: n }) =>
      count(
        n,
        'Имена прочитаны заново в {n} статье',
        'Имена прочитаны заново в {n} статьях',
        'Имена прочитаны заново в {n} статьях',
      ),
    bad: ({ count: n }) =>
      count(
        n,
        'Имена не прочитаны в {n} статье',
        'Имена не прочитаны в {n} статьях',
        'Имена не прочитаны в {n} статьях',
      ),
  },
  index: {
    ...same(({ of }) => `Указатель полон, статей: ${number(of)}`),
    mended: () => 'Указатель достраивается. Читать и искать можно',
  },
  leftovers: {
    ...same(() => 'Незаконченных файлов нет'),
    mended: ({ count: n }) => `Незаконченные файлы убраны: ${number(n)}`,
    bad: ({ count: n }) => `Есть незаконченные файлы: ${number(n)}`,
  },
  backups: {
    ...same(({ of }) => (of === 0 ? 'Копий пока нет' : `Копии читаются: ${number(of)}`)),
    bad: ({ count: n, of }) => `Копии не читаются: ${number(n)} из ${number(of)}. Удалите их и сделайте новую`,
  },
  space: {
    ...same(({ count: n }) => `Свободно на диске: ${number(n)} МБ`),
    bad: ({ count: n }) => `На диске мало места: ${number(n)} МБ`,
  },
};

export const keeping = {
  title: 'Сохранность',
  lead: 'Копии, вынос на другой компьютер, проверка. Всё остаётся на этом компьютере.',
  backups: 'Резервные копии',
  backupsMore: 'статьи, пометки, подборки и правка имён на день, когда копия сделана',
  make: 'Сделать копию',
  made: 'Копия сделана и проверена',
  daily: 'Делать копию каждый день, когда что-то изменилось',
  kept: 'Сколько ежедневных копий хранить',
  reasons,
  holds: (n: number, notes: number) => `${articles(n)}, ${annotations(notes)}`,
  unreadable: 'не читается',
  none: 'Копий пока нет. Первая сделается сама в течение дня.',
  restore: 'Вернуть…',
  restoreTitle: (when: string) => `Вернуть архив к копии ${when}?`,
  restoreMore: 'Теперешнее состояние сначала само станет копией: к нему можно будет вернуться.',
  restoreSame: 'В копии то же, что и сейчас. Ничего не изменится.',
  restoreYes: 'Вернуть копию',
  restored: 'Копия возвращена',
  rows: { articles: 'Статьи', annotations: 'Пометки', selections: 'Подборки' },
  columns: { back: 'вернётся', gone: 'пропадёт', changed: 'станет прежним', fresh: 'добавится', known: 'уже есть' },
  goneTitles: (titles: string) => `Пропадут: ${titles}`,
  andMore: (n: number) => count(n, 'и ещё {n}', 'и ещё {n}', 'и ещё {n}'),
  remove: 'Удалить копию',
  removeTitle: (when: string) => `Удалить копию ${when}?`,
  removeMore: 'Вернуться к этому дню будет нельзя. Сам архив не изменится.',
  removed: 'Копия удалена',
  portable: 'Вынести и принять',
  portableMore: 'весь архив одним файлом: на другой компьютер или на съёмный диск',
  carryOut: 'Вынести архив в файл…',
  carried: 'Архив вынесен',
  carriedAt: (when: string) => `Вынесен ${when}.`,
  takeIn: 'Принять архив из файла…',
  mergeTitle: (name: string) => `Принять архив «${name}»?`,
  mergeMore: 'Здешнее не заменяется. Теперешнее состояние сначала станет копией.',
  mergeYes: 'Принять',
  merged: (n: number) => count(n, 'Принята {n} статья', 'Приняты {n} статьи', 'Принято {n} статей'),
  searches: 'Сохранённые поиски',
  other: (n: number) =>
    count(
      n,
      '{n} статья есть здесь в другой редакции: останется здешняя, пометки перейдут на неё.',
      '{n} статьи есть здесь в другой редакции: останутся здешние, пометки перейдут на них.',
      '{n} статей есть здесь в другой редакции: останутся здешние, пометки перейдут на них.',
    ),
  inBin: (n: number) =>
    count(
      n,
      '{n} статья здесь в корзине и там останется.',
      '{n} статьи здесь в корзине и там останутся.',
      '{n} статей здесь в корзине и там останутся.',
    ),
  unplaced: (n: number) =>
    count(
      n,
      '{n} пометка не найдёт своего места.',
      '{n} пометки не найдут своего места.',
      '{n} пометок не найдут своего места.',
    ),
  check: 'Проверка',
  checkMore: 'читается каждый файл; что можно построить заново, строится',
  checkDo: 'Проверить',
  checking: 'Идёт проверка…',
  findings,
  open: 'Открыть',
  links: 'Ещё',
  binLink: (n: number) => (n === 0 ? 'Корзина пуста' : `Корзина: ${articles(n)}`),
  journalLink: 'Журнал программы',
  damaged: 'Основа архива повреждена',
  damagedLead:
    'Файл с вашими статьями и пометками не читается. Ниже копии этого архива: любая может занять его место. Повреждённый файл останется рядом.',
  damagedNone:
    'Копий у этого архива нет. Повреждённый файл не изменён: его можно отнести тому, кто восстанавливает данные.',
};

export const journal = {
  title: 'Журнал',
  lead: 'Что пошло не так и что заняло много времени. Журнал лежит на этом компьютере и никуда не отправляется.',
  empty: 'В журнале пусто',
  emptyMore: 'Ошибок не было.',
  copy: 'Скопировать всё',
  copied: 'Журнал скопирован',
  save: 'Сохранить…',
  onlyErrors: 'Только ошибки',
  events: { fault: 'ошибка', crash: 'сбой', window: 'ошибка окна', 'slow call': 'долго' } as Record<string, string>,
  took: (milliseconds: string) => `${milliseconds} мс`,
};
