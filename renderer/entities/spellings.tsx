import { useState } from 'react';
import type { EntityPage } from '../../archive/contract/entities.ts';
import { useMessages, useSayings } from '../i18n/messages.tsx';
import { Act } from '../ui/controls.tsx';
import { NameDialog } from '../ui/dialog.tsx';
import { Tick } from '../ui/tick.tsx';
import { useWays } from '../view/place.tsx';
import { useCuration } from './use-curation.ts';

/** Others that may be the same one, each with its evidence and three answers. */
export function Proposals({ page }: { page: EntityPage }) {
  const { names, frame } = useMessages();
  const { show } = useWays();
  const curate = useCuration();
  return page.proposals.slice(0, 5).map((proposal) => (
    <section key={proposal.entity} className="offer" aria-label={names.proposals}>
      <p>
        {names.proposal[page.kind]} <q>{proposal.label}</q>
      </p>
      <ul>
        {proposal.evidence.map((evidence) => (
          <li key={evidence}>{names.evidence[evidence]}</li>
        ))}
        <li>{frame.articles(proposal.articles)}</li>
      </ul>
      <div className="acts">
        <Act kind="main" onPress={() => curate({ step: 'merge', from: proposal.entity, into: page.id }, names.merged)}>
          {names.yes[page.kind]}
        </Act>
        <Act onPress={() => curate({ step: 'distinct', entity: page.id, other: proposal.entity }, names.distinct)}>
          {names.other[page.kind]}
        </Act>
        <Act kind="link" onPress={() => show({ entity: proposal.entity })}>
          {names.showPlace}
        </Act>
      </div>
    </section>
  ));
}

/** Spellings shown before «Все». */
const few = 8;

/** How the name is written in the archive; a spelling that is unticked becomes a name of its own. */
export function Spellings({ page }: { page: EntityPage }) {
  const { names, frame } = useMessages();
  const say = useSayings();
  const curate = useCuration();
  const [adding, setAdding] = useState(false);
  const [all, setAll] = useState(false);
  const shown = all ? page.spellings : page.spellings.slice(0, few);
  return (
    <section className="sec">
      <h2 className="h">
        {names.spellings}
        <span>{say.number(page.spellings.length)}</span>
        <Act kind="link" onPress={() => setAdding(true)}>
          {names.addSpelling}
        </Act>
      </h2>
      <ul className="sp">
        {shown.map((spelling) => (
          <li key={spelling.text}>
            <Tick
              on
              disabled={page.spellings.length === 1}
              says={`${spelling.text}, ${say.number(spelling.count)}`}
              onChange={() =>
                curate({ step: 'split', entity: page.id, spellings: [spelling.text] }, names.split(spelling.text))
              }
            >
              {spelling.text}
            </Tick>
            <span className="num">{say.number(spelling.count)}</span>
          </li>
        ))}
      </ul>
      {page.spellings.length > few && !all && (
        <Act kind="link" onPress={() => setAll(true)}>
          {names.showAll}
        </Act>
      )}
      <p className="dim sp-hint">{names.spellingsHint}</p>
      <NameDialog
        open={adding}
        title={names.addSpelling}
        label={names.spelling}
        verb={frame.save}
        onName={(text) => curate({ step: 'alias', entity: page.id, text }, names.added)}
        onClose={() => setAdding(false)}
      />
    </section>
  );
}
