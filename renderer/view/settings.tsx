import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo } from 'react';
import type { Pencil } from '../../archive/contract/annotations.ts';
import { firstSettings, type Settings } from '../../archive/contract/library.ts';
import { messagesIn } from '../i18n/messages.tsx';
import { useArchive } from './archive.tsx';

/** The pencils' names with those words of one language, where they stand, said in another. */
function renamed(
  names: Settings['pencils'],
  from: Settings['language'],
  to: Settings['language'],
): Settings['pencils'] {
  const [known, said] = [messagesIn(from).annotation.pencils, messagesIn(to).annotation.pencils];
  const one = (pencil: Pencil) => (names[pencil] === known[pencil] ? said[pencil] : names[pencil]);
  return { ochre: one('ochre'), blue: one('blue'), red: one('red'), lead: one('lead') };
}

const SettingsContext = createContext<{ settings: Settings; set(change: Partial<Settings>): void }>({
  settings: firstSettings,
  set: () => {},
});

function rememberLook({ theme, language }: Settings) {
  try {
    localStorage.setItem('podshivka.look', JSON.stringify({ theme, language }));
  } catch {
    // Without storage the first paint takes the system's theme; nothing else depends on it.
  }
}

function resolvedTheme(theme: Settings['theme']): string {
  if (theme !== 'system') return theme;
  if (matchMedia('(prefers-contrast: more)').matches) return 'contrast';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Gives the person's settings to the window and shows theme and text size on the document. */
export function SettingsProvider({ children }: { children: ReactNode }) {
  const client = useArchive();
  const queries = useQueryClient();
  const { data } = useQuery({ queryKey: ['settings'], queryFn: () => client.settings.get() });
  // Before the archive answers, and where it does not: the design's own.
  const kept = data ?? firstSettings;
  const { language } = kept;
  // The archive keeps the pencils' first names in Russian; a window says them in its own language.
  const settings = useMemo(() => ({ ...kept, pencils: renamed(kept.pencils, 'ru', language) }), [kept, language]);
  const { mutate } = useMutation({
    mutationFn: (change: Partial<Settings>) => client.settings.set(change),
    onMutate: (change) => {
      queries.setQueryData<Settings>(['settings'], (old) => ({ ...(old ?? firstSettings), ...change }));
    },
    onSuccess: (now) => queries.setQueryData(['settings'], now),
    onError: () => queries.invalidateQueries({ queryKey: ['settings'] }),
  });
  const set = useCallback(
    ({ pencils, ...change }: Partial<Settings>) =>
      mutate(pencils === undefined ? change : { ...change, pencils: renamed(pencils, language, 'ru') }),
    [mutate, language],
  );

  useEffect(() => {
    if (data === undefined) return;
    rememberLook(data);
    const show = () => {
      document.documentElement.dataset.theme = resolvedTheme(data.theme);
    };
    show();
    const system = [matchMedia('(prefers-color-scheme: dark)'), matchMedia('(prefers-contrast: more)')];
    for (const query of system) query.addEventListener('change', show);
    return () => {
      for (const query of system) query.removeEventListener('change', show);
    };
  }, [data]);

  useEffect(() => {
    const root = document.documentElement.style;
    for (const name of ['--read-size', '--own-size']) {
      if (settings.readSize === null) root.removeProperty(name);
      else root.setProperty(name, `${settings.readSize}px`);
    }
    const { measure, line } = settings.panes;
    if (measure === undefined) root.removeProperty('--read-measure');
    else root.setProperty('--read-measure', `${measure}em`);
    if (line === undefined) root.removeProperty('--read-line');
    else root.setProperty('--read-line', String(line));
  }, [settings.readSize, settings.panes]);

  const value = useMemo(() => ({ settings, set }), [settings, set]);
  return <SettingsContext.Provider value={value}>{children}</SettingsContext.Provider>;
}

export const useSettings = () => useContext(SettingsContext);
