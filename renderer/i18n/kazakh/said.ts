import type { Messages } from '../russian/table.ts';

/** A part of a table; what is not said in it stays in Russian until it is. */
export type Partly<T> = T extends string | readonly unknown[] | ((...values: never[]) => unknown)
  ? T
  : { [Key in keyof T]?: Partly<T[Key]> };

export type Said<Part extends keyof Messages> = Partly<Messages[Part]>;
