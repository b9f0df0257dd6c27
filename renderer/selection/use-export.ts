import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExportRequest } from '../../archive/contract/exports.ts';
import type { Job } from '../../archive/contract/jobs.ts';
import { bridge } from '../bridge.ts';
import { useMessages } from '../i18n/messages.tsx';
import { downloadFrom } from '../jobs/download.ts';
import { useJobs } from '../jobs/jobs.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { tell } from '../ui/toasts.tsx';
import { useArchive } from '../view/archive.tsx';

/** Saves an export: asks where, follows the job, says how it ended. */
export function useExport() {
  const client = useArchive();
  const messages = useMessages();
  const { selections, exports } = messages;
  const queries = useQueryClient();
  const { jobs, follow, cancel } = useJobs();
  const [started, setStarted] = useState<string | null>(null);
  const job = jobs.find(({ id }) => id === started);
  const going = job?.state === 'running' || job?.state === 'paused';
  const ended = (last: Job) => {
    void queries.invalidateQueries({ queryKey: ['lastExport'] });
    if (last.state === 'cancelled') tell({ text: exports.stopped });
    if (last.state !== 'done' || last.file === null) return;
    tell({ text: selections.savedFile(last.file) });
    downloadFrom(last);
  };
  const begun = (answer: { job: string } | null) => {
    if (answer === null) return;
    setStarted(answer.job);
    follow(answer.job, ended);
  };
  const options = { onSuccess: begun, onError: tellRefusal(messages) };
  const save = useMutation({
    mutationFn: async (request: Omit<ExportRequest, 'path'>) => {
      const desktop = bridge();
      if (desktop === undefined) return client.exports.start({ ...request, path: null });
      const { name } = await client.exports.name(request);
      const path = await desktop.chooseSave(name);
      return path === null ? null : client.exports.start({ ...request, path });
    },
    ...options,
  });
  const repeat = useMutation({ mutationFn: () => client.exports.repeat(), ...options });
  return {
    job: going ? job : undefined,
    busy: going || save.isPending || repeat.isPending,
    save: (request: Omit<ExportRequest, 'path'>) => save.mutate(request),
    repeat: () => repeat.mutate(),
    stop: () => started !== null && cancel(started),
  };
}
