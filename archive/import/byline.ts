import { agencyNamed } from './agencies.ts';

/** What a line between headline and text says of the article's origin. */
export interface Byline {
  readonly author?: string;
  readonly source?: string;
}

const NAME_WORD = String.raw`(?:\p{Lu}\p{Ll}+(?:[-’']\p{Lu}\p{Ll}+)?|\p{Lu}\.(?:\s*\p{Lu}\.)?)`;
const PERSON = new RegExp(String.raw`^${NAME_WORD}(?:\s+${NAME_WORD}){1,2}$`, 'u');
const LATIN = /^[\p{Script=Latin}\s.’'-]+$/u;
/** Endings of surnames that no common word pair shares. */
const SURNAME =
  /(?:ов|ова|ев|ева|ёв|ёва|ин|ина|ын|ына|ский|ская|цкий|цкая|енко|чук|юк|ич|ян|дзе|швили|улы|ұлы|кызы|қызы|баев|баева|бек|бай)$/u;
const OUTLET = /^[«"„]?[\p{Lu}\d][\p{L}\d.-]*(?:\s+[\p{L}\d.«»"-]+){0,3}[»"“]?$/u;

/**
 * Reads a byline: «Arailym Temirgaliyeva - Kazinform», «Мария Королёва, ТАСС», «Автор: Л. Тен», «Источник: Казинформ»,
 * «/КАЗИНФОРМ/», «Пётр Лаврентьев». Undefined for a line of the text.
 */
export function byline(line: string): Byline | undefined {
  const text = line.trim();
  if (text === '' || text.length > 90 || /[!?…]$/.test(text)) return undefined;
  const labelled = /^(Автор|Авторы|Текст|Author|By|Источник|Издание|Source)\s*[:：]\s*(.+)$/i.exec(text);
  if (labelled !== null) {
    const source = /^(?:источник|издание|source)$/i.test(labelled[1]!);
    return source ? { source: labelled[2]!.trim() } : (signed(labelled[2]!) ?? { author: labelled[2]!.trim() });
  }
  return signed(text);
}

/** A name, an outlet, or both with a dash or a comma between. */
function signed(text: string): Byline | undefined {
  const bare = text.replace(/^[/([\s—–-]+|[/)\]\s.]+$/g, (signs) => (signs === '.' ? '.' : ''));
  const agency = agencyNamed(bare.replace(/\.$/, ''));
  if (agency !== undefined) return { source: agency };
  const parts = /^(.+?)\s*(?:\s[-–—|/]\s|[,|/])\s*(.+)$/u.exec(bare);
  if (parts === null) return isPerson(bare, false) ? { author: bare } : undefined;
  const [author, outlet] = [parts[1]!.trim(), parts[2]!.trim().replace(/\.$/, '')];
  const known = agencyNamed(outlet);
  if (isPerson(author, known !== undefined) && (known !== undefined || isOutlet(author, outlet))) {
    return { author, source: known ?? outlet.replace(/^[«"„]|[»"“]$/g, '') };
  }
  const before = agencyNamed(author);
  return before !== undefined && isPerson(outlet, true) ? { author: outlet, source: before } : undefined;
}

/** Two or three words of a name; without an agency beside it the surname must show itself, or the letters be Latin. */
function isPerson(text: string, sure: boolean): boolean {
  if (!PERSON.test(text)) return false;
  return sure || LATIN.test(text) || SURNAME.test(text) || /\p{Lu}\./u.test(text);
}

/** An outlet that is not in the list: named in quotation marks, by a site's address, or in Latin beside a Latin name. */
function isOutlet(author: string, outlet: string): boolean {
  if (!OUTLET.test(outlet) || outlet.length > 50) return false;
  return /^[«"„]/.test(outlet) || /\.\p{L}{2,4}$/u.test(outlet) || (LATIN.test(author) && LATIN.test(outlet));
}
