import { useState } from 'react';
import type { EntityPage } from '../../archive/contract/entities.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { Act, Mark } from '../ui/controls.tsx';
import { useOpenArticles } from './entity-page.tsx';
import { nameLines } from './name-lines.ts';

/** Neighbours at most: in the table, and in the drawing. */
const most = 12;
const drawn = 8;
const [width, height] = [320, 252];
/** As `.graph text` sets it. */
const labelFont = '12px "Golos Text Variable"';
const lineHeight = 15;
/** Between a neighbour's figure and its label. */
const labelGap = 6;
/** A line is as thick as the root of its count, up to this. */
const thickest = 6;
const middle = { x: width / 2, y: height / 2 };

type Neighbour = EntityPage['together'][number] & { weight: number };
type Placed = Neighbour & ReturnType<typeof placeOf> & { radius: number };

/** With whom and with what they are mentioned: drawn around the middle, or as a table. */
export function Together({ page }: { page: EntityPage }) {
  const { names } = useMessages();
  const [sentence, setSentence] = useState(false);
  const [table, setTable] = useState(false);
  const neighbours = page.together
    .map((one) => ({ ...one, weight: sentence ? one.sameSentence : one.together }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most);
  if (page.together.length === 0) return null;
  return (
    <section className="sec">
      <h2 className="h">
        {names.together}
        <Act kind="link" onPress={() => setSentence(!sentence)}>
          {sentence ? names.togetherSentence : names.togetherArticle}
        </Act>
      </h2>
      {table ? (
        <TogetherTable page={page} neighbours={neighbours} />
      ) : (
        <Drawing page={page} neighbours={neighbours.slice(0, drawn)} />
      )}
      <Act kind="link" onPress={() => setTable(!table)}>
        {table ? names.togetherDrawing : names.togetherTable}
      </Act>
    </section>
  );
}

function TogetherTable({ page, neighbours }: { page: EntityPage; neighbours: Neighbour[] }) {
  const say = useSayings();
  const openArticles = useOpenArticles();
  return (
    <ul className="sp">
      {neighbours.map((one) => (
        <li key={one.id}>
          <Mark person={one.kind === 'person'} />
          <button type="button" onClick={() => openArticles(page, [one])}>
            {one.name}
          </button>
          <span className="num">{say.number(one.weight)}</span>
        </li>
      ))}
    </ul>
  );
}

/** A neighbour's place: left and right in turn, the heaviest above; its label stands outside, where no line goes. */
function placeOf(at: number, count: number) {
  const side = at % 2 === 0 ? -1 : 1;
  const rows = side < 0 ? Math.ceil(count / 2) : Math.floor(count / 2);
  const y = (height * (Math.floor(at / 2) + 0.5)) / rows;
  const bend = Math.sqrt(1 - ((y - middle.y) / middle.y) ** 2);
  return { side, x: middle.x + side * (26 + 18 * bend), y };
}

function Drawing({ page, neighbours }: { page: EntityPage; neighbours: Neighbour[] }) {
  const { names } = useMessages();
  const openArticles = useOpenArticles();
  const placed = neighbours.map((one, at) => {
    const line = Math.min(thickest, Math.sqrt(one.weight));
    return { ...one, ...placeOf(at, neighbours.length), line, radius: 5 + line / 2 };
  });
  const list = neighbours.map((one) => `${one.name} ${one.weight}`).join(', ');
  return (
    <svg className="graph" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={names.togetherLabel(list)}>
      <title>{names.togetherLabel(list)}</title>
      {placed.map((one) => (
        <line key={one.id} className="e" x1={middle.x} y1={middle.y} x2={one.x} y2={one.y} strokeWidth={one.line} />
      ))}
      <circle className="c" cx={middle.x} cy={middle.y} r={10} />
      {placed.map((one) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the table beside it does the same by key
        <g key={one.id} className="node" onClick={() => openArticles(page, [one])}>
          {one.kind === 'person' ? (
            <circle className="v" cx={one.x} cy={one.y} r={one.radius} />
          ) : (
            <rect
              className="v"
              x={one.x - one.radius}
              y={one.y - one.radius}
              width={one.radius * 2}
              height={one.radius * 2}
              rx={1}
            />
          )}
          <Label node={one} />
        </g>
      ))}
    </svg>
  );
}

function Label({ node: { name, kind, weight, side, x, y, radius } }: { node: Placed }) {
  const say = useSayings();
  const count = say.number(weight);
  const at = x + side * (radius + labelGap);
  const room = side < 0 ? at : width - at;
  const lines = nameLines(name, kind, count, (text) => widthOf(text) <= room);
  return (
    <text textAnchor={side < 0 ? 'end' : 'start'}>
      {lines.map((line, row) => (
        <tspan key={line} x={at} y={y + 4 + lineHeight * (row - (lines.length - 1) / 2)}>
          {line}
          {row === lines.length - 1 && <tspan className="n"> {count}</tspan>}
        </tspan>
      ))}
    </text>
  );
}

let letters: CanvasRenderingContext2D | null | undefined;

/** How wide a label is set, units of the drawing. */
function widthOf(text: string): number {
  letters ??= document.createElement('canvas').getContext('2d');
  if (letters === null) return 0;
  letters.font = labelFont;
  return letters.measureText(text).width;
}
