import type { Note, SearchAnswer } from '../../archive/contract/search.ts';
import { type Messages, useMessages } from '../i18n/messages.tsx';
import { Act } from '../ui/controls.tsx';
import { useWays } from '../view/place.tsx';

/** At most two sentences, in this order: the layout, spellings, a wider query. */
const order: readonly Note['kind'][] = [
  'layout',
  'any-word',
  'ignored',
  'index',
  'dash',
  'variant',
  'spelling',
  'transliteration',
  'expansion',
  'renamed',
  'hint',
];

function sentence(note: Note, { search, frame }: Messages): string {
  const say = search.notes[note.kind];
  const text = typeof say === 'function' ? say(note.text) : say;
  if (note.count === null || note.query === null) return text;
  return `${text.replace(/\.$/, '')}: ${frame.articles(note.count)}.`;
}

/** What the program has to say about the query: repaired, ignored, offered; each with one link. */
export function NotesLine({ answer, query }: { answer: SearchAnswer | undefined; query: string }) {
  const messages = useMessages();
  const { search } = messages;
  const { ask } = useWays();
  const notes = [...(answer?.notes ?? [])]
    .filter((note) => note.kind !== 'hint' || query.trim() !== '')
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .slice(0, 2);
  return (
    <div className="notes-line" role="status">
      {notes.map((note) => (
        <p key={`${note.kind} ${note.text}`}>
          {sentence(note, messages)}{' '}
          {note.kind === 'layout' ? (
            <Act kind="link" onPress={() => ask({ asTyped: true })}>
              {search.notes.layoutBack}
            </Act>
          ) : (
            note.query !== null && (
              <Act kind="link" onPress={() => ask({ query: note.query ?? query })}>
                {note.kind === 'variant' ? search.notes.include : search.notes.show}
              </Act>
            )
          )}
        </p>
      ))}
    </div>
  );
}
