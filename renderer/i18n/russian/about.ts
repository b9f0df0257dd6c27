/** The page about the program. */
export const about = {
  title: 'О программе',
  version: (number: string) => `Версия ${number}.`,
  lead: 'Архив русскоязычной прессы на вашем компьютере. Лицензия MIT. Сеть не используется.',
  works: 'На чём она стоит',
  uses: {
    dictionary: 'Словарь форм слов',
    names: 'Разметка для распознавания имён',
    faces: 'Шрифты',
    typesetting: 'Вёрстка страниц',
    search: 'Язык запросов',
  },
  licences: 'Лицензии библиотек',
};
