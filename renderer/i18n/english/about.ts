/** The page about the program. */
export const about = {
  title: 'About Podshivka',
  version: (number: string) => `Version ${number}.`,
  lead: 'An archive of Russian-language press on your computer. MIT licence. No network is used.',
  works: 'What it rests on',
  uses: {
    dictionary: 'Dictionary of word forms',
    names: 'Annotated texts for recognising names',
    faces: 'Typefaces',
    typesetting: 'Setting of pages',
    search: 'Query language',
  },
  licences: 'Licences of the libraries',
};
