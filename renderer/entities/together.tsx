import { useState } from 'react';
import type { EntityPage } from '../../archive/contract/entities.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { Act, Mark } from '../ui/controls.tsx';
import { useOpenArticles } from './entity-page.tsx';

/** Neighbours drawn at most. */
const most = 12;
const [width, height] = [300, 252];
const middle = { x: width / 2, y: height / 2 };

type Neighbour = EntityPage['together'][number] & { weight: number };

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
        <Drawing page={page} neighbours={neighbours.slice(0, 8)} />
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

/** «Касым-Жомарт Токаев» → «К.-Ж. Токаев»; long names of organizations are cut at a word. */
function shortName(name: string, kind: 'person' | 'organization'): string {
  const words = name.split(' ');
  if (kind === 'person' && words.length > 1) {
    const initial = (word: string) =>
      word
        .split('-')
        .map((part) => `${part.charAt(0)}.`)
        .join('-');
    return `${initial(words[0]!)} ${words.at(-1)}`;
  }
  return name.length <= 20 ? name : `${name.slice(0, 19).replace(/\s\S*$/, '')}…`;
}

function Drawing({ page, neighbours }: { page: EntityPage; neighbours: Neighbour[] }) {
  const { names } = useMessages();
  const say = useSayings();
  const openArticles = useOpenArticles();
  const heaviest = Math.max(1, ...neighbours.map(({ weight }) => weight));
  const placed = neighbours.map((one, at) => {
    // An ellipse, beginning at the upper left; near the poles the labels would meet, so the angle leans to the sides.
    const angle = -Math.PI * 0.75 + (2 * Math.PI * at) / neighbours.length;
    const strength = Math.sqrt(one.weight / heaviest);
    return {
      ...one,
      x: middle.x + Math.cos(angle) * 104,
      y: middle.y + Math.sin(angle) * 92,
      line: 1 + 5 * strength,
      radius: 5 + 3 * strength,
    };
  });
  const list = neighbours.map((one) => `${one.name} ${one.weight}`).join(', ');
  return (
    <svg className="graph" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={names.togetherLabel(list)}>
      <title>{names.togetherLabel(list)}</title>
      {placed.map((one) => (
        <line key={one.id} className="e" x1={middle.x} y1={middle.y} x2={one.x} y2={one.y} strokeWidth={one.line} />
      ))}
      <circle className="c" cx={middle.x} cy={middle.y} r={10} />
      {placed.map((one) => {
        const anchor = one.x < middle.x - 40 ? 'start' : one.x > middle.x + 40 ? 'end' : 'middle';
        const x = anchor === 'start' ? 0 : anchor === 'end' ? width : one.x;
        const y = one.y + (one.y < middle.y ? -one.radius - 7 : one.radius + 15);
        return (
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
            <text x={x} y={y} textAnchor={anchor}>
              {shortName(one.name, one.kind)} <tspan className="n">{say.number(one.weight)}</tspan>
            </text>
          </g>
        );
      })}
    </svg>
  );
}
