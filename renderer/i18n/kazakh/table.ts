import { type Messages, russian } from '../russian/table.ts';
import { typesetTable } from '../typography.ts';
import { about } from './about.ts';
import { charts } from './charts.ts';
import { names, notes, selections } from './collections.ts';
import { exports } from './exports.ts';
import { frame, internalError, jobs, refusals } from './frame.ts';
import { help } from './help.ts';
import { home } from './home.ts';
import { intake } from './intake.ts';
import { bin, journal, keeping } from './keeping.ts';
import { library, palette, settings } from './library.ts';
import { menu } from './menu.ts';
import { annotation, reader } from './reader.ts';
import type { Partly } from './said.ts';
import { search } from './search.ts';
import { tour } from './tour.ts';

/** The sentences in Kazakh. Kazakh has one form after a numeral: «5 мақала». */
export const kazakhSentences: Partly<Messages> = {
  frame,
  refusals,
  internalError,
  jobs,
  search,
  reader,
  annotation,
  notes,
  selections,
  exports,
  charts,
  intake,
  names,
  library,
  settings,
  palette,
  bin,
  keeping,
  journal,
  help,
  home,
  tour,
  menu,
  about,
};

/** A table with what it says, and the other's words where it says nothing. */
function over(whole: object, said: object): object {
  const entries = Object.entries(whole).map(([key, value]) => {
    const own = (said as Record<string, unknown>)[key];
    const deeper = typeof value === 'object' && value !== null && !Array.isArray(value);
    return [key, own === undefined ? value : deeper ? over(value, own as object) : own];
  });
  return Object.fromEntries(entries);
}

/** Every sentence in Kazakh, in Russian where there is none yet: the other language of the same reader. */
export const kazakh = over(russian, typesetTable(kazakhSentences)) as Messages;
