import fc from 'fast-check';

const piece = fc.oneof(
  fc.constantFrom(
    '"',
    '«',
    '»',
    '(',
    ')',
    '-',
    '+',
    '=',
    '~',
    '~1',
    '~2',
    '~п',
    '*',
    '^',
    ':',
    ' ',
    ' И ',
    ' ИЛИ ',
    ' НЕ ',
  ),
  fc.constantFrom(
    'бар',
    'вобар',
    'гара',
    'дожерами',
    'заголовок:',
    'дата:',
    'http://',
    'автор:',
    '2024',
    'б',
    '\u0000',
    '\ud83d',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);

/** Queries thrown together of signs, words and anything else; the same each time. */
export const fuzzedQueries = (count: number): string[] =>
  fc.sample(
    fc.array(piece, { maxLength: 14 }).map((parts) => parts.join('')),
    { numRuns: count, seed: 5 },
  );

/** What people and cats send: a pasted page, stop words alone, one letter, operators alone. */
export const awkwardQueries = (page: string): string[] => [
  ...[page.slice(0, 5000), `"${page.slice(0, 5000)}"`, 'б'.repeat(5000), '( '.repeat(2500)],
  `${'мост '.repeat(60)}12 августа 2024`,
  ...['б', 'б*', '*б', '*', 'и в на', 'И ИЛИ НЕ', '- - -', '~1', 'бар~2', '"б"~1000'],
];
