import { useQuery } from '@tanstack/react-query';
import type { ImportSummary } from '../../archive/contract/jobs.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { Act } from '../ui/controls.tsx';
import { useArchive } from '../view/archive.tsx';
import { useWays } from '../view/place.tsx';
import { namesOf } from './import-page.tsx';

/** The archive's imports, also those of earlier sittings; each opens its report. */
export function ImportHistory() {
  const client = useArchive();
  const { intake } = useMessages();
  const { data } = useQuery({
    queryKey: ['imports'],
    queryFn: ({ signal }) => client.imports.list(undefined, { signal }),
    staleTime: 0,
  });
  return (
    <section className="sec">
      <h2 className="h">{intake.history}</h2>
      {data?.length === 0 && <p className="dim">{intake.historyEmpty}</p>}
      <ul className="imports">
        {data?.map((one) => (
          <Line key={one.job} one={one} />
        ))}
      </ul>
    </section>
  );
}

function Line({ one }: { one: ImportSummary }) {
  const { frame, jobs, intake, library } = useMessages();
  const say = useSayings();
  const { show } = useWays();
  return (
    <li>
      <span className="when">{say.moment(one.startedAt)}</span>
      <span className="grow">{one.names.length > 0 && namesOf(one.names, intake.andMore)}</span>
      {one.state !== 'done' && <span className="dim">{intake.states[one.state]}</span>}
      {one.rejectedCount > 0 && (
        <span className="bad num">
          {say.number(one.rejectedCount)} {library.rejected(one.rejectedCount)}
        </span>
      )}
      <span className="num">{frame.articles(one.added + one.updated)}</span>
      <Act kind="link" onPress={() => show({ job: one.job })}>
        {jobs.report}
      </Act>
    </li>
  );
}
