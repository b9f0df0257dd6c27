/** Letters of Russian text in per cent, from general knowledge of the language; the rest of the alphabets is rare. */
const FREQUENCY: Readonly<Record<string, number>> = {
  ...{ о: 11, е: 8.5, а: 8, и: 7.4, н: 6.7, т: 6.3, с: 5.5, р: 4.7, в: 4.5, л: 4.4, к: 3.5, м: 3.2, д: 3, п: 2.8 },
  ...{ у: 2.6, я: 2, ы: 1.9, ь: 1.7, г: 1.7, з: 1.65, б: 1.6, ч: 1.4, й: 1.2, х: 1, ж: 0.94, ш: 0.7, ю: 0.64 },
  ...{ ц: 0.5, щ: 0.36, э: 0.3, ф: 0.26, ъ: 0.04, ё: 0.04 },
  ...{ қ: 0.3, ә: 0.3, ғ: 0.2, ң: 0.2, ө: 0.2, ұ: 0.2, ү: 0.2, і: 0.3, һ: 0.05 },
};

const PUNCTUATION = new Set('«»„“”‘’–—−…№§°©®™€₸₽•·\u00a0\u202f\u2009\u00ad');

/** Costs in natural logarithms, on the scale of letter frequencies (a common letter costs about 2.5). */
const COST = { punctuation: 4, otherCyrillic: 7, capitalInside: 6, foreign: 9, damaged: 14 };

const CYRILLIC = /\p{Script=Cyrillic}/u;
const LETTER = /\p{L}/u;

/**
 * How much the text looks like Russian or Kazakh: the mean logarithm of its non-ASCII characters, with a penalty for
 * capitals inside words, box drawing and the like. Clean Russian is near −3.1, text in a wrong encoding below −4.5.
 * `length` is the number of characters judged.
 */
export function readability(text: string): { mean: number; length: number } {
  let sum = 0;
  let length = 0;
  let previous = '';
  for (const letter of text) {
    if (letter > '\u007f') {
      sum -= cost(letter, previous);
      length++;
    }
    previous = letter;
  }
  return { mean: length === 0 ? 0 : sum / length, length };
}

const known = new Map<string, number>();

function cost(letter: string, previous: string): number {
  let base = known.get(letter);
  if (base === undefined) {
    base = costAlone(letter);
    if (known.size < 5000) known.set(letter, base);
  }
  return isCapital(letter) && isSmall(previous) ? base + COST.capitalInside : base;
}

function costAlone(letter: string): number {
  if (letter === '\ufffd' || /\p{C}/u.test(letter)) return letter === '\u00ad' ? COST.punctuation : COST.damaged;
  if (PUNCTUATION.has(letter)) return COST.punctuation;
  const frequency = FREQUENCY[letter.toLowerCase()];
  if (frequency !== undefined) return -Math.log(frequency / 100);
  if (CYRILLIC.test(letter)) return COST.otherCyrillic;
  return LETTER.test(letter) ? COST.otherCyrillic : COST.foreign;
}

const isSmall = (letter: string) => letter !== letter.toUpperCase();
const isCapital = (letter: string) => letter !== letter.toLowerCase();
