import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import * as dates from './dates.ts';
import { english } from './english/table.ts';
import { kazakh } from './kazakh/table.ts';
import { figure, type Language } from './plurals.ts';
import { type Messages, russian } from './russian/table.ts';

export type { Language, Messages };

/** How dates, moments and numbers are said in the present language. */
export interface Sayings {
  language: Language;
  number(n: number): string;
  date(iso: string | null, style?: 'list' | 'full'): string;
  month(iso: string): string;
  moment(instant: string): string;
  period(from: string | null, to: string | null): string;
}

const tables: Record<Language, Messages> = { ru: russian, en: english, kk: kazakh };

export const messagesIn = (language: Language): Messages => tables[language];

function sayings(language: Language): Sayings {
  return {
    language,
    number: (n) => figure(language, n),
    date: (iso, style = 'full') => dates.publicationDate(iso, language, style),
    month: (iso) => dates.monthHeading(iso, language),
    moment: (instant) => dates.moment(instant, language),
    period: (from, to) => dates.periodRange(from, to, language),
  };
}

const MessagesContext = createContext<{ messages: Messages; say: Sayings }>({
  messages: russian,
  say: sayings('ru'),
});

/** Gives every component below the sentences of one language. */
export function MessagesProvider({ language, children }: { language: Language; children: ReactNode }) {
  const value = useMemo(() => ({ messages: tables[language], say: sayings(language) }), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const locale = { ru: 'ru-RU', en: 'en-GB', kk: 'ru-RU' }[language];
  return (
    <MessagesContext.Provider value={value}>
      <I18nProvider locale={locale}>{children}</I18nProvider>
    </MessagesContext.Provider>
  );
}

export const useMessages = (): Messages => useContext(MessagesContext).messages;
export const useSayings = (): Sayings => useContext(MessagesContext).say;
