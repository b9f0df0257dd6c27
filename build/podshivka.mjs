#!/usr/bin/env node
// The command `podshivka`. Runs on any Node from 20; the program itself needs 24, which the project brings along.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const program = join(root, 'dist/host/cli.mjs');
const own = join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
const node = Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : own;

function refuse(sentence) {
  console.error(sentence);
  process.exit(2);
}

if (!existsSync(program)) refuse('Подшивка ещё не собрана: npm run build');
if (!existsSync(node)) refuse('Нужен Node 24 или новее.');
const flags = JSON.parse(readFileSync(join(root, 'build/node-flags.json'), 'utf8'));
const child = spawn(node, [...flags, program, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
