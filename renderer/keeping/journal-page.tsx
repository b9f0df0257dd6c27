import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { JournalLine } from '../../archive/contract/keeping.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { saveText } from '../jobs/download.ts';
import { Act } from '../ui/controls.tsx';
import { PageView } from '../ui/page-view.tsx';
import { Empty, Unanswered } from '../ui/states.tsx';
import { Tick } from '../ui/tick.tsx';
import { tell } from '../ui/toasts.tsx';
import { useArchive } from '../view/archive.tsx';

const most = 500;

/** A line as it is copied: everything that is known, for whoever is asked for help. */
const asText = ({ at, level, event, name, milliseconds, cause }: JournalLine) =>
  [at, level, event, name, milliseconds === null ? '' : `${milliseconds} ms`, cause ?? ''].filter(Boolean).join('  ');

/** The program's own log, to be read and copied. */
export function JournalPage() {
  const client = useArchive();
  const { journal, keeping } = useMessages();
  const [errors, setErrors] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['journal'],
    queryFn: ({ signal }) => client.journal.read({ limit: most }, { signal }),
    staleTime: 0,
  });
  const lines = (data ?? []).filter(({ level }) => !errors || level === 'error');
  const text = () => lines.map(asText).join('\n');
  return (
    <PageView
      title={journal.title}
      sub={journal.lead}
      back={{ text: keeping.title, to: { section: 'keeping' } }}
      acts={
        lines.length > 0 && (
          <>
            <Act onPress={() => void navigator.clipboard.writeText(text()).then(() => tell({ text: journal.copied }))}>
              {journal.copy}
            </Act>
            <Act onPress={() => saveText('podshivka.log', 'text/plain', text())}>{journal.save}</Act>
          </>
        )
      }
    >
      <Tick on={errors} onChange={setErrors}>
        {journal.onlyErrors}
      </Tick>
      {data === undefined ? (
        <Unanswered error={error} onAgain={() => void refetch()} />
      ) : lines.length === 0 ? (
        <Empty title={journal.empty} more={journal.emptyMore} />
      ) : (
        <ol className="journal">
          {lines.map((line, at) => (
            // Lines have no identity of their own; the newest come first and the list is read whole.
            // biome-ignore lint/suspicious/noArrayIndexKey: two equal lines are told apart by nothing else
            <Line key={`${line.at} ${at}`} line={line} />
          ))}
        </ol>
      )}
    </PageView>
  );
}

function Line({ line }: { line: JournalLine }) {
  const { journal } = useMessages();
  const say = useSayings();
  const head = (
    <>
      <span className="when dim num">{say.moment(line.at)}</span>
      <span className={line.level === 'error' ? 'bad' : 'dim'}>{journal.events[line.event] ?? line.event}</span>
      <span className="grow">{line.name}</span>
      {line.milliseconds !== null && <span className="num dim">{journal.took(say.number(line.milliseconds))}</span>}
    </>
  );
  if (line.cause === null) return <li className="journal-line">{head}</li>;
  return (
    <li>
      <details>
        <summary className="journal-line">{head}</summary>
        <pre>{line.cause}</pre>
      </details>
    </li>
  );
}
