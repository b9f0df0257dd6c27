import { expect, type Page } from '@playwright/test';

export const query = (page: Page) => page.getByRole('combobox', { name: 'Поиск в архиве' });
export const results = (page: Page) => page.locator('.results [role=option]');
export const article = (page: Page) => page.getByRole('article');

/** A section of the window, by its name in the masthead. */
export const section = (page: Page, name: string) => page.locator('.mast nav').getByText(name);

/** From an empty archive: takes the sample, waits until all of it is in, and goes to the search. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Посмотреть на примере' }).click();
  await expect(page.locator('.strip')).toContainText('13 статей', { timeout: 30_000 });
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
