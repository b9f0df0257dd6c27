import { useQuery } from '@tanstack/react-query';
import type { ArchiveInfo } from '../../archive/contract/library.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { Act } from '../ui/controls.tsx';
import { PageView } from '../ui/page-view.tsx';
import { useArchive, useInfo } from '../view/archive.tsx';
import { usePlace, useWays } from '../view/place.tsx';
import { AddArticles } from './add-articles.tsx';
import { ImportHistory } from './import-history.tsx';
import { ImportPage } from './import-page.tsx';
import { sizeInWords } from './size.ts';

/** The archive as a whole: what is in it, adding to it, what was added, and whether it is in order. */
export function LibraryPage() {
  const { library, frame } = useMessages();
  const say = useSayings();
  const { view } = usePlace();
  const { data: info } = useInfo();
  if (view.job !== null) return <ImportPage key={view.job} id={view.job} />;
  return (
    <PageView
      title={info === undefined ? library.title : frame.archiveNamed(info.name)}
      sub={
        info !== undefined && (
          <>
            {library.size(sizeInWords(info.size, say))}. {frame.offline}.
          </>
        )
      }
    >
      {info !== undefined && <Figures info={info} />}
      <AddArticles />
      <ReviewLink />
      <FoldersLink />
      <ImportHistory />
      <KeepingLink />
    </PageView>
  );
}

function Figures({ info }: { info: ArchiveInfo }) {
  const { library } = useMessages();
  const say = useSayings();
  const figures = [
    [info.articles, library.articlesWord],
    [info.persons, library.persons],
    [info.organizations, library.organizations],
    [info.annotations, library.annotationsWord],
  ] as const;
  return (
    <dl className="figures">
      {figures.map(([count, word]) => (
        <div key={word(5)}>
          <dd className="num">{say.number(count)}</dd>
          <dt>{word(count)}</dt>
        </div>
      ))}
    </dl>
  );
}

/** How many articles wait to be looked at; nothing while there are none. */
function ReviewLink() {
  const client = useArchive();
  const { intake } = useMessages();
  const { show } = useWays();
  const { data } = useQuery({
    queryKey: ['review', 'count'],
    queryFn: ({ signal }) => client.review.list({ limit: 1 }, { signal }),
    staleTime: 0,
  });
  if (data === undefined || data.total === 0) return null;
  return (
    <section className="sec">
      <h2 className="h">
        {intake.review}
        <span>{intake.reviewMore}</span>
        <Act kind="link" onPress={() => show({ section: 'review' })}>
          {intake.openReview(data.total)}
        </Act>
      </h2>
    </section>
  );
}

function FoldersLink() {
  const { intake } = useMessages();
  const { show } = useWays();
  return (
    <section className="sec">
      <h2 className="h">
        {intake.folders}
        <span>{intake.foldersMore}</span>
        <Act kind="link" onPress={() => show({ section: 'folders' })}>
          {intake.openFolders}
        </Act>
      </h2>
    </section>
  );
}

function KeepingLink() {
  const { keeping } = useMessages();
  const { show } = useWays();
  return (
    <section className="sec">
      <h2 className="h">
        {keeping.title}
        <span>{keeping.lead}</span>
        <Act kind="link" onPress={() => show({ section: 'keeping' })}>
          {keeping.open}
        </Act>
      </h2>
    </section>
  );
}
