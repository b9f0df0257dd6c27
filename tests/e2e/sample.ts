import { expect, type Page } from '@playwright/test';

export const query = (page: Page) => page.getByRole('combobox', { name: 'Поиск в архиве' });
export const results = (page: Page) => page.locator('.results [role=option]');
export const article = (page: Page) => page.getByRole('article');

/** A section of the window, by its name in the masthead. */
export const section = (page: Page, name: string) => page.locator('.mast nav').getByText(name);

/** Goes to the search over the sample; takes it in first where the archive is empty. */
export async function openSample(page: Page): Promise<void> {
  const take = page.getByRole('button', { name: 'Посмотреть на примере' });
  const taken = page.locator('.strip', { hasText: '13 статей' });
  await expect(take.or(taken)).toBeVisible();
  if (await take.isVisible()) await take.click();
  await expect(taken).toBeVisible({ timeout: 30_000 });
  await section(page, 'Поиск').click();
  await expect(results(page).first()).toBeVisible();
}

/** Types a query and waits until the first result is the article with this headline. */
export async function find(page: Page, text: string, headline: RegExp): Promise<void> {
  await query(page).fill(text);
  await expect(results(page).first()).toContainText(headline);
}

/** Selects a passage of the open article as a hand with a mouse would leave it, and lets the button go. */
export async function selectPassage(page: Page, text: string): Promise<void> {
  await article(page).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      node.parentElement?.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, button: 0 }));
      return;
    }
    throw new Error(`the article has no «${wanted}»`);
  }, text);
}
