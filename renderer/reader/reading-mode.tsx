import { ArrowLeft, FileText, Search, X } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../i18n/messages.tsx';
import { Act, IconButton, IconToggle } from '../ui/controls.tsx';
import { caption, useKeys } from '../ui/keys.ts';
import { useWidth } from '../ui/width.ts';
import { usePlace } from '../view/place.tsx';
import { emptyQuestion } from '../view/view.ts';
import { Appearance } from './appearance.tsx';
import { ComparisonBar } from './comparison.tsx';
import { type Desk, useDesk } from './desk.tsx';
import { FindBar } from './find-bar.tsx';
import { InArticle } from './in-article.tsx';
import { LayersMenu } from './layers-menu.tsx';
import { OriginalPane } from './original-pane.tsx';
import { Page } from './page.tsx';
import { Ruler } from './ruler.tsx';
import { ArticleSteps, BindButton, HitSteps, MoreMenu } from './tools.tsx';
import { useReaderKeys } from './use-reader-keys.ts';

/** Below these widths the names at the left go, then the notes become letters. */
const namesFrom = 1240;
const marginFrom = 1120;

/** The article alone in the window: its names at the left, the text, the notes at the right, a ruler of marks. */
export function ReadingMode({ article }: { article: number }) {
  const { view } = usePlace();
  const [find, setFind] = useState<string | null>(null);
  const question = find === null || find.trim() === '' ? view.question : { ...emptyQuestion, query: find };
  const desk = useDesk(article, question);
  const width = useWidth();
  const beside = view.beside !== null && view.beside !== article ? view.beside : null;
  const two = beside !== null || view.original;
  useReaderKeys(desk, article);
  useKeys({ 'Ctrl+KeyF': () => setFind(find ?? '') });
  return (
    <div className="app reading">
      <ReadingBar desk={desk} find={find} onFind={setFind} />
      <main className={two ? 'table two' : 'table'}>
        {width >= namesFrom && !two && desk.article !== undefined && <InArticle desk={desk} article={desk.article} />}
        <Page desk={desk} wide={width >= marginFrom && !two} />
        {view.original && <OriginalPane article={article} />}
        {beside !== null && !view.original && <Beside id={beside} mine={desk} />}
        {!two && <Ruler desk={desk} />}
      </main>
    </div>
  );
}

function ReadingBar({ desk, find, onFind }: { desk: Desk; find: string | null; onFind(text: string | null): void }) {
  const { reader } = useMessages();
  const { view, show } = usePlace();
  return (
    <header className="rbar">
      <Act
        kind="quiet"
        icon={ArrowLeft}
        onPress={() => show({ reading: false, beside: null, compare: false, original: false })}
      >
        {reader.back}
      </Act>
      <span className="sep" />
      <ArticleSteps />
      <HitSteps desk={desk} />
      {find !== null && <FindBar text={find} count={desk.walk.count} onText={onFind} walk={desk.walk} />}
      <span className="grow" />
      <BindButton desk={desk} />
      <span className="sep" />
      <IconButton
        icon={Search}
        label={reader.find}
        keys={caption('Ctrl+KeyF')}
        onPress={() => onFind(find === null ? '' : null)}
      />
      <Appearance />
      <LayersMenu desk={desk} />
      <IconToggle
        icon={FileText}
        label={reader.openOriginal}
        isSelected={view.original}
        onChange={(original) => show({ original, beside: null, compare: false })}
      />
      <MoreMenu desk={desk} />
    </header>
  );
}

/** A second article beside the first; it takes the next one opened from the lists of near ones. */
function Beside({ id, mine }: { id: number; mine: Desk }) {
  const { reader } = useMessages();
  const { view, show } = usePlace();
  const desk = useDesk(id, view.question);
  return (
    <section className="beside" aria-label={reader.beside}>
      {view.compare ? (
        <ComparisonBar mine={mine} theirs={desk} />
      ) : (
        <IconButton
          icon={X}
          className="beside-close"
          label={reader.closeBeside}
          onPress={() => show({ beside: null })}
        />
      )}
      <Page desk={desk} wide={false} />
    </section>
  );
}
