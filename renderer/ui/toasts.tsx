import {
  Button,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { useMessages } from '../i18n/messages.tsx';

export interface Notice {
  text: string;
  /** Takes back what the sentence says was done. */
  undo?: () => void;
  bad?: boolean;
}

/** One at a time; a new one takes the place of the old. Eight seconds, longer while focused or hovered. */
const queue = new ToastQueue<Notice>({ maxVisibleToasts: 1 });
const shownFor = 8000;
let shown: string | undefined;

export function tell(notice: Notice): void {
  if (shown !== undefined) queue.close(shown);
  shown = queue.add(notice, { timeout: shownFor });
}

export function Toasts() {
  const { frame } = useMessages();
  return (
    <ToastRegion queue={queue} className="toasts" aria-label={frame.toasts}>
      {({ toast }) => (
        <Toast toast={toast} className={toast.content.bad ? 'toast bad' : 'toast'}>
          <ToastContent className="toast-text">{toast.content.text}</ToastContent>
          {toast.content.undo === undefined ? (
            <Button slot="close" className="toast-act">
              {frame.close}
            </Button>
          ) : (
            <Button
              className="toast-act"
              onPress={() => {
                toast.content.undo?.();
                queue.close(toast.key);
              }}
            >
              {frame.undo}
            </Button>
          )}
        </Toast>
      )}
    </ToastRegion>
  );
}
