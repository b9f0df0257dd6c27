import { useCommands } from '../frame/commands.tsx';
import { useMessages } from '../i18n/messages.tsx';
import { LanguageChoice, ThemeChoice } from '../settings/look.tsx';
import { Act } from '../ui/controls.tsx';
import { useWays } from '../view/place.tsx';
import { AddArticles } from './add-articles.tsx';
import { useImport } from './use-import.ts';

/** An empty archive: what to lay into it, and what will happen then. */
export function FirstStart() {
  const { library } = useMessages();
  const { sample, busy } = useImport();
  const { openTour } = useCommands();
  const { show } = useWays();
  return (
    <main className="first">
      <section className="first-main scroll">
        <h1>{library.empty}</h1>
        <p className="first-lead">{library.emptyLead}</p>
        <AddArticles big />
        <p className="first-links">
          <Act kind="link" isDisabled={busy} onPress={sample}>
            {library.sample}
          </Act>
          <Act
            kind="link"
            isDisabled={busy}
            onPress={() => {
              sample();
              openTour();
            }}
          >
            {library.sampleTour}
          </Act>
          <Act kind="link" onPress={() => show({ section: 'keeping' })}>
            {library.ready}
          </Act>
        </p>
      </section>
      <aside className="first-side scroll" aria-label={library.next}>
        <h2 className="label">{library.next}</h2>
        <ol className="steps">
          {library.steps.map(([title, text], at) => (
            <li key={title}>
              <span className="no" aria-hidden="true">
                {at + 1}
              </span>
              <div>
                <h3>{title}</h3>
                <p>{text}</p>
              </div>
            </li>
          ))}
        </ol>
        <LanguageChoice />
        <ThemeChoice />
      </aside>
    </main>
  );
}
