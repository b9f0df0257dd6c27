import { Highlighter } from 'lucide-react';
import { memo } from 'react';
import type { Settings } from '../../archive/contract/library.ts';
import type { Hit } from '../../archive/contract/search.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { Icon, Thread } from '../ui/controls.tsx';
import { Marked } from './marked.tsx';

interface ResultRowProps {
  hit: Hit;
  current: boolean;
  density: Settings['density'];
  /** Whether the other prints of its story are shown below. */
  unfolded: boolean;
}

/** One article of a result: date and source, headline, the passage that was found. */
export const ResultRow = memo(function ResultRow({ hit, current, density, unfolded }: ResultRowProps) {
  const { reader, search } = useMessages();
  const say = useSayings();
  const title = hit.title === '' ? reader.untitled : hit.title;
  const { snippet } = hit;
  return (
    <div
      className={`row ${density === 'list' ? 'compact' : density}${hit.readState === 'read' ? ' read' : ''}${current ? ' current' : ''}${hit.reprintOf === null ? '' : ' print'}`}
    >
      <div className="meta">
        <span className="when">{say.date(hit.date, 'list')}</span>
        <span className="from">{hit.source}</span>
        <Own hit={hit} />
      </div>
      <h3>
        <Marked text={title} marks={hit.title === '' ? [] : hit.titleMarks} />
      </h3>
      {density === 'roomy' && snippet.text !== '' && (
        <p className="snip">
          {snippet.start > 0 && '…'}
          <Marked text={snippet.text} marks={snippet.marks} />
        </p>
      )}
      {hit.reprints.length > 0 && (
        <p className="prints">{unfolded ? search.foldPrints : search.prints(hit.reprints.length)}</p>
      )}
    </div>
  );
});

/** The person's own: marks and the thread. */
function Own({ hit }: { hit: Hit }) {
  const { frame, search } = useMessages();
  const say = useSayings();
  if (hit.annotations === 0 && hit.selections.length === 0) return null;
  return (
    <span className="own">
      {hit.annotations > 0 && (
        <span className="own-marks">
          <Icon of={Highlighter} size={14} />
          <span className="num" aria-hidden="true">
            {say.number(hit.annotations)}
          </span>
          <span className="sr">{frame.annotations(hit.annotations)}</span>
        </span>
      )}
      {hit.selections.length > 0 && (
        <>
          <Thread />
          <span className="sr">{search.inSelection}</span>
        </>
      )}
    </span>
  );
}
