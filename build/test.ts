import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testBrowser } from './test-browser.ts';

/** `npm test`: types, lint, unit and contract tests, build, end-to-end tests; ends with one line that counts the tests. */
const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, 'test-results');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const counted = { passed: 0, failed: 0, skipped: 0 };

/** The tests start the program and its threads hundreds of times: what Node compiled once is read the next time. */
const environment = { ...process.env, CI: 'true', NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node') };

/** Runs one part; a part that fails without having counted a test counts as one failure. */
function part(name: string, command: string, args: readonly string[], count?: () => void): void {
  console.log(`\n— ${name}`);
  const before = counted.failed;
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: environment });
  count?.();
  if (status !== 0 && counted.failed === before) counted.failed++;
}

function countVitest(): void {
  const file = join(results, 'unit.json');
  if (!existsSync(file)) return;
  const report = JSON.parse(readFileSync(file, 'utf8')) as Record<
    'numPassedTests' | 'numFailedTests' | 'numPendingTests',
    number
  >;
  counted.passed += report.numPassedTests;
  counted.failed += report.numFailedTests;
  counted.skipped += report.numPendingTests;
}

function countPlaywright(): void {
  const file = join(results, 'e2e.json');
  if (!existsSync(file)) return;
  const { stats } = JSON.parse(readFileSync(file, 'utf8')) as {
    stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>;
  };
  counted.passed += stats.expected + stats.flaky;
  counted.failed += stats.unexpected;
  counted.skipped += stats.skipped;
}

/** A Chromium for the end-to-end tests: found, or fetched in the ways that a machine may allow. */
function findBrowser(): boolean {
  if (testBrowser() !== undefined) return true;
  console.log('Нет браузера для сквозных тестов, ставлю.');
  spawnSync(bin('playwright'), ['install', 'chromium'], { cwd: root, stdio: 'ignore', timeout: 180_000 });
  if (testBrowser() !== undefined) return true;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    try {
      execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
      execFileSync('apt-get', ['install', '-y', '-qq', 'chromium', 'poppler-utils'], {
        stdio: 'ignore',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    } catch {
      // The line below says what to do.
    }
  }
  return testBrowser() !== undefined;
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const node = process.execPath;
part('типы', bin('tsc'), ['-p', '.']);
part('линтер', bin('biome'), ['check', '.']);
part('сборка', node, ['build/build.ts', '--force']);
const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${join(results, 'unit.json')}`];
part('модульные тесты', bin('vitest'), ['run', ...reporters], countVitest);
if (findBrowser()) part('сквозные тесты', bin('playwright'), ['test'], countPlaywright);
else {
  console.error('Для сквозных тестов нужен Chromium: npx playwright install chromium');
  counted.failed++;
}
console.log(`\n${counted.passed} passed, ${counted.failed} failed, ${counted.skipped} skipped`);
process.exit(counted.failed === 0 ? 0 : 1);
