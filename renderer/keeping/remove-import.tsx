import { useMessages } from '../i18n/messages.tsx';
import { Act } from '../ui/controls.tsx';
import { useRemoval } from './use-removal.ts';

/** Lays everything that an import brought into the bin. */
export function RemoveImport({ job }: { job: string }) {
  const { bin } = useMessages();
  const { remove, busy } = useRemoval();
  return (
    <Act isDisabled={busy} onPress={() => remove({ by: 'import', job })}>
      {bin.removeImport}
    </Act>
  );
}
