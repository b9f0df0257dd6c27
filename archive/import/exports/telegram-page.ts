import type { Read } from '../article-record.ts';
import { elementText } from '../html-text.ts';
import { pressDate } from '../press-date.ts';
import { article } from '../reading.ts';

/** Whether a page is one that Telegram's desktop program exports. */
export function isTelegramPage(document: Document): boolean {
  return document.querySelector('.page_wrap .history .message') !== null;
}

/** The posts of a page of a channel's or chat's history. Service messages (a day, a pinned post) are left out. */
export function telegramPosts(document: Document, file: string): Read[] {
  const channel = document.querySelector('.page_header .text')?.textContent?.trim() || undefined;
  let sender: string | undefined;
  return [...document.querySelectorAll('.message.default')].map((message, i): Read => {
    const place = { file, record: i + 1 };
    // A post after another of the same sender does not name it again.
    sender = message.querySelector('.from_name')?.textContent?.trim() || sender;
    const text = message.querySelector('.text');
    const number = message.getAttribute('id')?.replace(/^message/, '');
    const date = message
      .querySelector('.date')
      ?.getAttribute('title')
      ?.replace(/\s*UTC.*$/, '');
    const draft = {
      key: [channel, number].filter(Boolean).join('/'),
      body: text === null ? '' : elementText(text),
      author: sender === channel ? undefined : sender,
      source: channel ?? sender,
      date: pressDate(date),
    };
    const made = article(draft, file, false);
    return made === undefined ? { place, reason: 'no-text' } : { place, article: made };
  });
}
