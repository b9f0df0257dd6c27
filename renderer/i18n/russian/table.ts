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
import { search } from './search.ts';
import { tour } from './tour.ts';

/** Every sentence the person sees, in Russian; the other tables have the same shape. */
export const russian = typesetTable({
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
  names,
  library,
  intake,
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
});

export type Messages = typeof russian;
