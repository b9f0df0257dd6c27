import type { Chart, ChartDrawing, ChartMeasure } from '../contract/charts.ts';
import { everyNth, ticks } from './chart-scale.ts';
import { markup } from './markup.ts';
import { accent, pencilColours } from './palette.ts';
import { periodInWords, periodLabel } from './periods.ts';
import { counted, figure } from './russian-numbers.ts';

export interface DrawingOptions {
  measure: ChartMeasure;
  /** Over the drawing; may be empty. */
  title: string;
}

const width = 640;
const plotHeight = 200;
/** Around the drawing. */
const edge = 14;
const left = 52;
const right = 14;
const legendRow = 20;
/** Width of a label under the axis. */
const labelRoom = 58;
const ink = '#222';
const grey = '#666';

/** Lines are told apart by colour, by pattern and by the shape of their points. */
const looks = [
  { colour: accent, dash: '', point: 'M-3.2 0a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0' },
  { colour: pencilColours.red.line, dash: '7 3', point: 'M-3-3h6v6h-6z' },
  { colour: pencilColours.blue.line, dash: '2 3', point: 'M0-4l3.8 7h-7.6z' },
  { colour: pencilColours.ochre.line, dash: '9 3 2 3', point: 'M0-4.2l4.2 4.2l-4.2 4.2l-4.2-4.2z' },
  { colour: '#555555', dash: '1 2', point: 'M-3.6-1h2.6v-2.6h2v2.6h2.6v2h-2.6v2.6h-2v-2.6h-2.6z' },
] as const;

const at = (value: number) => Number(value.toFixed(2));

/** The values of a chart's line by period; null where there is nothing to count a share of. */
export function valuesOf({ all, series }: Chart, one: number, measure: ChartMeasure): (number | null)[] {
  const { counts } = series[one]!;
  if (measure === 'articles') return counts;
  return counts.map((count, i) => (all[i]! > 0 ? (1000 * count) / all[i]! : null));
}

/** Draws a chart: bars for one subject, lines for several. The drawing refers to nothing outside itself. */
export function drawChart(chart: Chart, { measure, title }: DrawingOptions): ChartDrawing {
  const lines = chart.series.map((_, i) => valuesOf(chart, i, measure));
  const scale = ticks(Math.max(0, ...lines.flat().map((value) => value ?? 0)), 5, measure === 'articles');
  const highest = scale.at(-1)!;
  const heading = title.trim() === '' ? 0 : 26;
  const legend = chart.series.length > 1 ? 8 + legendRow * chart.series.length : 0;
  const plot = { left, top: heading + 24, width: width - left - right, height: plotHeight };
  const height = plot.top + plot.height + 30 + legend;
  const y = (value: number) => at(plot.top + plot.height * (1 - value / highest));
  const slot = plot.width / Math.max(1, chart.periods.length);
  const x = (period: number) => at(plot.left + slot * (period + 0.5));
  const parts = [
    heading === 0 ? '' : text(0, 17, title, { size: 16, weight: 700 }),
    text(0, heading + 12, unit(chart, measure), { size: 11, colour: grey }),
    ...scale.map((value) => {
      const line = `<path d="M${left} ${y(value)}H${width - right}" stroke="${value === 0 ? ink : '#d5d5d5'}" stroke-width="${value === 0 ? 1 : 0.7}"/>`;
      return line + text(left - 7, y(value) + 4, figure(value), { size: 11, colour: grey, anchor: 'end' });
    }),
    ...axis(chart, x, plot.top + plot.height + 17),
    chart.series.length === 1 ? bars(lines[0]!, slot, x, y) : lines.map((values, i) => line(values, i, x, y)).join(''),
    ...(legend === 0
      ? []
      : chart.series.map((one, i) => legendOf(one, i, plot.top + plot.height + 38 + legendRow * i))),
    chart.periods.length === 0 ? text(left + 8, plot.top + 24, 'Статей с датой нет', { size: 13, colour: grey }) : '',
  ];
  const whole = { width: width + 2 * edge, height: height + 2 * edge };
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-edge} ${-edge} ${whole.width} ${whole.height}" width="${whole.width}" height="${whole.height}" role="img" font-family="'PT Serif', Literata, Georgia, serif"><title>${markup(title.trim() || chartSentence(chart))}</title><rect x="${-edge}" y="${-edge}" width="${whole.width}" height="${whole.height}" fill="#fff"/>${parts.join('')}</svg>`;
  return { svg, ...whole, plot: { ...plot, left: plot.left + edge, top: plot.top + edge } };
}

