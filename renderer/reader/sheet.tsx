import { useMessages } from '../i18n/messages.tsx';
import { Empty } from '../ui/states.tsx';
import { useWidth } from '../ui/width.ts';
import { usePlace } from '../view/place.tsx';
import { useDesk } from './desk.tsx';
import { Page } from './page.tsx';
import { SheetTools } from './tools.tsx';
import { useReaderKeys } from './use-reader-keys.ts';

/** From this width of the window the sheet has a margin for notes. */
const marginFrom = 1600;

/** The white sheet beside the list: the article that is being read. */
export function Sheet() {
  const { reader } = useMessages();
  const { view } = usePlace();
  return (
    <div className="sheet">
      {view.article === null ? (
        <Empty title={reader.choose} more={reader.chooseMore} />
      ) : (
        <OpenSheet key={view.article} id={view.article} />
      )}
    </div>
  );
}

function OpenSheet({ id }: { id: number }) {
  const { view } = usePlace();
  const desk = useDesk(id, view.question);
  const wide = useWidth() >= marginFrom;
  useReaderKeys(desk, id);
  return (
    <>
      <SheetTools desk={desk} />
      <Page desk={desk} wide={wide} />
    </>
  );
}
