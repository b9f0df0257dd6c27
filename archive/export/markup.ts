import { printable } from './printable.ts';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it stands in HTML and XML, between tags and in quoted attributes: nothing in it can become markup. */
export const markup = (text: string): string => printable(text).replace(/[&<>"']/g, (sign) => entities[sign]!);
