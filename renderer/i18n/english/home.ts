import { englishCount as count } from '../plurals.ts';
import type { Messages } from '../russian/table.ts';

export const home: Messages['home'] = {
  title: 'Home',
  size: (articles, size) => `${articles}, ${size}`,
  fresh: 'New',
  since: (moment) => `New since your last visit, ${moment}`,
  firstVisit: 'Next time this shows what has come since today.',
  nothingNew: 'Nothing has come since your last visit.',
  recent: 'Read recently',
  nothingRead: 'No article has been opened yet.',
  noSaved: 'The bookmark beside the search field saves a query; what is new in it will show here.',
  waits: 'Waiting for your word',
  nothingWaits: 'Nothing to decide.',
  toCheck: (n) => count(n, '{n} article marked “to check”', '{n} articles marked “to check”'),
  unplaced: (n) => count(n, '{n} note has lost its place', '{n} notes have lost their places'),
  proposals: (n) => count(n, '{n} name looks like another', '{n} names look like others'),
  sound: 'The archive is in order.',
  indexing: 'The index is being rebuilt. You can read and search meanwhile.',
  toArchive: 'To the archive',
};
