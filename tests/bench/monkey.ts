import type { Page } from '@playwright/test';

/** What the monkey does by key, with its share of all actions. */
const keys: readonly (readonly [string, number])[] = [
  ['j', 14],
  ['k', 6],
  ['F3', 6],
  ['Shift+F3', 3],
  ['h', 9],
  ['1', 5],
  ['2', 2],
  ['3', 2],
  [']', 3],
  ['[', 3],
  ['s', 3],
  ['m', 3],
  ['n', 2],
  ['Control+Enter', 3],
  ['Escape', 10],
  ['Control+z', 3],
  ['Control+Shift+z', 2],
  ['F6', 3],
  ['Tab', 4],
  ['Control+k', 1],
  ['Control+1', 4],
  ['Control+2', 1],
  ['Control+3', 1],
  ['Control+4', 1],
  ['Control+5', 1],
  ['Alt+ArrowLeft', 2],
];

/** What it does by mouse: a random visible one of these is clicked. */
const places: readonly (readonly [string, number])[] = [
  ['.results [role=option]', 10],
  ['.facets [role=checkbox], .facets label', 5],
  ['.chip button', 2],
  ['.mast nav a', 2],
  ['.sheet button', 1],
  ['.plot i', 1],
];

/** A query of words of the archive, as people type them: one or two words, sometimes in quotes or with a sign. */
function queryOf(words: readonly string[], random: () => number): string {
  const word = () => words[Math.floor(random() * words.length)]!;
  const shapes = [
    word,
    () => `${word()} ${word()}`,
    () => `«${word()}»`,
    () => `${word()} -${word()}`,
    () => `${word().slice(0, 4)}*`,
    () => '',
  ];
  return shapes[Math.floor(random() * shapes.length)]!();
}

/**
 * One random action in the window. Nothing that leaves it is pressed: no file dialogs, no new windows, no removal of the archive's
 * articles. @returns what was done, for the report of a failure
 */
export async function act(page: Page, words: readonly string[], random: () => number): Promise<string> {
  const kind = random();
  if (kind < 0.14) {
    const text = queryOf(words, random);
    await page.keyboard.press('Escape');
    const field = page.locator('#query');
    // A dialog over a dialog takes more than one Esc: until then the field cannot be written in.
    const inert = (element: Element) => element.closest('[inert]') !== null;
    if ((await field.isVisible()) && !(await field.evaluate(inert))) {
      await field.fill(text);
      return `query ${text}`;
    }
    await page.keyboard.press('Control+1');
    return 'to the search';
  }
  if (kind < 0.2) {
    if (await page.evaluate(() => document.activeElement?.matches('textarea') ?? false)) {
      await page.keyboard.type(`${words[Math.floor(random() * words.length)]} `);
      return 'note';
    }
  }
  if (kind < 0.4) {
    const place = pick(places, random);
    const clicked = await page.evaluate(
      ([selector, at]) => {
        const seen = [...document.querySelectorAll<HTMLElement>(selector)].filter(
          (element) => element.checkVisibility() && element.closest('[inert], [aria-hidden=true]') === null,
        );
        const element = seen[Math.floor(at * seen.length)];
        element?.click();
        return element !== undefined;
      },
      [place, random()] as const,
    );
    if (clicked) return `click ${place}`;
  }
  const key = pick(keys, random);
  await page.keyboard.press(key);
  return `key ${key}`;
}

function pick(choices: readonly (readonly [string, number])[], random: () => number): string {
  let left = random() * choices.reduce((sum, [, share]) => sum + share, 0);
  for (const [choice, share] of choices) {
    left -= share;
    if (left < 0) return choice;
  }
  return choices[0]![0];
}
