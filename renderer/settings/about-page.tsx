import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../i18n/messages.tsx';
import { PageView } from '../ui/page-view.tsx';
import { Unanswered } from '../ui/states.tsx';

/** `about.json` beside the page, written by the build (`build/licences.ts`). */
interface About {
  readonly version: string;
  readonly notices: readonly {
    readonly packages: readonly string[];
    readonly licence: string;
    readonly text: string;
  }[];
}

/** Works of others that the program could not be without, under terms that ask to be named. */
const works = [
  ['dictionary', 'OpenCorpora (az.js)', 'CC BY-SA 3.0'],
  ['names', 'NEREL, factRuEval-2016', 'MIT; Wikinews: CC BY 2.5'],
  ['faces', 'Literata, Golos Text, PT Serif, Noto', 'OFL 1.1'],
  ['typesetting', 'Typst', 'Apache 2.0'],
  ['search', 'Lunr', 'MIT'],
] as const;

/** The program's version, whose work it rests on, and every licence in full. */
export function AboutPage() {
  const { about, frame } = useMessages();
  const { data, error, refetch } = useQuery({
    queryKey: ['about'],
    queryFn: async ({ signal }) => (await (await fetch('about.json', { signal })).json()) as About,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <PageView
      title={frame.brand}
      sub={
        <>
          {data !== undefined && <>{about.version(data.version)} </>}
          {about.lead}
        </>
      }
      className="about"
    >
      <section className="sec">
        <h2 className="h">{about.works}</h2>
        <dl className="about-works">
          {works.map(([use, name, licence]) => (
            <div key={use}>
              <dt>{about.uses[use]}</dt>
              <dd>{name}</dd>
              <dd className="dim">{licence}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="sec">
        <h2 className="h">{about.licences}</h2>
        {data === undefined ? (
          <Unanswered error={error} onAgain={() => void refetch()} />
        ) : (
          <ul className="about-licences">
            {data.notices.map(({ packages, licence, text }) => (
              <li key={packages[0]}>
                {text === '' ? (
                  <Covered packages={packages} licence={licence} />
                ) : (
                  <details>
                    <summary>
                      <Covered packages={packages} licence={licence} />
                    </summary>
                    <pre>{text}</pre>
                  </details>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
    </PageView>
  );
}

function Covered({ packages, licence }: { packages: readonly string[]; licence: string }) {
  return (
    <>
      <span>{packages.join(', ')}</span> <span className="dim licence">{licence}</span>
    </>
  );
}
