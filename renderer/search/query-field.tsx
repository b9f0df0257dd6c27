import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Search, X } from 'lucide-react';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { Icon, IconButton, Mark } from '../ui/controls.tsx';
import { useArchive } from '../view/archive.tsx';
import { usePlace } from '../view/place.tsx';
import { completed } from './question.ts';
import { useAskAhead } from './result.tsx';
import { SavedSearches } from './saved-searches.tsx';

/**
 * Keys that follow each other faster than this are one stroke: the archive is asked when the hand rests so long. A key after
 * a rest is answered at once; milliseconds.
 */
const rest = 120;

/** The query, always as the person typed it; the result follows the typing. */
export function QueryField() {
  const { search } = useMessages();
  const say = useSayings();
  const { view, ask } = usePlace();
  const [text, setText] = useState(view.question.query);
  const [cursor, setCursor] = useState<number | null>(null);
  const [chosen, setChosen] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const asked = useRef(view.question.query);
  const typed = useRef(Number.NEGATIVE_INFINITY);
  const askAhead = useAskAhead();
  const question = useRef(view.question);
  question.current = view.question;

  // The query also changes from elsewhere: a chip taken away, "back", a saved search.
  useEffect(() => {
    if (view.question.query === asked.current) return;
    asked.current = view.question.query;
    setText(view.question.query);
    setCursor(null);
  }, [view.question.query]);

  /** Enter does not wait for the hand to rest: what is done next is done to the result of the text as it stands. */
  const askNow = useCallback(() => {
    if (text === asked.current) return;
    asked.current = text;
    const change = { query: text, asTyped: false, withoutLemmas: [], withoutForms: [] };
    askAhead({ ...question.current, ...change });
    ask(change);
  }, [text, ask, askAhead]);

  useEffect(() => {
    if (text === asked.current) return;
    const now = performance.now();
    const rested = now - typed.current > rest;
    typed.current = now;
    if (rested) {
      askNow();
      return;
    }
    const timer = setTimeout(askNow, rest);
    return () => clearTimeout(timer);
  }, [text, askNow]);

  const completions = useCompletions(text, cursor);
  const open = completions.length > 0;
  const close = () => {
    setCursor(null);
    setChosen(-1);
  };
  const accept = (at: number) => {
    const completion = completions[at];
    if (completion === undefined || cursor === null) return;
    const next = completed(text, cursor, completion.text);
    setText(next.query);
    close();
    requestAnimationFrame(() => input.current?.setSelectionRange(next.cursor, next.cursor));
  };
  const press = (event: React.KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) return document.querySelector<HTMLElement>('.results [role=listbox]')?.focus();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setChosen((chosen + step + completions.length + 1) % (completions.length + 1) || (step > 0 ? 0 : -1));
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      if (chosen >= 0) {
        event.preventDefault();
        return accept(chosen);
      }
      close();
      if (event.key === 'Enter') {
        askNow();
        document.querySelector<HTMLElement>('.results [role=listbox]')?.focus();
      }
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (open) close();
      else setText('');
    } else if (event.key === 'Backspace' && text === '') {
      document.querySelector<HTMLElement>('.chips li:last-child button')?.focus();
    }
    return undefined;
  };

  return (
    <div className="qfield">
      <Icon of={Search} size={18} />
      <input
        ref={input}
        id="query"
        className="q"
        type="text"
        role="combobox"
        aria-label={search.field}
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={chosen < 0 ? undefined : `${list}-${chosen}`}
        placeholder={search.placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={20_000}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setCursor(event.target.selectionStart);
          setChosen(-1);
        }}
        onKeyDown={press}
        onBlur={close}
      />
      {text === '' ? (
        <kbd className="key">/</kbd>
      ) : (
        <IconButton
          icon={X}
          label={search.clear}
          onPress={() => {
            setText('');
            close();
            input.current?.focus();
          }}
        />
      )}
      <SavedSearches />
      <div id={list} role="listbox" aria-label={search.completions} className="pop completions" hidden={!open}>
        {completions.map((completion, at) => (
          <div
            key={`${completion.kind} ${completion.text}`}
            id={`${list}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === chosen}
            className="completion"
            onPointerDown={(event) => {
              event.preventDefault();
              accept(at);
            }}
          >
            {completion.kind !== 'word' && <Mark person={completion.kind === 'person'} />}
            <span className="grow">{completion.text}</span>
            <span className="num">{say.number(completion.count)}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

const none: never[] = [];

/** What the word under the cursor may become; nothing for a word of one letter. */
function useCompletions(query: string, cursor: number | null) {
  const client = useArchive();
  const word = cursor === null ? '' : (/[\p{L}\p{M}\p{N}'’-]*$/u.exec(query.slice(0, cursor))?.[0] ?? '');
  const { data } = useQuery({
    queryKey: ['search', 'complete', query, cursor],
    queryFn: ({ signal }) => client.search.complete({ query, cursor: cursor ?? 0 }, { signal }),
    enabled: word.length >= 2,
    placeholderData: keepPreviousData,
  });
  if (word.length < 2) return none;
  return (data ?? none).filter(({ text }) => text !== word).slice(0, 7);
}
