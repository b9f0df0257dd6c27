import type { ReactNode } from 'react';
import { type ArchiveClient, refusalOf } from '../../archive/contract/client.ts';
import { ChartsPage } from '../charts/charts-page.tsx';
import { EntityPage } from '../entities/entity-page.tsx';
import { NamesPage } from '../entities/names-page.tsx';
import { HomePage } from '../home/home-page.tsx';
import { MessagesProvider } from '../i18n/messages.tsx';
import { JobsProvider, useJobs } from '../jobs/jobs.tsx';
import { BinPage } from '../keeping/bin-page.tsx';
import { Damaged } from '../keeping/damaged.tsx';
import { JournalPage } from '../keeping/journal-page.tsx';
import { KeepingPage } from '../keeping/keeping-page.tsx';
import { FirstStart } from '../library/first-start.tsx';
import { FoldersPage } from '../library/folders-page.tsx';
import { LibraryPage } from '../library/library-page.tsx';
import { ReviewPage } from '../library/review-page.tsx';
import { NotesPage } from '../notes/notes-page.tsx';
import { ReadingMode } from '../reader/reading-mode.tsx';
import { ResultProvider } from '../search/result.tsx';
import { SearchPage } from '../search/search-page.tsx';
import { SelectionPage } from '../selection/selection-page.tsx';
import { SelectionsPage } from '../selection/selections-page.tsx';
import { AboutPage } from '../settings/about-page.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { Failure } from '../ui/states.tsx';
import { Toasts } from '../ui/toasts.tsx';
import { ArchiveProvider, useInfo } from '../view/archive.tsx';
import { PlaceProvider, usePlace } from '../view/place.tsx';
import { SettingsProvider, useSettings } from '../view/settings.tsx';
import { TrayProvider } from '../view/tray.tsx';
import { Commands } from './commands.tsx';
import { Masthead } from './masthead.tsx';
import { Strip } from './strip.tsx';

/** The whole window over one archive. */
export function App({ client }: { client: ArchiveClient }) {
  return (
    <ArchiveProvider client={client}>
      <SettingsProvider>
        <Spoken>
          <PlaceProvider>
            <TrayProvider>
              <JobsProvider>
                <ResultProvider>
                  <Commands>
                    <Frame />
                  </Commands>
                </ResultProvider>
              </JobsProvider>
            </TrayProvider>
          </PlaceProvider>
          <Toasts />
        </Spoken>
      </SettingsProvider>
    </ArchiveProvider>
  );
}

function Spoken({ children }: { children: ReactNode }) {
  const { settings } = useSettings();
  return <MessagesProvider language={settings.language}>{children}</MessagesProvider>;
}

function Frame() {
  const { view } = usePlace();
  const info = useInfo();
  const { running } = useJobs();
  // An empty archive has one thing to do; its settings and the running import stay within reach.
  const empty =
    info.data?.articles === 0 &&
    running.length === 0 &&
    !['settings', 'keeping', 'bin', 'journal', 'folders', 'about'].includes(view.section) &&
    view.job === null;
  if (view.reading && view.article !== null) return <ReadingMode article={view.article} />;
  return (
    <div className="app">
      <Masthead bare={empty} />
      {info.isError && info.data === undefined ? (
        <main className="pageview">
          {refusalOf(info.error)?.code === 'ARCHIVE_DAMAGED' ? (
            <Damaged />
          ) : (
            <Failure error={info.error} onAgain={() => void info.refetch()} />
          )}
        </main>
      ) : empty ? (
        <FirstStart />
      ) : (
        <Room />
      )}
      <Strip bare={empty} />
    </div>
  );
}

function Room() {
  const { view } = usePlace();
  switch (view.section) {
    case 'home':
      return <HomePage />;
    case 'search':
      return <SearchPage />;
    case 'names':
      return view.entity === null ? <NamesPage /> : <EntityPage key={view.entity} id={view.entity} />;
    case 'notes':
      return <NotesPage />;
    case 'selections':
      return view.selection === null ? <SelectionsPage /> : <SelectionPage key={view.selection} id={view.selection} />;
    case 'archive':
      return <LibraryPage />;
    case 'settings':
      return <SettingsPage />;
    case 'folders':
      return <FoldersPage />;
    case 'review':
      return <ReviewPage />;
    case 'keeping':
      return <KeepingPage />;
    case 'bin':
      return <BinPage />;
    case 'journal':
      return <JournalPage />;
    case 'charts':
      return <ChartsPage />;
    case 'about':
      return <AboutPage />;
  }
}
