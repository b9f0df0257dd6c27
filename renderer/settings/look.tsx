import type { Settings } from '../../archive/contract/library.ts';
import { useMessages } from '../i18n/messages.tsx';
import { Segments } from '../ui/segments.tsx';
import { useSettings } from '../view/settings.tsx';

const themes: readonly Settings['theme'][] = ['system', 'light', 'dark', 'contrast'];
/** Each language is called by its own name, so that it is found by who needs it. */
const languages = [
  ['ru', 'Русский'],
  ['kk', 'Қазақша'],
  ['en', 'English'],
] as const;

export function LanguageChoice() {
  const { frame } = useMessages();
  const { settings, set } = useSettings();
  return (
    <Segments
      labelled
      label={frame.language}
      value={settings.language}
      options={languages}
      onChange={(language) => set({ language })}
    />
  );
}

export function ThemeChoice() {
  const { frame } = useMessages();
  const { settings, set } = useSettings();
  return (
    <Segments
      labelled
      label={frame.theme}
      value={settings.theme}
      options={themes.map((theme) => [theme, frame.themes[theme]] as const)}
      onChange={(theme) => set({ theme })}
    />
  );
}
