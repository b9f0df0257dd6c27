import type { BackupReason } from '../../../archive/contract/backups.ts';
import type { CheckName, Finding } from '../../../archive/contract/keeping.ts';
import { englishCount as count, figure } from '../plurals.ts';
import type { Messages } from '../russian/table.ts';

const articles = (n: number) => count(n, '{n} article', '{n} articles');
const annotations = (n: number) => count(n, '{n} mark', '{n} marks');
const places = (n: number) => count(n, '{n} place in selections', '{n} places in selections');

export const bin: Messages['bin'] = {
  title: 'Bin',
  remove: 'Move to the bin',
  removeFound: 'Remove what was found…',
  removeFoundTitle: (n) => count(n, 'Move {n} article to the bin?', 'Move {n} articles to the bin?'),
  removeFoundMore: 'The marks stay on the articles. They can be put back at once, or from the bin.',
  removeImport: 'Remove these articles',
  removed: (n) => count(n, '{n} article in the bin', '{n} articles in the bin'),
  back: 'Put back',
  backChosen: (n) => count(n, 'Put {n} article back', 'Put {n} articles back'),
  returned: (n) => count(n, '{n} article put back', '{n} articles put back'),
  summary: (n, notes) =>
    notes === 0 ? `${articles(n)}, without marks.` : `${articles(n)} with ${annotations(notes)}.`,
  field: 'Search the bin',
  chooseOne: (title) => `Choose: ${title}`,
  chooseAll: 'Choose all',
  removedAt: (when) => `removed ${when}`,
  empty: 'The bin is empty',
  emptyMore: 'Removed articles lie here with their marks until the bin is emptied.',
  nothing: 'No such articles in the bin',
  nothingMore: 'Try other words.',
  clear: 'Empty the bin…',
  clearTitle: 'Delete for good?',
  clearWhat: (n, notes, bound) =>
    `This deletes ${[articles(n), notes > 0 ? annotations(notes) : '', bound > 0 ? places(bound) : '']
      .filter(Boolean)
      .join(', ')}, and original files that nothing else needs. It cannot be undone.`,
  clearBackups: (n) =>
    count(
      n,
      '{n} backup of the archive keeps them until it is deleted.',
      '{n} backups of the archive keep them until they are deleted.',
    ),
  clearYes: (n) => count(n, 'Delete {n} article', 'Delete {n} articles'),
  showMore: 'Show more',
};

const reasons: Record<BackupReason, string> = {
  request: 'on request',
  daily: 'daily',
  schema: 'before an update',
  restore: 'before a restore',
  merge: 'before taking in an archive',
};

type Sentences = Record<Finding['state'], (finding: Finding) => string>;
const same = (sentence: (finding: Finding) => string): Sentences => ({ ok: sentence, mended: sentence, bad: sentence });
const number = (n: number | null) => figure('en', n ?? 0);

const findings: Record<CheckName, Sentences> = {
  database: {
    ...same(() => 'The database is whole'),
    bad: ({ count: n }) =>
      count(
        n,
        'The database is damaged in {n} place. Restore the last backup',
        'The database is damaged in {n} places. Restore the last backup',
      ),
  },
  schema: {
    ...same(({ count: n }) => `Version of the database: ${number(n)}`),
    bad: () => 'The program is not installed completely: the dictionary is missing. Install it again',
  },
  originals: {
    ...same(({ of }) => `Original files in place: ${number(of)}`),
    bad: ({ count: n, of }) =>
      `Original files missing or changed: ${number(n)} of ${number(of)}. The articles are whole. Take these files in again`,
  },
  ledger: {
    ...same(() => 'The records of imports agree'),
    mended: ({ count: n }) => `Records of imports mended: ${number(n)}`,
    bad: ({ count: n }) => `Records of imports that do not agree: ${number(n)}`,
  },
  recognition: {
    ...same(({ of }) => `Names read in all articles: ${number(of)}`),
    mended: ({ count: n }) => count(n, 'Names read again in {n} article', 'Names read again in {n} articles'),
    bad: ({ count: n }) => count(n, 'Names not read in {n} article', 'Names not read in {n} articles'),
  },
  index: {
    ...same(({ of }) => `The index is complete: ${articles(of ?? 0)}`),
    mended: () => 'The index is being completed. You can read and search',
  },
  leftovers: {
    ...same(() => 'No unfinished files'),
    mended: ({ count: n }) => `Unfinished files cleared away: ${number(n)}`,
    bad: ({ count: n }) => `Unfinished files: ${number(n)}`,
  },
  backups: {
    ...same(({ of }) => (of === 0 ? 'No backups yet' : `Backups that can be read: ${number(of)}`)),
    bad: ({ count: n, of }) =>
      `Backups that cannot be read: ${number(n)} of ${number(of)}. Delete them and make a new one`,
  },
  space: {
    ...same(({ count: n }) => `Free on the disk: ${number(n)} MB`),
    bad: ({ count: n }) => `Little room on the disk: ${number(n)} MB`,
  },
};

