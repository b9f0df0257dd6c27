/** Elements that are never part of an article: by their role, and by names that sites give to such things. */
const FURNITURE = [
  'nav',
  'aside',
  'footer',
  'dialog',
  'form',
  '[role="navigation"]',
  '[role="complementary"]',
  '[role="contentinfo"]',
  '[role="dialog"]',
  '[aria-hidden="true"]',
  '[hidden]',
].join(',');

/** Words in the class or id of blocks around an article. Whole words of the name, so that `shared-text` is not `share`. */
const NAMES =
  /(?:^|[\s_-])(?:share|sharing|social|socials|subscribe|subscription|cookie|cookies|banner|advert|adv|ads|promo|related|recommend(?:ed|ations)?|readmore|read-also|comments?|breadcrumbs?|pagination|popup|modal|newsletter|tags?|hubs|toolbar|sidebar|votes?|rating|counters?|stats)(?=$|[\s_-])/i;
/** Elements that frame the page: whatever their names, they hold the article. */
const FRAMES = /^(?:HTML|BODY|MAIN|ARTICLE)$/;
/** A paragraph of nothing but an offer to read or follow something else. */
const OFFER =
  /^(?:читайте (?:также|ещё|еще|по теме)|смотрите также|по теме|материалы по теме|подписывайтесь|подпишитесь|следите за|поделиться|оқи отырыңыз|тағы оқыңыз)(?![\p{L}])/iu;
/** Furniture holds few words, or many in links; a block of more than this share of the page's text is the article, whatever its name. */
const LARGEST_SHARE = 0.4;

/** Takes away what surrounds the article of a page. The document is changed. */
export function withoutFurniture(document: Document): void {
  const whole = (document.body?.textContent ?? '').length;
  const isSmall = (element: Element) => (element.textContent ?? '').length < whole * LARGEST_SHARE;
  for (const element of [...document.querySelectorAll(FURNITURE)]) if (isSmall(element)) element.remove();
  for (const element of [...document.querySelectorAll('[class],[id]')]) {
    if (FRAMES.test(element.nodeName.toUpperCase())) continue;
    const name = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
    if (NAMES.test(name) && isSmall(element)) element.remove();
  }
  for (const element of [...document.querySelectorAll('p, div, h2, h3, h4, li, section')]) {
    const text = element.textContent?.trim() ?? '';
    if (text.length < 300 && OFFER.test(text)) element.remove();
  }
}
