import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { systemBrowser } from '../archive/host/browser.ts';

/**
 * Where the tests find a Chromium: `PRESS_BROWSER`, Playwright's own, or the system's. Empty for Playwright's own, undefined
 * when there is none.
 */
export function testBrowser(): { executablePath?: string } | undefined {
  if (process.env.PRESS_BROWSER === undefined && existsSync(chromium.executablePath())) return {};
  const executablePath = systemBrowser();
  return executablePath === undefined ? undefined : { executablePath };
}