export const keeping: Messages['keeping'] = {
  title: 'Safekeeping',
  lead: 'Backups, carrying the archive to another computer, a check-up. Everything stays on this computer.',
  backups: 'Backups',
  backupsMore: 'articles, marks, selections and curated names as of the day the backup was made',
  make: 'Back up now',
  made: 'The backup is made and checked',
  daily: 'Back up every day when something was changed',
  kept: 'Daily backups to keep',
  reasons,
  holds: (n, notes) => `${articles(n)}, ${annotations(notes)}`,
  unreadable: 'cannot be read',
  none: 'No backups yet. The first will be made by itself within the day.',
  restore: 'Restore…',
  restoreTitle: (when) => `Restore the archive to the backup of ${when}?`,
  restoreMore: 'The present state becomes a backup first, so that you can come back to it.',
  restoreSame: 'The backup holds what the archive holds now. Nothing would change.',
  restoreYes: 'Restore the backup',
  restored: 'The backup is restored',
  rows: { articles: 'Articles', annotations: 'Marks', selections: 'Selections' },
  columns: { back: 'come back', gone: 'go', changed: 'as before', fresh: 'new', known: 'here already' },
  goneTitles: (titles) => `These go: ${titles}`,
  andMore: (n) => count(n, 'and {n} more', 'and {n} more'),
  remove: 'Delete the backup',
  removeTitle: (when) => `Delete the backup of ${when}?`,
  removeMore: 'You will not be able to return to that day. The archive itself does not change.',
  removed: 'The backup is deleted',
  portable: 'Carry out and take in',
  portableMore: 'the whole archive as one file, for another computer or a stick',
  carryOut: 'Carry out to a file…',
  carried: 'The archive is carried out',
  carriedAt: (when) => `Carried out ${when}.`,
  takeIn: 'Take in from a file…',
  mergeTitle: (name) => `Take in the archive “${name}”?`,
  mergeMore: 'Nothing that is here is replaced. The present state becomes a backup first.',
  mergeYes: 'Take in',
  merged: (n) => count(n, '{n} article taken in', '{n} articles taken in'),
  searches: 'Saved searches',
  other: (n) =>
    count(
      n,
      '{n} article is here with another text: the text here stays, marks move to it.',
      '{n} articles are here with another text: the texts here stay, marks move to them.',
    ),
  inBin: (n) =>
    count(n, '{n} article is in the bin here, and stays there.', '{n} articles are in the bin here, and stay there.'),
  unplaced: (n) => count(n, '{n} mark will find no place.', '{n} marks will find no place.'),
  check: 'Check-up',
  checkMore: 'every file is read; what can be built again is built',
  checkDo: 'Check',
  checking: 'Checking…',
  findings,
  open: 'Open',
  links: 'More',
  binLink: (n) => (n === 0 ? 'The bin is empty' : `Bin: ${articles(n)}`),
  journalLink: 'The program’s journal',
  damaged: 'The archive’s database is damaged',
  damagedLead:
    'The file with your articles and marks cannot be read. Below are backups of this archive: any of them can take its place. The damaged file stays beside it.',
  damagedNone:
    'This archive has no backups. The damaged file is not changed: it can be taken to someone who recovers data.',
};

export const journal: Messages['journal'] = {
  title: 'Journal',
  lead: 'What went wrong and what took long. The journal lies on this computer and is not sent anywhere.',
  empty: 'The journal is empty',
  emptyMore: 'There were no errors.',
  copy: 'Copy all',
  copied: 'The journal is copied',
  save: 'Save…',
  onlyErrors: 'Errors only',
  events: { fault: 'error', crash: 'crash', window: 'window error', 'slow call': 'slow' },
  took: (milliseconds) => `${milliseconds} ms`,
};
