import { useMessages } from '../i18n/messages.tsx';
import { JobBar } from '../jobs/job-bar.tsx';
import { Act, Thread } from '../ui/controls.tsx';
import { useConnected, useInfo } from '../view/archive.tsx';
import { usePlace } from '../view/place.tsx';
import { useTray } from '../view/tray.tsx';

/** The lower edge: at the left the selection on the desk, at the right what is being done and the size of the archive. */
export function Strip({ bare }: { bare: boolean }) {
  const { frame } = useMessages();
  const { data: info } = useInfo();
  const connected = useConnected();
  return (
    <footer className="strip">
      {connected ? !bare && <TrayBar /> : <Lost />}
      <span className="grow" />
      <JobBar />
      {info?.index === 'rebuilding' && <span className="dim">{frame.indexRebuilding}</span>}
      {bare ? (
        <span className="dim">{frame.offline}</span>
      ) : (
        info !== undefined && <span className="dim num">{frame.articles(info.articles)}</span>
      )}
    </footer>
  );
}

/** The archive does not answer: what is safe, and that nothing has to be done. */
function Lost() {
  const { frame } = useMessages();
  return (
    <p className="lost" role="alert">
      <b>{frame.lost}.</b> {frame.lostMore}
    </p>
  );
}

function TrayBar() {
  const { frame } = useMessages();
  const { view, show } = usePlace();
  const { selection, bind } = useTray();
  const dropped = (event: React.DragEvent) => {
    const id = Number(event.dataTransfer.getData('application/x-podshivka-article'));
    if (!Number.isInteger(id) || id < 1) return;
    event.preventDefault();
    bind([id]);
  };
  const accepts = (event: React.DragEvent) => {
    if (event.dataTransfer.types.includes('application/x-podshivka-article')) event.preventDefault();
  };
  const openHere = view.section === 'selections' && view.selection === selection?.id;
  return (
    // A place to drop rows on; the same by key is S, so nothing depends on the drag.
    <section className="tray" aria-label={frame.tray} onDragOver={accepts} onDrop={dropped}>
      {selection === null ? (
        <span className="dim">{frame.noSelection}</span>
      ) : (
        <>
          <Thread />
          <b>{selection.name}</b>
          <span>{frame.articles(selection.articles)}</span>
          {!openHere && (
            <Act kind="link" onPress={() => show({ section: 'selections', selection: selection.id })}>
              {frame.open}
            </Act>
          )}
        </>
      )}
    </section>
  );
}
