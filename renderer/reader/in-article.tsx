import type { Article, Mention } from '../../archive/contract/articles.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { Mark } from '../ui/controls.tsx';
import { useWays } from '../view/place.tsx';
import type { Desk } from './desk.tsx';
import { liveRange, rangeOf } from './ranges.ts';
import { Near, useNear } from './related.tsx';
import { scrollTo } from './use-hit-walk.ts';

interface Named {
  entity: number;
  label: string;
  mentions: Mention[];
}

function byEntity(article: Article, kind: Mention['kind']): Named[] {
  const found = new Map<number, Named>();
  for (const mention of article.mentions) {
    if (mention.kind !== kind) continue;
    const one = found.get(mention.entity) ?? { entity: mention.entity, label: mention.label, mentions: [] };
    one.mentions.push(mention);
    found.set(mention.entity, one);
  }
  return [...found.values()].sort((a, b) => b.mentions.length - a.mentions.length);
}

/** Near articles shown beside the text; all of them stand after it. */
const fewNear = 4;

/** At the left of the reading mode: who is named in the article, how often, and what else tells of the event. */
export function InArticle({ desk, article }: { desk: Desk; article: Article }) {
  const { reader } = useMessages();
  const sameEvent = useNear(article.id)?.sameEvent ?? [];
  const lists = [
    [reader.persons, byEntity(article, 'person'), true],
    [reader.organizations, byEntity(article, 'organization'), false],
  ] as const;
  return (
    <aside className="inart scroll" aria-label={reader.inArticle}>
      {lists.map(
        ([title, names, person]) =>
          names.length > 0 && (
            <section key={title}>
              <h2>{title}</h2>
              <ul>
                {names.slice(0, 14).map((named) => (
                  <NameLine key={named.entity} named={named} person={person} desk={desk} />
                ))}
              </ul>
            </section>
          ),
      )}
      {sameEvent.length > 0 && (
        <section>
          <h2>{reader.sameEvent}</h2>
          <ul>
            {sameEvent.slice(0, fewNear).map((one) => (
              <Near key={one.id} article={one} />
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}

function NameLine({ named, person, desk }: { named: Named; person: boolean; desk: Desk }) {
  const { frame, reader } = useMessages();
  const say = useSayings();
  const { show } = useWays();
  const first = named.mentions[0]!;
  const visit = () => {
    const range = desk.fields === null ? undefined : rangeOf(desk.fields[first.field], first);
    if (range !== undefined) scrollTo(liveRange(range));
    desk.setNamed(first);
  };
  return (
    <li>
      <button
        type="button"
        className="nm"
        aria-label={`${named.label}, ${person ? frame.person : frame.organization}, ${reader.mentioned(named.mentions.length)}`}
        onClick={visit}
        onDoubleClick={() => show({ section: 'names', entity: named.entity, reading: false })}
      >
        <Mark person={person} />
        <span className="grow">{named.label}</span>
        <span className="num">{say.number(named.mentions.length)}</span>
      </button>
    </li>
  );
}
