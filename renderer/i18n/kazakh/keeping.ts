import { kazakhCount as count, figure } from '../plurals.ts';
import type { Said } from './said.ts';

const articles = (n: number) => count(n, '{n} мақала');
const annotations = (n: number) => count(n, '{n} белгі');
const places = (n: number) => count(n, 'топтамалардағы {n} орын');

export const bin: Said<'bin'> = {
  title: 'Себет',
  remove: 'Себетке салу',
  removeFound: 'Табылғандарды алып тастау…',
  removeFoundTitle: (n) => count(n, '{n} мақаланы себетке салу керек пе?'),
  removeFoundMore: 'Белгілер мақалаларда қалады. Бірден немесе себеттен қайтаруға болады.',
  removeImport: 'Осы мақалаларды алып тастау',
  removed: (n) => count(n, 'себетте {n} мақала'),
  back: 'Қайтару',
  backChosen: (n) => count(n, '{n} мақаланы қайтару'),
  returned: (n) => count(n, '{n} мақала қайтарылды'),
  returnedToBin: 'Қайтадан себетте',
  summary: (n, notes) => (notes === 0 ? `${articles(n)}, белгісіз.` : `${articles(n)}, оларда ${annotations(notes)}.`),
  field: 'Себеттен іздеу',
  chooseOne: (title) => `Таңдау: ${title}`,
  chooseAll: 'Бәрін таңдау',
  removedAt: (when) => `алынды: ${when}`,
  empty: 'Себет бос',
  emptyMore: 'Алынған мақалалар себет тазаланғанша белгілерімен бірге осында жатады.',
  nothing: 'Себетте мұндай мақала жоқ',
  nothingMore: 'Іздеу сөздерін өзгертіңіз.',
  clear: 'Себетті тазалау…',
  clearTitle: 'Біржола жою керек пе?',
  clearWhat: (n, notes, bound) =>
    `Жойылады: ${[articles(n), notes > 0 ? annotations(notes) : '', bound > 0 ? places(bound) : '']
      .filter(Boolean)
      .join(', ')}, сондай-ақ енді ешнәрсеге керек емес бастапқы файлдар. Оларды қайтару мүмкін болмайды.`,
  clearBackups: (n) => count(n, 'Мұрағаттың {n} көшірмесінде олар сол көшірмелер жойылғанша қалады.'),
  clearYes: (n) => count(n, '{n} мақаланы жою'),
  showMore: 'Тағы көрсету',
};

const number = (n: number | null) => figure('kk', n ?? 0);

