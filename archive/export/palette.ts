import type { Pencil } from '../contract/annotations.ts';

/** Colours of printed pages, `#rrggbb`: the program's green, and for each pencil the ground of a passage and its line. */
export const accent = '#14573f';

export const pencilColours: Readonly<Record<Pencil, { ground: string; line: string }>> = {
  ochre: { ground: '#f8e3ae', line: '#8d6100' },
  blue: { ground: '#d9e7f8', line: '#1d4f91' },
  red: { ground: '#fadbd5', line: '#9c2a1a' },
  lead: { ground: '#e4e4e4', line: '#4d4d4d' },
};
