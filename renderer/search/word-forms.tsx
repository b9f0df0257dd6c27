import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { WordForms } from '../../archive/contract/search.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { Act } from '../ui/controls.tsx';
import { Tick } from '../ui/tick.tsx';
import { useArchive } from '../view/archive.tsx';
import { usePlace } from '../view/place.tsx';
import { dropped } from './question.ts';
import { wholeRequest } from './result.tsx';

/** Forms of one lemma shown; the rest is rare. */
const most = 24;

/** «Показать формы»: the lemmas and forms that the words of the query searched, each to be left out, and words of one root. */
export function Forms() {
  const { search } = useMessages();
  const { view, ask } = usePlace();
  const { question } = view;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useId();
  const words = useForms(open);
  const empty = question.query.trim() === '';
  useEffect(() => {
    if (empty) setOpen(false);
  }, [empty]);
  if (empty) return null;
  const changed = question.withoutLemmas.length + question.withoutForms.length > 0;
  const close = (event: React.KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div className="forms-line">
      <Button
        ref={button}
        className="link"
        aria-expanded={open}
        aria-controls={panel}
        onPress={() => setOpen((now) => !now)}
      >
        {open ? search.hideForms : search.showForms}
      </Button>
      {open && (
        <section id={panel} className="forms scroll" aria-label={search.words} onKeyDown={close}>
          {words.length === 0 && <p>{search.noForms}</p>}
          {words.map((word) => (
            <Word key={word.word} {...word} />
          ))}
          <div className="forms-foot">
            <FormTick
              on={question.sameRoot}
              text={search.sameRoot}
              onChange={(sameRoot) => ask({ sameRoot, withoutLemmas: [] })}
            />
            {changed && (
              <Act kind="link" onPress={() => ask({ withoutLemmas: [], withoutForms: [] })}>
                {search.bringBackForms}
              </Act>
            )}
          </div>
        </section>
      )}
    </div>
  );
}

function Word({ word, readings }: WordForms) {
  const { search } = useMessages();
  const { view, ask } = usePlace();
  const { withoutLemmas, withoutForms } = view.question;
  return (
    <div className="forms-word">
      <h2>{word}</h2>
      {readings.map(({ lemma, searched, count, forms }) => (
        <fieldset key={lemma}>
          <legend className="sr">{search.formsOf(lemma)}</legend>
          <FormTick
            on={searched}
            text={lemma}
            count={count}
            onChange={(on) => ask({ withoutLemmas: dropped(withoutLemmas, lemma, on) })}
          />
          <div className="forms-list">
            {forms.slice(0, most).map((one) => (
              <FormTick
                key={one.form}
                on={searched && one.searched}
                disabled={!searched}
                text={one.form}
                count={one.count}
                onChange={(on) => ask({ withoutForms: dropped(withoutForms, one.form, on) })}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}

interface FormTickProps {
  on: boolean;
  disabled?: boolean;
  text: string;
  /** Articles that have it. */
  count?: number;
  onChange(on: boolean): void;
}

function FormTick({ on, disabled = false, text, count, onChange }: FormTickProps) {
  const { frame } = useMessages();
  const say = useSayings();
  const name = count === undefined ? text : `${text}, ${frame.articles(count)}`;
  return (
    <Tick says={name} on={on} disabled={disabled} onChange={onChange}>
      {text}
      {count !== undefined && <span className="num">{say.number(count)}</span>}
    </Tick>
  );
}

const none: never[] = [];

function useForms(wanted: boolean): WordForms[] {
  const client = useArchive();
  const { view } = usePlace();
  const { data } = useQuery({
    queryKey: ['search', 'forms', view.question],
    queryFn: ({ signal }) => client.search.forms(wholeRequest(view.question), { signal }),
    enabled: wanted,
    placeholderData: keepPreviousData,
  });
  return data ?? none;
}
