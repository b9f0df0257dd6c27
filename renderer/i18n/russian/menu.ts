/** The menu of the desktop program: its titles, and what the system itself does. */
export const menu = {
  titles: { file: 'Файл', edit: 'Правка', article: 'Статья', view: 'Вид', go: 'Переход', help: 'Справка' },
  roles: {
    cut: 'Вырезать',
    copy: 'Копировать',
    paste: 'Вставить',
    selectAll: 'Выделить всё',
    zoomIn: 'Крупнее',
    zoomOut: 'Мельче',
    resetZoom: 'Обычный размер',
    togglefullscreen: 'Во весь экран',
    minimize: 'Свернуть',
    close: 'Закрыть окно',
    quit: 'Выйти',
    window: 'Окно',
    about: 'О программе',
    updates: 'Проверять обновления при запуске',
  },
};
