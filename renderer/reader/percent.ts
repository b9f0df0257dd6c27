import type { Sayings } from '../i18n/messages.tsx';

/** A share from 0 to 1 as a whole percentage: «93 %». Almost all is never said as all, almost nothing never as nothing. */
export function percent(say: Sayings, share: number): string {
  const whole = share <= 0 ? 0 : share >= 1 ? 100 : Math.min(99, Math.max(1, Math.round(share * 100)));
  return `${say.number(whole)}\u00a0%`;
}
