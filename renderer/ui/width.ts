import { useSyncExternalStore } from 'react';

const listen = (changed: () => void) => {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
};

/** The width of the window in CSS pixels, for what a media query cannot decide: what exists at all. */
export const useWidth = (): number => useSyncExternalStore(listen, () => window.innerWidth);