interface TextLook {
  size: number;
  colour?: string;
  weight?: number;
  anchor?: 'start' | 'middle' | 'end';
}

const text = (x: number, y: number, words: string, { size, colour = ink, weight = 400, anchor = 'start' }: TextLook) =>
  `<text x="${at(x)}" y="${at(y)}" font-size="${size}" font-weight="${weight}" fill="${colour}" text-anchor="${anchor}">${markup(words)}</text>`;

const steps = { day: 'по дням', week: 'по неделям', month: 'по месяцам', year: 'по годам' } as const;

function unit({ step, series }: Chart, measure: ChartMeasure): string {
  const what = measure === 'articles' ? 'Статей' : 'Статей на тысячу вышедших в тот же срок';
  return `${what}, ${steps[step]}${series.length === 1 && series[0]!.label !== '' ? `. ${series[0]!.label}` : ''}`;
}

function axis({ periods, step }: Chart, x: (period: number) => number, y: number): string[] {
  const nth = everyNth(periods.length, (width - left - right) / labelRoom);
  return periods.flatMap((period, i) => {
    if (i % nth !== 0) return [];
    const label = periodLabel(period, step, i === 0 ? undefined : periods[i - nth]);
    return [text(x(i), y, label, { size: 11, colour: grey, anchor: 'middle' })];
  });
}

function bars(values: (number | null)[], slot: number, x: (i: number) => number, y: (value: number) => number): string {
  const broad = at(Math.min(46, Math.max(0.8, slot * 0.74)));
  return values
    .map((value, i) =>
      value === null || value === 0
        ? ''
        : `<rect x="${at(x(i) - broad / 2)}" y="${y(value)}" width="${broad}" height="${at(y(0) - y(value))}" fill="${looks[0].colour}"/>`,
    )
    .join('');
}

function line(
  values: (number | null)[],
  which: number,
  x: (i: number) => number,
  y: (value: number) => number,
): string {
  const look = looks[which % looks.length]!;
  let pen = 'M';
  const path = values
    .map((value, i) => {
      if (value === null) {
        pen = 'M';
        return '';
      }
      const to = `${pen}${x(i)} ${y(value)}`;
      pen = 'L';
      return to;
    })
    .join('');
  const points = values
    .map((value, i) => (value === null || values.length > 80 ? '' : mark(look, x(i), y(value))))
    .join('');
  return `<path d="${path || 'M0 0'}" fill="none" stroke="${look.colour}" stroke-width="1.8" stroke-linejoin="round"${look.dash === '' ? '' : ` stroke-dasharray="${look.dash}"`}/>${points}`;
}

const mark = ({ colour, point }: (typeof looks)[number], x: number, y: number) =>
  `<path d="${point}" transform="translate(${x} ${y})" fill="${colour}" stroke="#fff" stroke-width="0.8"/>`;

function legendOf({ label, total }: Chart['series'][number], which: number, y: number): string {
  const look = looks[which % looks.length]!;
  const stroke = `<path d="M${left} ${y}h30" stroke="${look.colour}" stroke-width="1.8"${look.dash === '' ? '' : ` stroke-dasharray="${look.dash}"`}/>`;
  const words = `${label}: ${counted(total, 'статья', 'статьи', 'статей')}`;
  return stroke + mark(look, left + 15, y) + text(left + 40, y + 4, words, { size: 12 });
}

/** A chart in one sentence, for those who do not see it. */
export function chartSentence({ periods, step, series }: Chart): string {
  if (periods.length === 0) return 'Статей с датой нет';
  const [first, last] = [periodInWords(periods[0]!, step), periodInWords(periods.at(-1)!, step)];
  const span = first === last ? first : `${first}\u00a0— ${last}`;
  const said = series.map(({ label, counts, total }) => {
    const most = Math.max(...counts);
    const where = periodInWords(periods[counts.indexOf(most)]!, step);
    return `${label}: ${counted(total, 'статья', 'статьи', 'статей')}${most > 0 ? `, больше всего\u00a0— ${where}, ${figure(most)}` : ''}`;
  });
  return `Статьи ${steps[step]}, ${span} ${said.join('; ')}.`;
}
