import type { Sayings } from '../i18n/messages.tsx';

const units = { ru: ['Б', 'кБ', 'МБ', 'ГБ'], kk: ['Б', 'кБ', 'МБ', 'ГБ'], en: ['B', 'kB', 'MB', 'GB'] } as const;

/** A number of bytes as one reads it: «340 МБ», «1,5 ГБ». Thousands, not 1024s, as disks are sold. */
export function sizeInWords(bytes: number, say: Sayings): string {
  const power = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  const shown = value < 10 && power > 1 ? Math.round(value * 10) / 10 : Math.round(value);
  return `${say.number(shown)}\u00a0${units[say.language][power]}`;
}
