/**
 * Labels of the tagger: BIOES over three types. Places are learnt beside persons and organizations because knowing
 * them keeps their names out of both; they are not mentions.
 */

export const types = ['PER', 'ORG', 'LOC'] as const;

/** O, then B I E S of each type in turn. */
export const labelCount = 1 + 4 * types.length;
export const outside = 0;
export const begin = (type: number) => 1 + 4 * type;
export const inside = (type: number) => 2 + 4 * type;
export const end = (type: number) => 3 + 4 * type;
export const single = (type: number) => 4 + 4 * type;
/** Index of a label's type; -1 for O. */
const typeOf = (label: number) => (label === outside ? -1 : (label - 1) >> 2);

/** Whether `to` may stand right after `from` (a name that has begun must end, and only a begun name goes on). */
export function mayFollow(from: number, to: number): boolean {
  const open = from !== outside && ((from - 1) & 3) < 2;
  const goesOn = to !== outside && (((to - 1) & 3) === 1 || ((to - 1) & 3) === 2);
  return open ? goesOn && typeOf(from) === typeOf(to) : !goesOn;
}

/** Whether a sequence may begin with the label, and end with it. */
export const mayStart = (label: number) => mayFollow(outside, label);
export const mayEnd = (label: number) => mayFollow(label, outside);

/** A labelled run of tokens, the end exclusive. */
export interface LabelSpan {
  readonly from: number;
  readonly to: number;
  readonly type: number;
}

/** Labels of `length` tokens from spans that do not overlap. */
export function labelsOf(length: number, spans: readonly LabelSpan[]): Uint8Array {
  const labels = new Uint8Array(length);
  for (const { from, to, type } of spans) {
    if (to - from === 1) labels[from] = single(type);
    else {
      labels.fill(inside(type), from, to);
      labels[from] = begin(type);
      labels[to - 1] = end(type);
    }
  }
  return labels;
}

/** The spans of a sequence that keeps to {@link mayFollow}. */
export function spansOf(labels: Uint8Array): LabelSpan[] {
  const spans: LabelSpan[] = [];
  let from = 0;
  labels.forEach((label, i) => {
    if (label === outside) return;
    const place = (label - 1) & 3;
    if (place === 0 || place === 3) from = i;
    if (place >= 2) spans.push({ from, to: i + 1, type: typeOf(label) });
  });
  return spans;
}
