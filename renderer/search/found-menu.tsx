import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useMessages } from '../i18n/messages.tsx';
import { useRemoval } from '../keeping/use-removal.ts';
import { Icon } from '../ui/controls.tsx';
import { AskDialog } from '../ui/dialog.tsx';
import { ActionMenu } from '../ui/menu.tsx';
import { usePlace } from '../view/place.tsx';
import { wholeRequest } from './result.tsx';

/** What can be done with everything that was found: of one source, of a year, of a query. */
export function FoundMenu({ total }: { total: number }) {
  const { bin, frame } = useMessages();
  const { view, amend } = usePlace();
  const { remove } = useRemoval();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <ActionMenu
        label={frame.more}
        items={[{ id: 'remove', text: bin.removeFound, disabled: total === 0 }]}
        onAct={() => setAsking(true)}
      >
        <Button className="ico" aria-label={frame.more}>
          <Icon of={Ellipsis} />
        </Button>
      </ActionMenu>
      <AskDialog
        open={asking}
        title={bin.removeFoundTitle(total)}
        more={bin.removeFoundMore}
        verb={bin.remove}
        onYes={() =>
          remove(
            { by: 'search', request: wholeRequest(view.question) },
            { onSuccess: () => amend({ article: null, reading: false }) },
          )
        }
        onClose={() => setAsking(false)}
      />
    </>
  );
}
