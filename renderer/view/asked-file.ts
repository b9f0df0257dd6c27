import { useSyncExternalStore } from 'react';

/** The packed archive that the system asked the program to open, until the page that takes it in has taken it. */
let file: string | null = null;
const listeners = new Set<() => void>();

function set(next: string | null): void {
  file = next;
  for (const listener of listeners) listener();
}

export const askFor = (path: string): void => set(path);
export const takeAsked = (): void => set(null);

/** The path the system gave; null when there is nothing to take. */
export function useAskedFile(): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => file,
  );
}
