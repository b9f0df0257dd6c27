import { useMutation } from '@tanstack/react-query';
import { bridge } from '../bridge.ts';
import { useMessages } from '../i18n/messages.tsx';
import { useJobs } from '../jobs/jobs.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { useArchive } from '../view/archive.tsx';
import { useWays } from '../view/place.tsx';

/** The ways articles come in: by path, as files a browser holds, or the sample. Each starts a job and shows it. */
export function useImport() {
  const client = useArchive();
  const messages = useMessages();
  const { follow } = useJobs();
  const { show } = useWays();
  const started = ({ job }: { job: string }) => {
    follow(job);
    show({ section: 'archive', job });
  };
  const options = { onSuccess: started, onError: tellRefusal(messages) };
  const byPath = useMutation({ mutationFn: (paths: string[]) => client.imports.start({ paths }), ...options });
  const byFile = useMutation({ mutationFn: (files: File[]) => client.imports.upload({ files }), ...options });
  const sample = useMutation({
    mutationFn: () => client.archive.openSample(),
    onSuccess: ({ job }) => {
      // A dozen articles are there at once, and what one wants of a sample is to look at it.
      follow(job, ({ state }) => state === 'done' && show({ section: 'search', job: null }));
      show({ section: 'archive', job });
    },
    onError: tellRefusal(messages),
  });

  /** Files dropped or chosen: by their paths where the shell knows them, so that a large folder is not copied. */
  const take = (files: File[]) => {
    if (files.length === 0) return;
    const desktop = bridge();
    const paths = desktop === undefined ? [] : files.map((file) => desktop.pathOf(file)).filter((path) => path !== '');
    if (paths.length === files.length) byPath.mutate(paths);
    else byFile.mutate(files);
  };
  return {
    take,
    paths: (paths: string[]) => paths.length > 0 && byPath.mutate(paths),
    sample: () => sample.mutate(),
    busy: byPath.isPending || byFile.isPending || sample.isPending,
  };
}
