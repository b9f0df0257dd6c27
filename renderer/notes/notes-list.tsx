import { Bookmark } from 'lucide-react';
import { memo, useCallback, useRef } from 'react';
import type { AnnotationEntry } from '../../archive/contract/annotations.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { bindShortWords } from '../i18n/typography.ts';
import { firstWords, lastWords } from '../reader/context.ts';
import { Letter } from '../reader/pencils.tsx';
import { Icon } from '../ui/controls.tsx';
import { useWays } from '../view/place.tsx';

interface NotesListProps {
  entries: readonly AnnotationEntry[];
  chosen: ReadonlySet<number>;
  onChoose(chosen: ReadonlySet<number>): void;
}

/** Entries of one article that follow each other. */
function byArticle(entries: readonly AnnotationEntry[]): AnnotationEntry[][] {
  const groups: AnnotationEntry[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last?.[0]?.article === entry.article) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

/** Marks under the headlines of their articles: the quote as it was marked, the note sewn to it. */
export function NotesList({ entries, chosen, onChoose }: NotesListProps) {
  const { reader } = useMessages();
  const say = useSayings();
  const latest = useRef(chosen);
  latest.current = chosen;
  const choose = useCallback(
    (id: number, on: boolean) => {
      const next = new Set(latest.current);
      if (on) next.add(id);
      else next.delete(id);
      onChoose(next);
    },
    [onChoose],
  );
  return byArticle(entries).map((group) => {
    const first = group[0]!;
    return (
      <section key={`${first.article} ${first.id}`} className="na">
        <h2>
          <small>{[say.date(first.articleDate), first.articleSource].filter(Boolean).join(', ')}</small>
          {first.articleTitle === '' ? reader.untitled : bindShortWords(first.articleTitle)}
        </h2>
        {group.map((entry) => (
          <NoteEntry key={entry.id} entry={entry} chosen={chosen.has(entry.id)} onChoose={choose} />
        ))}
      </section>
    );
  });
}

interface NoteEntryProps {
  entry: AnnotationEntry;
  chosen: boolean;
  onChoose(id: number, on: boolean): void;
}

const NoteEntry = memo(function NoteEntry({ entry, chosen, onChoose }: NoteEntryProps) {
  const { notes } = useMessages();
  const say = useSayings();
  const { show } = useWays();
  const short = entry.quote.exact.length < 90;
  return (
    <div className={chosen ? 'ni chosen' : 'ni'}>
      <label className="ni-tick">
        <input
          type="checkbox"
          className="sr"
          checked={chosen}
          onChange={(event) => onChoose(entry.id, event.target.checked)}
          aria-label={notes.chooseOne(entry.quote.exact.slice(0, 60))}
        />
        {entry.bookmark ? <Icon of={Bookmark} /> : <Letter pencil={entry.pencil} />}
      </label>
      <button
        type="button"
        className="ni-open"
        onClick={() => show({ section: 'search', article: entry.article, reading: true, mark: entry.id })}
      >
        <q {...(entry.bookmark && { className: 'place' })}>
          {short && bindShortWords(lastWords(entry.quote.prefix))}
          {entry.bookmark ? entry.quote.exact : <mark className={`an ${entry.pencil}`}>{entry.quote.exact}</mark>}
          {short && bindShortWords(firstWords(entry.quote.suffix))}
        </q>
      </button>
      <div className={entry.note === '' ? 'nt bare' : 'nt'}>
        {bindShortWords(entry.note)}
        <small>{[say.moment(entry.createdAt), ...entry.tags].join(', ')}</small>
      </div>
    </div>
  );
});
