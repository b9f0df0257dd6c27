import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Mention } from '../../archive/contract/articles.ts';
import { useMessages } from '../i18n/messages.tsx';
import { choose } from '../search/question.ts';
import { Act, Mark } from '../ui/controls.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { tell } from '../ui/toasts.tsx';
import { useArchive } from '../view/archive.tsx';
import { usePlace } from '../view/place.tsx';

/** Who is named here, and what can be done about it. */
export function NamePopover({ mention, article, onClose }: { mention: Mention; article: number; onClose(): void }) {
  const client = useArchive();
  const messages = useMessages();
  const { reader, names } = messages;
  const queries = useQueryClient();
  const { view, show } = usePlace();
  const reject = useMutation({
    mutationFn: () => client.entities.curate({ step: 'reject', entity: mention.entity, article }),
    onSuccess: async () => {
      const back = () => void client.history.undo().then(() => queries.invalidateQueries(), tellRefusal(messages));
      tell({ text: reader.notNameHere, undo: back });
      onClose();
      await queries.invalidateQueries();
    },
    onError: tellRefusal(messages),
  });
  const together = () =>
    show({
      section: 'search',
      reading: false,
      question: {
        ...view.question,
        choices: choose(view.question, mention.kind, String(mention.entity), 'include'),
      },
    });
  return (
    <div className="name-pop">
      <h3>
        <Mark person={mention.kind === 'person'} />
        {mention.label}
      </h3>
      <p>
        {names.kindOf[mention.kind]}. {reader.inText(mention.text)}
      </p>
      <div className="acts">
        <Act onPress={() => show({ section: 'names', entity: mention.entity, reading: false })}>{reader.openName}</Act>
        <Act onPress={together}>{reader.searchName}</Act>
        <Act kind="quiet" onPress={() => reject.mutate()}>
          {reader.notName}
        </Act>
      </div>
    </div>
  );
}
