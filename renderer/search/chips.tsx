import { X } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { Chip, FacetName, SearchAnswer } from '../../archive/contract/search.ts';
import { type Messages, useMessages, useSayings } from '../i18n/messages.tsx';
import { Icon } from '../ui/controls.tsx';
import { usePlace } from '../view/place.tsx';
import { facetLabel } from './facet-labels.ts';
import { choose, dropped, withoutPart } from './question.ts';

interface ChipLine {
  key: string;
  before: string;
  value: string;
  excluded: boolean;
  remove(): void;
}

/** What a part of the query is called before its value: «фраза, все формы слов», «автор», «точно». */
function prefix(chip: Chip, { search }: Messages): string {
  if (chip.field !== null) return search.fields[chip.field as keyof typeof search.fields] ?? chip.field;
  return search.chips[chip.kind];
}

/** How the query was understood, and the conditions beside it, each with its ×. Plain words need no chip. */
export function Chips({ answer }: { answer: SearchAnswer | undefined }) {
  const messages = useMessages();
  const { search } = messages;
  const say = useSayings();
  const { view, ask } = usePlace();
  const { question } = view;
  const understood = (answer?.chips ?? []).filter(
    (chip) => chip.kind !== 'word' || chip.excluded || chip.field !== null,
  );
  const labelOf = (facet: FacetName, value: string) => {
    const known = answer?.facets.find((one) => one.facet === facet)?.values.find((one) => one.value === value);
    return facetLabel(facet, value, known?.label ?? value, messages);
  };
  const lines: ChipLine[] = [
    ...understood.map((chip) => ({
      key: `q${chip.start}`,
      before: prefix(chip, messages),
      value: chip.text,
      excluded: chip.excluded,
      remove: () => ask({ query: withoutPart(question.query, chip) }),
    })),
    ...(question.from !== null || question.to !== null
      ? [
          {
            key: 'date',
            before: search.date,
            value: say.period(question.from, question.to),
            excluded: false,
            remove: () => ask({ from: null, to: null }),
          },
        ]
      : []),
    ...[...question.withoutLemmas, ...question.withoutForms].map((word) => ({
      key: `form ${word}`,
      before: '',
      value: word,
      excluded: true,
      remove: () =>
        ask({
          withoutLemmas: dropped(question.withoutLemmas, word, true),
          withoutForms: dropped(question.withoutForms, word, true),
        }),
    })),
    ...(question.sameRoot
      ? [
          {
            key: 'root',
            before: '',
            value: search.sameRootChip,
            excluded: false,
            remove: () => ask({ sameRoot: false }),
          },
        ]
      : []),
    ...(question.undated
      ? [{ key: 'undated', before: '', value: search.undated, excluded: false, remove: () => ask({ undated: false }) }]
      : []),
    ...question.choices.flatMap(({ facet, include, exclude }) =>
      [...include.map((value) => [value, false] as const), ...exclude.map((value) => [value, true] as const)].map(
        ([value, excluded]) => ({
          key: `${facet} ${value}`,
          before: excluded ? '' : search.facets[facet].toLowerCase(),
          value: labelOf(facet, value),
          excluded,
          remove: () => ask({ choices: choose(question, facet, value, 'none') }),
        }),
      ),
    ),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="chips" aria-label={search.conditions}>
      {lines.map((line) => (
        <li key={line.key} className={line.excluded ? 'chip not' : 'chip'}>
          <em>{line.excluded ? search.except : line.before}</em>
          <span className="chip-value">{line.value}</span>
          <Button className="x" aria-label={search.remove(line.value)} onPress={line.remove}>
            <Icon of={X} size={14} />
          </Button>
        </li>
      ))}
    </ul>
  );
}
