import { defineConfig } from '@playwright/test';
import { testBrowser } from './build/test-browser.ts';
import type { Shell } from './tests/e2e/desk.ts';

/** End-to-end tests: the built program in a real Chromium. One after another: they share two cores with the program. */
export default defineConfig<object, { shell: Shell }>({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  // Playwright clears its folder: the reports of other parts lie beside it.
  outputDir: 'test-results/e2e',
  workers: 1,
  // A machine shared with other work may starve a browser for seconds; what passes only at the second try is listed as flaky.
  retries: process.env.CI === undefined ? 0 : 1,
  projects: [
    { name: 'browser', testIgnore: '**/electron.spec.ts', use: { shell: 'browser' } },
    { name: 'electron', testIgnore: '**/start.spec.ts', use: { shell: 'electron' } },
  ],
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: process.env.CI === undefined ? 'list' : [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'ru-RU',
    launchOptions: {
      ...testBrowser(),
      // A superuser's Chromium runs only without its sandbox.
      chromiumSandbox: process.getuid?.() !== 0,
      args: ['--disable-background-networking', '--disable-component-update'],
    },
    screenshot: 'only-on-failure',
  },
});
