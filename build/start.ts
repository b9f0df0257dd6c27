import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasDisplay } from '../archive/host/browser.ts';
import { build } from './build.ts';
import { electronRuntime } from './electron-runtime.ts';
// A small nursery, and a heap that is collected before it has doubled: half the memory for the archive's process, at the same speed.
import nodeFlags from './node-flags.json' with { type: 'json' };

/** `npm start`: builds what is stale, then starts the desktop program, or the browser shell where Electron's runtime is not. */
const root = fileURLToPath(new URL('..', import.meta.url));
const given = process.argv.slice(2);

await build();
const runtime = hasDisplay() ? electronRuntime(root) : undefined;
if (runtime === undefined) {
  console.log(
    hasDisplay()
      ? 'Среды Electron на этой машине нет (её ставит `npx install-electron`), поэтому Подшивка открывается в браузере.'
      : 'Экрана здесь нет, поэтому Подшивка открывается по адресу для браузера.',
  );
  run(process.execPath, [...nodeFlags, join(root, 'dist/host/cli.mjs'), 'serve', '--window', ...given]);
} else {
  // Electron takes `--archive=DIR` only in one piece; a superuser's Chromium runs only without its sandbox.
  const folder = given.indexOf('--archive');
  const options = folder === -1 ? given : [`--archive=${given[folder + 1]}`];
  run(runtime, [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), root, ...options]);
}

function run(command: string, args: readonly string[]): void {
  const child = spawn(command, args, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 0));
}
