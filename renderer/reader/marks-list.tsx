import { useState } from 'react';
import type { Annotation } from '../../archive/contract/annotations.ts';
import { useMessages } from '../i18n/messages.tsx';
import { Act } from '../ui/controls.tsx';
import { useSettings } from '../view/settings.tsx';
import { Sign } from './margin.tsx';

/** Marks shown at once in the list after the article. */
const step = 50;

interface MarksListProps {
  marks: readonly Annotation[];
  onGo(id: number): void;
}

/** After the article: its marks with the quoted words, for whoever cannot see the painting. */
export function MarksList({ marks, onGo }: MarksListProps) {
  const { annotation } = useMessages();
  const { settings } = useSettings();
  const [shown, setShown] = useState(step);
  const placed = marks.filter(({ span }) => span !== null);
  if (placed.length === 0) return null;
  return (
    <section className="end-part" aria-label={annotation.list}>
      <h3>{annotation.list}</h3>
      <ul className="marks-list">
        {placed.slice(0, shown).map((mark) => (
          <li key={mark.id}>
            <button type="button" onClick={() => onGo(mark.id)}>
              <Sign mark={mark} />
              <span className="sr">{mark.bookmark ? annotation.bookmark : settings.pencils[mark.pencil]}: </span>
              <q>{mark.quote.exact}</q>
              {mark.note !== '' && <span className="mark-note">{mark.note}</span>}
            </button>
          </li>
        ))}
      </ul>
      {placed.length > shown && (
        <Act kind="link" onPress={() => setShown(shown + 200)}>
          {annotation.listMore(placed.length - shown)}
        </Act>
      )}
    </section>
  );
}
