/** A person's key read back: `surname|given|patronymic`, where the given name may be only initials, `м.а.`. */

export interface KeyParts {
  readonly surname: string;
  readonly given: string;
  /** Letters without full stops; empty if the given name is there in full, or not at all. */
  readonly initials: string;
  readonly patronymic: string;
}

export function keyParts(key: string): KeyParts {
  const [surname = '', first = '', patronymic = ''] = key.split('|');
  const isInitials = /^(?:\p{L}\.)+$/u.test(first);
  return {
    surname,
    given: isInitials ? '' : first,
    initials: isInitials ? first.replaceAll('.', '') : '',
    patronymic,
  };
}

/** Whether nothing speaks against one person: given names, initials, patronymics. Surnames are compared elsewhere. */
export function keysAgree(a: KeyParts, b: KeyParts): boolean {
  if (a.patronymic && b.patronymic && a.patronymic !== b.patronymic) return false;
  if (a.given && b.given) {
    return a.given === b.given || a.given.startsWith(`${b.given} `) || b.given.startsWith(`${a.given} `);
  }
  const letters = (p: KeyParts) => p.initials || `${p.given.slice(0, 1)}${p.patronymic.slice(0, 1)}`;
  const [x, y] = [letters(a), letters(b)];
  for (let i = 0; i < Math.min(x.length, y.length); i++) if (x[i] !== y[i]) return false;
  return true;
}
