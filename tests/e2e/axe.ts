import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const standard = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** In the page: when no colour is on its way to another one, whose contrast would be measured half way. */
const settled = () =>
  Promise.all(
    document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
      .map((animation) => animation.finished.catch(() => undefined)),
  ).then(() => undefined);

/**
 * What axe finds on the page as it stands, as rule and place: every rule in the light theme, and in the dark one those that a theme
 * can break, its contrasts.
 */
export async function checkAccessibility(page: Page, screen: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, theme);
    await page.evaluate(settled);
    const axe = new AxeBuilder({ page });
    const { violations } = await (theme === 'light'
      ? axe.withTags(standard)
      : axe.withRules(['color-contrast', 'link-in-text-block'])
    ).analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
    expect(found, `${screen}, ${theme}`).toEqual([]);
  }
  // Pages scroll inside the window; the window as a whole would slip away under its title.
  const below = await page.evaluate(
    () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
  );
  expect(below, `${screen}: pixels below the window`).toBe(0);
}
