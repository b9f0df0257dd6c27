import { useQuery } from '@tanstack/react-query';
import type { Annotation } from '../../archive/contract/annotations.ts';
import type { Span } from '../../archive/contract/values.ts';
import { useMessages } from '../i18n/messages.tsx';
import { Act } from '../ui/controls.tsx';
import { useArchive } from '../view/archive.tsx';
import { firstWords, lastWords } from './context.ts';
import type { Desk } from './desk.tsx';
import { Sign } from './margin.tsx';
import { lostMarkId } from './mark-name.ts';

/** Of a long quotation in a list of places, the letters shown. */
const shown = 160;

/** After the article: the marks that lost their place, each with what it may have become and a way to put it by hand. */
export function LostMarks({ desk }: { desk: Desk }) {
  const { annotation } = useMessages();
  const lost = desk.annotations.filter(({ span }) => span === null);
  if (lost.length === 0) return null;
  return (
    <section className="end-part lost-part" aria-label={annotation.unplaced(lost.length)}>
      <h3>{annotation.unplaced(lost.length)}</h3>
      <p className="dim">{annotation.placeHint}</p>
      <ul className="marks-list">
        {lost.map((mark) => (
          <LostMark key={mark.id} mark={mark} desk={desk} />
        ))}
      </ul>
    </section>
  );
}

function LostMark({ mark, desk }: { mark: Annotation; desk: Desk }) {
  const { annotation } = useMessages();
  const client = useArchive();
  const { data: places = [] } = useQuery({
    queryKey: ['annotations', 'likely', mark.id],
    queryFn: ({ signal }) => client.annotations.likelyPlaces({ id: mark.id }, { signal }),
  });
  const chosen = () => {
    const passage = desk.selected();
    return passage?.field === mark.field ? passage.span : undefined;
  };
  return (
    <li className="lost-mark" id={lostMarkId(mark.id)} tabIndex={-1}>
      <Sign mark={mark} />
      <q>{mark.quote.exact}</q>
      {mark.note !== '' && <span className="mark-note">{mark.note}</span>}
      {places.length > 0 && (
        <ul className="likely" aria-label={annotation.likely}>
          {places.map((span) => (
            <LikelyPlace key={span.start} mark={mark} span={span} desk={desk} />
          ))}
        </ul>
      )}
      <button
        type="button"
        className="link"
        // The press must not take the selection away before it is read.
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => desk.placeLost(mark, chosen())}
      >
        {annotation.place}
      </button>
    </li>
  );
}

/** A place that resembles the mark's: shown in the text by a press on its words, taken by one more. */
function LikelyPlace({ mark, span, desk }: { mark: Annotation; span: Span; desk: Desk }) {
  const { annotation } = useMessages();
  const text = desk.article?.[mark.field] ?? '';
  const words = text.slice(span.start, span.end);
  return (
    <li>
      <button type="button" className="said" onClick={() => desk.visit({ field: mark.field, span, text: words })}>
        <span className="dim">{lastWords(text.slice(Math.max(0, span.start - 60), span.start))}</span>
        <b>{words.length > shown ? `${words.slice(0, shown)}…` : words}</b>
        <span className="dim">{firstWords(text.slice(span.end, span.end + 60))}</span>
      </button>
      <Act kind="link" onPress={() => desk.placeLost(mark, span)}>
        {annotation.placeHere}
      </Act>
    </li>
  );
}
