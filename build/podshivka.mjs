#!/usr/bin/env node
// The command `podshivka`. Runs on any Node from 20; the program itself needs 24, which the project brings along.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const program = join(root, 'dist/host/cli.mjs');
const own = join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

if (!existsSync(program)) {
  console.error('Подшивка ещё не собрана: npm run build');
  process.exit(2);
}
if (Number(process.versions.node.split('.')[0]) >= 24) {
  await import(program);
} else if (existsSync(own)) {
  const { status, signal } = spawnSync(own, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exit(status ?? (signal ? 1 : 0));
} else {
  console.error('Нужен Node 24 или новее.');
  process.exit(2);
}
