import { useMutation, useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, Wrench } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../i18n/messages.tsx';
import { Meter } from '../jobs/job-bar.tsx';
import { useJobs } from '../jobs/jobs.tsx';
import { Act, Icon } from '../ui/controls.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { useArchive } from '../view/archive.tsx';

const icons = { ok: CircleCheck, mended: Wrench, bad: CircleAlert } as const;

/** A check-up of the whole archive, each finding in a sentence. */
export function CheckUp() {
  const client = useArchive();
  const messages = useMessages();
  const { keeping } = messages;
  const { jobs, follow } = useJobs();
  const [asked, setAsked] = useState<string>();
  const check = useMutation({
    mutationFn: () => client.archive.check({ mend: true }),
    onSuccess: ({ job }) => {
      setAsked(job);
      follow(job);
    },
    onError: tellRefusal(messages),
  });
  const job = jobs.find(({ id, kind }) => (asked === undefined ? kind === 'check' : id === asked));
  const { data } = useQuery({
    queryKey: ['findings', job?.id],
    queryFn: ({ signal }) => client.archive.findings({ job: job?.id ?? '' }, { signal }),
    enabled: job?.state === 'done',
    staleTime: Number.POSITIVE_INFINITY,
  });
  const going = job?.state === 'running';
  return (
    <section className="sec">
      <h2 className="h">
        {keeping.check}
        <span>{keeping.checkMore}</span>
        <Act kind="link" isDisabled={check.isPending || going} onPress={() => check.mutate()}>
          {keeping.checkDo}
        </Act>
      </h2>
      {going && (
        <div className="checking">
          <span className="dim">{keeping.checking}</span>
          <Meter job={job} wide />
        </div>
      )}
      {!going && data !== undefined && (
        <ul className="imports findings" aria-live="polite">
          {data.findings.map((finding) => (
            <li key={finding.check} className={finding.state}>
              <Icon of={icons[finding.state]} />
              <span className="grow">
                {keeping.findings[finding.check][finding.state](finding)}
                {finding.names.length > 0 && <small>{finding.names.join(', ')}</small>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
