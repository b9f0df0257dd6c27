/** The letters of `word`, lower case, with capitals where `pattern` has them: «КАХОЙ», «каха» → «Каха»; «аль-Асада» → «аль-Асад». */
export function withCaseOf(word: string, pattern: string): string {
  const parts = pattern.split('-');
  return word
    .split('-')
    .map((part, i) => {
      const like = parts[i] ?? parts[parts.length - 1]!;
      if (!/^\p{Lu}/u.test(like)) return part;
      // «МакДональд», «О'Коннор»: capitals inside stay where the letters stay.
      const shouted = like.length > 1 && like === like.toUpperCase();
      return [...part]
        .map((letter, k) =>
          k === 0 ||
          (!shouted && like[k] !== undefined && like[k] === letter.toUpperCase() && letter !== letter.toUpperCase())
            ? letter.toUpperCase()
            : letter,
        )
        .join('');
    })
    .join('-');
}
