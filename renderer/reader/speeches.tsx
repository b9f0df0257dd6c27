import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Quote } from 'lucide-react';
import { useCallback } from 'react';
import type { Annotation } from '../../archive/contract/annotations.ts';
import type { Speech } from '../../archive/contract/reading.ts';
import type { Span } from '../../archive/contract/values.ts';
import { useMessages } from '../i18n/messages.tsx';
import { Act, IconButton } from '../ui/controls.tsx';
import { tellRefusal } from '../ui/refusal.ts';
import { tell } from '../ui/toasts.tsx';
import { useArchive } from '../view/archive.tsx';
import type { Desk } from './desk.tsx';
import { usePlaced } from './use-placed.ts';

const none: readonly Speech[] = [];

/** Direct speech in an article, with who said it. */
function useSpeeches(article: number): readonly Speech[] {
  const client = useArchive();
  const { data } = useQuery({
    queryKey: ['article', 'speeches', article],
    queryFn: ({ signal }) => client.articles.speeches({ id: article }, { signal }),
  });
  return data ?? none;
}

/**
 * Makes a quotation of somebody's words: marked in the text with the speaker as its tag, and copied with the reference. Of
 * words that are marked already only the copy is made.
 */
function useQuoting(article: number, marks: readonly Annotation[]) {
  const client = useArchive();
  const messages = useMessages();
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: async ({ span, speaker }: Speech) => {
      const field = 'body' as const;
      const marked = marks.some((one) => one.field === field && isSame(one.span, span));
      if (!marked) await client.annotations.create({ article, field, span, pencil: 'ochre', tags: [speaker.label] });
      const { text } = await client.articles.quotation({ id: article, field, span });
      await navigator.clipboard.writeText(text);
      return marked;
    },
    onSuccess: (marked, { speaker }) => {
      if (marked) return tell({ text: messages.reader.quotationCopied });
      const back = () => void client.history.undo().then(() => queries.invalidateQueries(), tellRefusal(messages));
      tell({ text: messages.reader.speechQuoted(speaker.label), undo: back });
    },
    onError: tellRefusal(messages),
    onSettled: () =>
      Promise.all(
        ['annotations', 'notes', 'info', 'search'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      ),
  });
  return useCallback((speech: Speech) => mutate(speech), [mutate]);
}

const isSame = (a: Span | null, b: Span) => a?.start === b.start && a.end === b.end;

interface SpeechesProps {
  desk: Desk;
  article: number;
}

/** At the left of the text, at the first line of each speech: one press makes a quotation of it. */
export function SpeechMargin({ desk, article }: SpeechesProps) {
  const { reader } = useMessages();
  const speeches = useSpeeches(article);
  const quote = useQuoting(article, desk.annotations);
  const placed = usePlaced(desk, speeches, inBody);
  return (
    <div className="speech-gutter">
      {placed.map(({ of: speech, top }) => (
        <span key={speech.span.start} style={{ top }}>
          <IconButton
            icon={Quote}
            size={14}
            label={reader.quoteSpeech(speech.speaker.label)}
            onPress={() => quote(speech)}
          />
        </span>
      ))}
    </div>
  );
}

const inBody = ({ span }: Speech) => ({ field: 'body' as const, span });

/** Speeches listed after the article. */
const most = 30;

/** After the article: who said what, each to be quoted. */
export function SpeechList({ desk, article }: SpeechesProps) {
  const { reader } = useMessages();
  const speeches = useSpeeches(article);
  const quote = useQuoting(article, desk.annotations);
  if (speeches.length === 0) return null;
  return (
    <section className="end-part speeches" aria-label={reader.speeches}>
      <h3>{reader.speeches}</h3>
      <ul>
        {speeches.slice(0, most).map((speech) => (
          <li key={speech.span.start}>
            <button
              type="button"
              className="said"
              onClick={() => desk.visit({ field: 'body', span: speech.span, text: speech.text })}
            >
              <small>{speech.speaker.label}</small>
              <q>{speech.text}</q>
            </button>
            <Act kind="link" onPress={() => quote(speech)}>
              <span className="sr">{reader.quoteSpeech(speech.speaker.label)}</span>
              <span aria-hidden="true">{reader.copyQuotation}</span>
            </Act>
          </li>
        ))}
      </ul>
    </section>
  );
}
