import type { MenuTemplate } from '../archive/contract/desktop.ts';

/** What the shell says of a failure before a window has given its language. All else it says in the words of a window (`renderer/i18n`). */
export const firstWords: Pick<MenuTemplate['words'], 'cannotOpen' | 'hostFailed'> = {
  cannotOpen: 'Архив не открыт',
  hostFailed: 'Архив перестал отвечать. Записанное цело. Запустите Подшивку ещё раз.',
};
