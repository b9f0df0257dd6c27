import { ChevronDown, ListFilter, Rows2, Rows3, Rows4 } from 'lucide-react';
import { memo, useState } from 'react';
import { Button, Dialog, DialogTrigger, Modal, ModalOverlay } from 'react-aria-components';
import type { Settings } from '../../archive/contract/library.ts';
import { useMessages } from '../i18n/messages.tsx';
import { Sheet } from '../reader/sheet.tsx';
import { Act, Icon } from '../ui/controls.tsx';
import { Divider } from '../ui/divider.tsx';
import { ChoiceMenu } from '../ui/menu.tsx';
import { Empty, Unanswered } from '../ui/states.tsx';
import { useWidth } from '../ui/width.ts';
import { usePlace } from '../view/place.tsx';
import { useSettings } from '../view/settings.tsx';
import type { Question } from '../view/view.ts';
import { Chips } from './chips.tsx';
import { Facets } from './facets.tsx';
import { FoundMenu } from './found-menu.tsx';
import { NotesLine } from './notes-line.tsx';
import { QueryField } from './query-field.tsx';
import { hasConditions, orderOf } from './question.ts';
import { useResult } from './result.tsx';
import { ResultList } from './result-list.tsx';
import { Forms } from './word-forms.tsx';

type Sort = Question['sort'];

const sorts: readonly Sort[] = ['relevance', 'newest', 'oldest'];
const densities: readonly Settings['density'][] = ['roomy', 'line', 'list'];
const densityIcons = { roomy: Rows2, line: Rows3, list: Rows4 } as const;

/** The catalogue: query, facets and list at the left, the article at the right. */
export function SearchPage() {
  const { search } = useMessages();
  const { view } = usePlace();
  const { answer } = useResult();
  const wide = useWidth() >= 1120;
  // Below 900 list and sheet are shown one at a time.
  const single = useWidth() < 900;
  return (
    <main className={`search${single && view.article !== null ? ' only-sheet' : ''}`}>
      <h1 className="sr">{search.title}</h1>
      <search className="query">
        <QueryField />
        {!wide && <FacetDrawer />}
        <Chips answer={answer} />
        <NotesLine answer={answer} query={view.question.query} />
        <Forms />
      </search>
      {wide && <Facets />}
      {wide && <Divider pane="facets" token="--w-facets" label={search.pane(search.refine)} least={200} most={360} />}
      <Results />
      {!single && <Divider pane="list" token="--w-list" label={search.pane(search.list)} least={300} most={720} />}
      <Sheet />
    </main>
  );
}

function Results() {
  const { search, frame } = useMessages();
  const { view, ask } = usePlace();
  const { answer, error, again } = useResult();
  return (
    <section className="results" aria-label={search.found}>
      <div className="bar">
        <b className="num" role="status">
          {answer !== undefined && frame.articles(answer.total)}
        </b>
        <SortMenu order={orderOf(view.question)} ask={ask} />
        <DensityMenu />
        <FoundMenu total={answer?.total ?? 0} />
      </div>
      {answer === undefined ? (
        <Unanswered error={error} onAgain={again} rows={6} />
      ) : answer.total === 0 ? (
        <Nothing />
      ) : (
        <ResultList total={answer.total - answer.folded} />
      )}
    </section>
  );
}

/** The menus do not change with each letter of a query. */
const SortMenu = memo(function SortMenu({ order, ask }: { order: Sort; ask(change: { sort: Sort }): void }) {
  const { search } = useMessages();
  return (
    <ChoiceMenu
      label={search.sort}
      value={order}
      options={sorts.map((sort) => [sort, search.sorts[sort]] as const)}
      onChange={(sort) => ask({ sort })}
    >
      <Button className="select" aria-label={`${search.sort}: ${search.sorts[order]}`}>
        {search.sorts[order]}
        <Icon of={ChevronDown} size={14} />
      </Button>
    </ChoiceMenu>
  );
});

const DensityMenu = memo(function DensityMenu() {
  const { search } = useMessages();
  const { settings, set } = useSettings();
  return (
    <ChoiceMenu
      label={search.density}
      value={settings.density}
      options={densities.map((density) => [density, search.densities[density]] as const)}
      onChange={(density) => set({ density })}
    >
      <Button className="ico" aria-label={`${search.density}: ${search.densities[settings.density]}`}>
        <Icon of={densityIcons[settings.density]} />
      </Button>
    </ChoiceMenu>
  );
});

function Nothing() {
  const { search } = useMessages();
  const { view, ask } = usePlace();
  const { question } = view;
  const dated = question.from !== null || question.to !== null || question.undated;
  return (
    <Empty title={search.nothing} more={hasConditions(question) ? search.nothingConditions : search.nothingMore}>
      {dated && (
        <Act kind="link" onPress={() => ask({ from: null, to: null, undated: false })}>
          {search.dropDate}
        </Act>
      )}
      {question.choices.length > 0 && (
        <Act kind="link" onPress={() => ask({ choices: [] })}>
          {search.dropChoices}
        </Act>
      )}
      {question.query !== '' && (
        <Act kind="link" onPress={() => ask({ query: '' })}>
          {search.clearQuery}
        </Act>
      )}
    </Empty>
  );
}

/** Where there is no room for the facets, they are a drawer under «Уточнить». */
function FacetDrawer() {
  const { search } = useMessages();
  const [open, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className="btn quiet refine">
        <Icon of={ListFilter} />
        {search.refine}
      </Button>
      <ModalOverlay className="shade drawer-shade" isDismissable>
        <Modal className="drawer">
          <Dialog aria-label={search.refine}>
            <Facets />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
