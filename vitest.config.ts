import { defineConfig } from 'vitest/config';

/** Unit and contract tests; the end-to-end tests belong to Playwright. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    testTimeout: 20_000,
  },
});