export const keeping: Said<'keeping'> = {
  title: 'Сақталуы',
  lead: 'Көшірмелер, басқа компьютерге шығару, тексеру. Бәрі осы компьютерде қалады.',
  backups: 'Сақтық көшірмелер',
  backupsMore: 'көшірме жасалған күнгі мақалалар, белгілер, топтамалар және есім түзетулері',
  make: 'Көшірме жасау',
  made: 'Көшірме жасалып, тексерілді',
  daily: 'Бірдеңе өзгерген күні көшірме жасау',
  kept: 'Күнделікті көшірменің қаншасын сақтау керек',
  reasons: {
    request: 'сұрау бойынша',
    daily: 'күндік',
    schema: 'жаңарту алдында',
    restore: 'көшірмені қайтару алдында',
    merge: 'мұрағатты қабылдау алдында',
  },
  holds: (n, notes) => `${articles(n)}, ${annotations(notes)}`,
  unreadable: 'оқылмайды',
  none: 'Әзірге көшірме жоқ. Біріншісі бір күннің ішінде өзі жасалады.',
  restore: 'Қайтару…',
  restoreTitle: (when) => `Мұрағатты ${when} көшірмесіне қайтару керек пе?`,
  restoreMore: 'Қазіргі күй алдымен өзі көшірме болады: оған қайтуға болады.',
  restoreSame: 'Көшірмеде қазіргімен бірдей. Ештеңе өзгермейді.',
  restoreYes: 'Көшірмені қайтару',
  restored: 'Көшірме қайтарылды',
  rows: { articles: 'Мақалалар', annotations: 'Белгілер', selections: 'Топтамалар' },
  columns: { back: 'қайтады', gone: 'жоғалады', changed: 'бұрынғыдай болады' },
  goneTitles: (titles) => `Жоғалады: ${titles}`,
  andMore: (n) => count(n, 'және тағы {n}'),
  remove: 'Көшірмені жою',
  removeTitle: (when) => `${when} көшірмесін жою керек пе?`,
  removeMore: 'Бұл күнге қайту мүмкін болмайды. Мұрағаттың өзі өзгермейді.',
  removed: 'Көшірме жойылды',
  check: 'Тексеру',
  checkMore: 'әр файл оқылады; қайта құруға болатыны қайта құрылады',
  checkDo: 'Тексеру',
  checking: 'Тексеріліп жатыр…',
  findings: {
    database: {
      ok: () => 'Негіз бүтін',
      mended: () => 'Негіз бүтін',
      bad: ({ count: n }) => `Негіз бүлінген, орын саны: ${number(n)}. Соңғы көшірмені қайтарыңыз`,
    },
    schema: {
      ok: ({ count: n }) => `Негіздің нұсқасы: ${number(n)}`,
      mended: ({ count: n }) => `Негіздің нұсқасы: ${number(n)}`,
      bad: () => 'Бағдарлама толық орнатылмаған: сөздік жоқ. Оны қайта орнатыңыз',
    },
    originals: {
      ok: ({ of }) => `Бастапқы файлдар орнында: ${number(of)}`,
      mended: ({ of }) => `Бастапқы файлдар орнында: ${number(of)}`,
      bad: ({ count: n, of }) =>
        `Бастапқы файлдар жоқ немесе өзгерген: ${number(of)} ішінен ${number(n)}. Мақалалар бүтін. Бұл файлдарды тағы бір рет қабылдаңыз`,
    },
    ledger: {
      ok: () => 'Толықтыру жазбалары келісілген',
      mended: ({ count: n }) => `Толықтыру жазбалары түзетілді: ${number(n)}`,
      bad: ({ count: n }) => `Толықтыру жазбалары келісілмеген: ${number(n)}`,
    },
    recognition: {
      ok: ({ of }) => `Есімдер барлық мақалада оқылды: ${number(of)}`,
      mended: ({ count: n }) => `Есімдер қайта оқылған мақала: ${number(n)}`,
      bad: ({ count: n }) => `Есімдер оқылмаған мақала: ${number(n)}`,
    },
    index: {
      ok: ({ of }) => `Көрсеткіш толық, мақала саны: ${number(of)}`,
      mended: () => 'Көрсеткіш толықтырылуда. Оқуға және іздеуге болады',
      bad: ({ of }) => `Көрсеткіш толық емес, мақала саны: ${number(of)}`,
    },
    leftovers: {
      ok: () => 'Аяқталмаған файл жоқ',
      mended: ({ count: n }) => `Аяқталмаған файлдар алынды: ${number(n)}`,
      bad: ({ count: n }) => `Аяқталмаған файлдар бар: ${number(n)}`,
    },
    backups: {
      ok: ({ of }) => (of === 0 ? 'Әзірге көшірме жоқ' : `Көшірмелер оқылады: ${number(of)}`),
      mended: ({ of }) => `Көшірмелер оқылады: ${number(of)}`,
      bad: ({ count: n, of }) =>
        `Көшірмелер оқылмайды: ${number(of)} ішінен ${number(n)}. Оларды жойып, жаңасын жасаңыз`,
    },
    space: {
      ok: ({ count: n }) => `Дискіде бос: ${number(n)} МБ`,
      mended: ({ count: n }) => `Дискіде бос: ${number(n)} МБ`,
      bad: ({ count: n }) => `Дискіде орын аз: ${number(n)} МБ`,
    },
  },
  open: 'Ашу',
  links: 'Тағы',
  binLink: (n) => (n === 0 ? 'Себет бос' : `Себет: ${articles(n)}`),
  journalLink: 'Бағдарлама журналы',
  damaged: 'Мұрағаттың негізі бүлінген',
  damagedLead:
    'Мақалаларыңыз бен белгілеріңіз жазылған файл оқылмайды. Төменде осы мұрағаттың көшірмелері: кез келгені оның орнына тұра алады. Бүлінген файл қасында қалады.',
  damagedNone:
    'Бұл мұрағаттың көшірмесі жоқ. Бүлінген файл өзгерген жоқ: оны дерек қалпына келтіретін маманға апаруға болады.',
};

export const journal: Said<'journal'> = {
  title: 'Журнал',
  lead: 'Не дұрыс болмады және не көп уақыт алды. Журнал осы компьютерде жатыр, ешқайда жіберілмейді.',
  empty: 'Журнал бос',
  emptyMore: 'Қате болған жоқ.',
  copy: 'Бәрін көшіру',
  copied: 'Журнал көшірілді',
  save: 'Сақтау…',
  onlyErrors: 'Тек қателер',
  events: { fault: 'қате', crash: 'іркіліс', window: 'терезе қатесі', 'slow call': 'ұзақ' },
  took: (milliseconds) => `${milliseconds} мс`,
  details: 'Толығырақ',
};
