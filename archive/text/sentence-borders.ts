import type { TokenColumns } from './analysis.ts';
import { capital, DIGIT, letterClass, RUSSIAN } from './letters.ts';
import type { SurfaceTable } from './surface-table.ts';

/** Shortened words whose dot does not end a sentence, folded. */
const SHORTENED = new Set(
  (
    'г гг в вв н р с т тт ч чч м мм км кг см га л мин сек час ст стр гл рис табл разд п пп подп пос дер ул пер пр просп ' +
    'пл наб обл р-н кв корп стр оф эт тел доб им св проф доц акад канд докт др пр тд тп те тк тн напр ср см ред изд ' +
    'тыс млн млрд трлн руб коп долл тг тенге сум чел экз шт зам нач гос исп род ум янв фев февр мар апр июн июл авг ' +
    'сен сент окт ноя нояб дек пн вт ср чт пт сб вс англ нем франц фр рус каз лат греч ок мл ст'
  ).split(' '),
);

const LINE_FEED = 0x0a;
const DOT = 0x2e;

/**
 * Whether a sentence ends between two tokens. A dot ends one unless it follows an initial or a shortened word, or a
 * small letter comes next; «!», «?» and «…» end one unless a small letter comes next; an empty line always does.
 */
export class SentenceBorders {
  readonly #table: SurfaceTable;
  /** By surface: 0 not asked yet, 1 an ordinary word, 2 shortened or an initial. */
  #kind = new Uint8Array(1 << 13);

  constructor(table: SurfaceTable) {
    this.#table = table;
  }

  /** The gap is `text[from, to)`, and the last token of `tokens` stands before it. */
  between(text: string, from: number, to: number, tokens: TokenColumns): boolean {
    if (to - from === 1 && text.charCodeAt(from) === 0x20) return false;
    let dot = false;
    let mark = false;
    let lines = 0;
    for (let i = from; i < to; i++) {
      const unit = text.charCodeAt(i);
      if (unit === DOT) dot = true;
      else if (unit === 0x21 || unit === 0x3f || unit === 0x2026) mark = true;
      else if (unit === LINE_FEED || unit === 0x2029) lines++;
    }
    if (lines > 1) return true;
    if (!dot && !mark && lines === 0) return false;
    const next = text.charCodeAt(to);
    const begins = capital[next] === 1 || letterClass[next] === DIGIT;
    if (!begins) return false;
    if (mark || lines > 0) return mark || capital[next] === 1 || dot;
    if (this.#isShortened(tokens.surface[tokens.length - 1]!)) return false;
    return to - from > 1 || (letterClass[next] === RUSSIAN && capital[text.charCodeAt(from - 1)] === 0);
  }

  #isShortened(surface: number): boolean {
    if (surface >= this.#kind.length) {
      const wider = new Uint8Array(Math.max(this.#kind.length * 2, surface + 1));
      wider.set(this.#kind);
      this.#kind = wider;
    }
    if (this.#kind[surface] === 0) {
      const form = this.#table.form(surface);
      const initial = form.length === 1 && /\p{L}/u.test(form);
      this.#kind[surface] = initial || SHORTENED.has(form) ? 2 : 1;
    }
    return this.#kind[surface] === 2;
  }
}
