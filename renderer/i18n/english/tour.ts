import type { Messages } from '../russian/table.ts';

export const tour: Messages['tour'] = {
  title: 'What is where',
  start: 'Show me around',
  step: (n, of) => `${n} of ${of}`,
  next: 'Next',
  before: 'Back',
  skip: 'Enough',
  stops: {
    query: [
      'Ask',
      'Words are found in every case and number. In quotes: in a row; with a minus: without the word. The “/” key leads here.',
    ],
    facets: [
      'Narrow',
      'People, organizations, sources, time. Choose several or exclude; the number is how many articles will open.',
    ],
    results: [
      'Look through',
      'The article opens beside the list, which stays in place. J and K are the next and the previous one.',
    ],
    sheet: [
      'Read with a pencil',
      'Select a passage: four pencils and a field for a note appear. Everything is saved at once.',
    ],
    tray: ['Bind', 'The S key puts the article into the selection, and a selection becomes a digest in PDF.'],
    palette: ['The rest', 'Ctrl+K lists every command by name, F1 the keys and the query language.'],
  },
};
