import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useReducer, useRef } from 'react';
import { bridge } from '../bridge.ts';
import { askFor } from './asked-file.ts';
import { firstView, hashToView, type Question, type View, viewToHash } from './view.ts';

/** How the view changes: `show` is a step that "back" undoes, `amend` refines the present one. */
type Step = { do: 'show' | 'amend'; change: Partial<View> } | { do: 'restore'; view: View };

interface State {
  view: View;
  /** What the browser's history has to be told. */
  history: 'push' | 'replace' | 'none';
}

function take(state: State, step: Step): State {
  if (step.do === 'restore') return { view: step.view, history: 'none' };
  const view = { ...state.view, ...step.change };
  if (viewToHash(view) === viewToHash(state.view)) return state;
  return { view, history: step.do === 'show' ? 'push' : 'replace' };
}

/** The ways to another place. They stay the same, so that who only goes is not drawn anew with each letter of a query. */
export interface Ways {
  show(change: Partial<View>): void;
  amend(change: Partial<View>): void;
  /** Changes the search; leaves the sheet and the section as they are. */
  ask(change: Partial<Question>): void;
}

export interface Place extends Ways {
  view: View;
}

const PlaceContext = createContext<Place | null>(null);
const WaysContext = createContext<Ways | null>(null);

/** Keeps where the person is, in step with the address so that a reload and Alt with the arrows find it again. */
export function PlaceProvider({ children }: { children: ReactNode }) {
  const [state, dispatch] = useReducer(take, null, () => ({
    view: hashToView(location.hash),
    history: 'none' as const,
  }));
  const latest = useRef(state.view);
  latest.current = state.view;

  useEffect(() => {
    if (state.history === 'none') return;
    const hash = viewToHash(state.view);
    if (hash === location.hash) return;
    if (state.history === 'push') history.pushState(null, '', hash);
    else history.replaceState(null, '', hash);
  }, [state]);

  useEffect(() => {
    const restore = () => dispatch({ do: 'restore', view: hashToView(location.hash) });
    window.addEventListener('popstate', restore);
    return () => window.removeEventListener('popstate', restore);
  }, []);

  // A link into the archive, or a packed archive, that the system gave to the program.
  useEffect(
    () =>
      bridge()?.onOpen((asked) => {
        if ('place' in asked) dispatch({ do: 'show', change: hashToView(asked.place) });
        else {
          askFor(asked.file);
          dispatch({ do: 'show', change: { ...firstView, section: 'keeping' } });
        }
      }),
    [],
  );

  const show = useCallback((change: Partial<View>) => dispatch({ do: 'show', change }), []);
  const amend = useCallback((change: Partial<View>) => dispatch({ do: 'amend', change }), []);
  const ask = useCallback(
    (change: Partial<Question>) =>
      dispatch({ do: 'amend', change: { question: { ...latest.current.question, ...change } } }),
    [],
  );
  const ways = useMemo(() => ({ show, amend, ask }), [show, amend, ask]);
  const place = useMemo(() => ({ view: state.view, ...ways }), [state.view, ways]);
  return (
    <WaysContext.Provider value={ways}>
      <PlaceContext.Provider value={place}>{children}</PlaceContext.Provider>
    </WaysContext.Provider>
  );
}

export function useWays(): Ways {
  const ways = useContext(WaysContext);
  if (ways === null) throw new Error('useWays outside PlaceProvider');
  return ways;
}

export function usePlace(): Place {
  const place = useContext(PlaceContext);
  if (place === null) throw new Error('usePlace outside PlaceProvider');
  return place;
}
