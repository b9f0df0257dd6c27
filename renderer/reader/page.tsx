import { useEffect, useState } from 'react';
import type { Article } from '../../archive/contract/articles.ts';
import { useMessages } from '../i18n/messages.tsx';
import { announce } from '../ui/announce.ts';
import { Failure, Waiting } from '../ui/states.tsx';
import { AnnotationEditor } from './annotation-editor.tsx';
import { ArticleEnd } from './article-end.tsx';
import { ArticleText } from './article-text.tsx';
import { DeclareDialog } from './declare-dialog.tsx';
import type { Desk } from './desk.tsx';
import { Floating } from './floating.tsx';
import { LostMarks } from './lost-marks.tsx';
import { Margin } from './margin.tsx';
import { MarksList } from './marks-list.tsx';
import { NamePopover } from './name-popover.tsx';
import { selectSentence } from './select-by-key.ts';
import { SpeechList, SpeechMargin } from './speeches.tsx';

/** The sheet itself: the text with its layers, the notes beside it, and what follows the article. */
export function Page({ desk, wide }: { desk: Desk; wide: boolean }) {
  const { annotation, reader } = useMessages();
  const { article } = desk;

  // A selection made by keys is told and offered the pencils, as one made by the mouse.
  useEffect(() => {
    const root = desk.page.current;
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (desk.text.current === null || !event.shiftKey || target.matches('input, textarea')) return;
      const selected = selectSentence(
        event,
        desk.text.current,
        desk.paragraphs,
        desk.fields,
        desk.walk.now?.span.start,
        desk.annotations.find(({ id }) => id === desk.current),
      );
      if (selected === undefined) return;
      event.preventDefault();
      announce(annotation.selected(selected));
    };
    root?.addEventListener('keydown', press);
    return () => root?.removeEventListener('keydown', press);
  });

  return (
    // The sheet takes the focus so that the keys of reading and selecting work in it.
    <section
      className="page scroll"
      ref={desk.page}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached and scrolled by key
      tabIndex={0}
      aria-label={reader.article}
      aria-describedby="select-hint"
    >
      <p id="select-hint" className="sr">
        {annotation.selectHint}
      </p>
      {article !== undefined ? (
        <Opened desk={desk} article={article} wide={wide} />
      ) : desk.query.isError ? (
        <Failure error={desk.query.error} onAgain={() => void desk.query.refetch()} />
      ) : (
        <Waiting rows={5} />
      )}
    </section>
  );
}

function Opened({ desk, article, wide }: { desk: Desk; article: Article; wide: boolean }) {
  const { annotation } = useMessages();
  const [declaring, setDeclaring] = useState<string | null>(null);
  const { editing, named } = desk;
  const mark = desk.annotations.find(({ id }) => id === editing?.mark);
  const touched = editing === null || mark !== undefined ? undefined : desk.markUnder(editing.passage);
  const nameSpan = named === null ? null : { field: named.field, span: named, text: named.text };
  return (
    <>
      <div className={wide ? 'art with-margin' : 'art'}>
        <div className="frame" ref={desk.frame}>
          <div onPointerUp={(event) => event.button === 0 && setTimeout(desk.point, 0, event.nativeEvent)} role="none">
            <ArticleText article={article} paragraphs={desk.paragraphs} ref={desk.text} />
          </div>
          {desk.shown.notes && <Margin desk={desk} wide={wide} />}
          {desk.shown.speeches && <SpeechMargin desk={desk} article={article.id} />}
          {editing !== null && (
            <Floating desk={desk} passage={editing.passage} beside={wide} width={376} label={annotation.title}>
              <AnnotationEditor
                key={`${editing.passage.field} ${editing.passage.span.start} ${editing.passage.span.end}`}
                mark={mark}
                article={article}
                passage={editing.passage}
                acts={desk.acts}
                fresh={editing.fresh}
                focusNote={editing.focusNote}
                onMake={(pencil) => desk.make(editing.passage, pencil, true)}
                onRebound={touched === undefined ? undefined : () => desk.rebound(touched, editing.passage)}
                onDeclare={editing.passage.text === '' ? undefined : () => setDeclaring(editing.passage.text)}
                onClose={() => {
                  desk.setEditing(null);
                  desk.page.current?.focus({ preventScroll: true });
                }}
              />
            </Floating>
          )}
          {named !== null && nameSpan !== null && (
            <Floating desk={desk} passage={nameSpan} beside={false} width={340} label={named.label}>
              <NamePopover mention={named} article={article.id} onClose={() => desk.setNamed(null)} />
            </Floating>
          )}
          <footer className="end">
            <MarksList
              marks={desk.annotations}
              onGo={(id) => {
                const to = desk.annotations.find((one) => one.id === id);
                if (to !== undefined) desk.go(to);
                desk.setCurrent(id);
              }}
            />
            <LostMarks desk={desk} />
            <SpeechList desk={desk} article={article.id} />
            <ArticleEnd article={article} />
          </footer>
        </div>
      </div>
      {declaring !== null && <DeclareDialog text={declaring} onClose={() => setDeclaring(null)} />}
    </>
  );
}
