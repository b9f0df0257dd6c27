/** No-break space. */
const NB = '\u00a0';

/**
 * Russian typography of spaces: those that may not end a line become no-break spaces, one unit for one unit, so
 * that every offset into the text stays right. Words, quotation marks and dashes are the author's and stay.
 *
 * @see Мильчин, Чельцова, «Справочник издателя и автора»: неотрываемые знаки
 */
export function typeset(text: string): string {
  return text
    .replace(/(?<![\p{L}\p{N}])(\p{L}{1,2}) (?=\S)/gu, (whole, word: string) =>
      short.has(word.toLowerCase()) ? `${word}${NB}` : whole,
    )
    .replace(/(?<=[№§]) (?=\p{N})/gu, NB)
    .replace(/(?<=(?<!\p{L})\p{Lu}\.) (?=\p{Lu})/gu, NB)
    .replace(/(?<=(?<!\p{L})\p{L}\.) (?=\p{Ll}\.)/gu, NB)
    .replace(/(?<=(?<!\p{L})(?:г|ул|им|д|с|стр|т|п|пос|обл)\.) (?=[\p{Lu}\p{N}«])/gu, NB)
    .replace(unit, NB)
    .replace(/(?<=\p{N}) (?=\p{N}{3}(?!\p{N}))/gu, NB)
    .replace(/(?<=(?<!\p{N})\p{N}{1,2}) (?=(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*)/gu, NB)
    .replace(/ (?=[—–] )/g, NB)
    .replace(/ (?=(?:бы?|же?|ли?)(?!\p{L}))/gu, NB);
}

/** The same for a bibliographic reference: its signs do not begin a line. */
export function typesetReference(text: string): string {
  return typeset(text).replace(/ (?=(?::|\/\/)\s)/g, NB);
}

/** Before a unit after a number: «5 км», «30 метров», «300 тыс.», «12 %». */
const unit =
  /(?<=\p{N}) (?=гг?\.|вв?\.|тыс|млн|млрд|трлн|[₸₽$€%°]|(?:км|кг|м|га|л)(?!\p{L})|(?:кило|санти)?метр|килограмм|градус|процент|гектар|тонн|руб|тенге|долл|евро)/gu;

/** Prepositions, conjunctions and particles that may not hang at the end of a line. */
const short = new Set('а в и к о с у я на не ни но из за по до от об ко во со да'.split(' '));
