import { type ReactNode, useEffect, useState } from 'react';
import { useMessages } from '../i18n/messages.tsx';
import { Act } from './controls.tsx';
import { sentenceFor } from './refusal.ts';

/** A serif sentence, what to do next, at most two actions. */
export function Empty({ title, more, children }: { title: string; more?: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {more !== undefined && <p>{more}</p>}
      {children !== undefined && <div className="acts">{children}</div>}
    </div>
  );
}

/** What happened, what is safe, what to do. */
export function Failure({ error, onAgain }: { error: unknown; onAgain?: () => void }) {
  const messages = useMessages();
  return (
    <div className="failure" role="alert">
      <h2>{sentenceFor(error, messages)}</h2>
      {onAgain !== undefined && <Act onPress={onAgain}>{messages.frame.tryAgain}</Act>}
    </div>
  );
}

/** Grey lines at the measures of rows, after 300 ms: what comes sooner needs no waiting. */
export function Waiting({ rows = 4 }: { rows?: number }) {
  const { frame } = useMessages();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div className="waiting" role="status" aria-label={frame.loading}>
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((key) => (
        <div key={key} className="waiting-row" aria-hidden="true">
          <i />
          <i />
          <i />
        </div>
      ))}
    </div>
  );
}

/** In the place of what was asked for: not there yet, or not to be had. */
export function Unanswered({ error, onAgain, rows }: { error: unknown; onAgain?: () => void; rows?: number }) {
  if (error === null) return <Waiting {...(rows === undefined ? {} : { rows })} />;
  return <Failure error={error} {...(onAgain === undefined ? {} : { onAgain })} />;
}
