import { Bookmark } from 'lucide-react';
import type { ReactNode } from 'react';
import { type AnnotationPage, pencil as pencils } from '../../archive/contract/annotations.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { Letter } from '../reader/pencils.tsx';
import { Act, Icon, Mark } from '../ui/controls.tsx';
import { useSettings } from '../view/settings.tsx';
import { everything, isNarrowed, type NotesFilter, periods } from './notes-filter.ts';

interface NotesFacetsProps {
  filter: NotesFilter;
  page: AnnotationPage | undefined;
  onFilter(filter: NotesFilter): void;
}

/** At the left of all notes: by pencil, tag, time, source, person and state, each with what it would leave. */
export function NotesFacets({ filter, page, onFilter }: NotesFacetsProps) {
  const { notes, search } = useMessages();
  const { settings } = useSettings();
  const choose = (change: Partial<NotesFilter>) => onFilter({ ...filter, ...change });
  const counts = new Map(page?.pencils.map(({ value, count }) => [value, count]));
  return (
    <aside className="facets scroll" aria-label={search.refine}>
      {isNarrowed(filter) && (
        <Act kind="link" onPress={() => onFilter({ ...everything, sort: filter.sort })}>
          {notes.clear}
        </Act>
      )}
      <Group title={notes.pencils}>
        {pencils.options.map((pencil) => (
          <Value
            key={pencil}
            on={filter.pencil === pencil}
            mark={<Letter pencil={pencil} />}
            text={settings.pencils[pencil]}
            count={counts.get(pencil)}
            onPress={() => choose({ pencil: filter.pencil === pencil ? null : pencil })}
          />
        ))}
      </Group>
      <Values
        title={notes.tags}
        values={page?.tags}
        chosen={filter.tag}
        onChoose={(tag) => choose({ tag })}
        person={false}
      />
      <Group title={notes.state}>
        <Value
          on={filter.bookmark}
          mark={<Icon of={Bookmark} size={14} />}
          text={notes.bookmarks}
          count={page?.bookmarks}
          onPress={() => choose({ bookmark: !filter.bookmark })}
        />
        <Value
          on={filter.noted}
          mark={<Mark person={false} on={filter.noted} />}
          text={notes.noted}
          count={page?.noted}
          onPress={() => choose({ noted: !filter.noted })}
        />
        <Value
          on={filter.unplaced}
          mark={<Mark person={false} on={filter.unplaced} />}
          text={notes.unplaced}
          count={page?.unplaced}
          onPress={() => choose({ unplaced: !filter.unplaced })}
        />
      </Group>
      <Group title={notes.when}>
        {periods.map((period) => (
          <Value
            key={period}
            on={filter.period === period}
            mark={<Mark person={true} on={filter.period === period} />}
            text={notes.periods[period]}
            count={undefined}
            onPress={() => choose({ period })}
          />
        ))}
      </Group>
      <Values
        title={notes.sources}
        values={page?.sources}
        chosen={filter.source}
        onChoose={(source) => choose({ source })}
        person={false}
      />
      <Values
        title={notes.persons}
        values={page?.persons}
        chosen={filter.person === null ? null : String(filter.person)}
        onChoose={(person) => choose({ person: person === null ? null : Number(person) })}
        person={true}
      />
    </aside>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="fg" aria-label={title}>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </section>
  );
}

interface ValuesProps {
  title: string;
  values: AnnotationPage['tags'] | undefined;
  chosen: string | null;
  onChoose(value: string | null): void;
  person: boolean;
}

function Values({ title, values, chosen, onChoose, person }: ValuesProps) {
  if (values === undefined || values.length === 0) return null;
  return (
    <Group title={title}>
      {values.map(({ value, label, count }) => (
        <Value
          key={value}
          on={chosen === value}
          mark={<Mark person={person} on={chosen === value} />}
          text={label}
          count={count}
          onPress={() => onChoose(chosen === value ? null : value)}
        />
      ))}
    </Group>
  );
}

interface ValueProps {
  on: boolean;
  mark: ReactNode;
  text: string;
  count: number | undefined;
  onPress(): void;
}

function Value({ on, mark, text, count, onPress }: ValueProps) {
  const say = useSayings();
  return (
    <li className={`fv${on ? ' on' : ''}${count === 0 ? ' none' : ''}`}>
      <button type="button" className="fv-main" aria-pressed={on} onClick={onPress}>
        {mark}
        <span className="t">{text}</span>
        {count !== undefined && <span className="num">{say.number(count)}</span>}
      </button>
    </li>
  );
}
