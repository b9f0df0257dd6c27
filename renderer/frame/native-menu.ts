import { useEffect } from 'react';
import { bridge } from '../bridge.ts';
import { useMessages } from '../i18n/messages.tsx';
import { isBound, press } from '../ui/keys.ts';
import { usePlace } from '../view/place.tsx';
import { menuOf } from './menu-template.ts';

/** Tells the desktop shell the menu, again whenever the language or the place changes; does nothing in a browser. */
export function useNativeMenu(): void {
  const messages = useMessages();
  const { view } = usePlace();
  useEffect(() => bridge()?.onCommand((keys) => void press(keys)), []);
  // Where the person is decides which chords are bound; the effects that bind them have run before this one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is what changes the answers of isBound
  useEffect(() => bridge()?.setMenu(menuOf(messages, isBound)), [messages, view.section, view.article, view.reading]);
}
