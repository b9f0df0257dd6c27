import type { RefusalCode } from '../contract/refusals.ts';

/** One Russian sentence for each refusal, for shells without the interface: the terminal and the desktop's own dialogs. */
export const refusalSentences: Record<RefusalCode, string> = {
  NOT_FOUND: 'Этого в архиве нет',
  FOLDER_MISSING: 'Такой папки или файла нет',
  FOLDER_UNREADABLE: 'Папку нельзя прочитать или изменить: не хватает прав',
  ARCHIVE_NEWER: 'Этот архив создан более новой Подшивкой. Обновите программу, архив не изменён',
  ARCHIVE_FOREIGN: 'Это не архив Подшивки',
  ARCHIVE_DAMAGED: 'Основа архива повреждена. Её место может занять резервная копия: podshivka restore',
  ARCHIVE_IN_USE: 'Архив открыт в другом окне',
  DISK_FULL: 'На диске не хватает места. Записано всё, что было прочитано',
  NOTHING_TO_EXPORT: 'Статей для сохранения нет',
  PICTURE_UNREADABLE: 'Картинка для обложки не читается',
  NOTHING_TO_UNDO: 'Отменять нечего',
  BUSY: 'Сейчас идёт другая работа. Дождитесь её конца или прекратите её',
  CONFLICT: 'Это уже изменено в другом окне',
};
