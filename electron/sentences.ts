import type { MenuTemplate } from '../archive/contract/desktop.ts';

/** What the desktop's own menus and dialogs say until a window gives its language. The window's sentences are in `renderer/i18n`. */
export const sentences: MenuTemplate['words'] = {
  edit: 'Правка',
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
  chooseFiles: 'Какие файлы принять в архив',
  chooseFolder: 'Какую папку принять в архив',
  save: 'Сохранить',
  cannotOpen: 'Архив не открыт',
  hostFailed: 'Архив перестал отвечать. Записанное цело. Запустите Подшивку ещё раз.',
};
