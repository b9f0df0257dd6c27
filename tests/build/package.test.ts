import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/**
 * Packs the built program around a stand-in for Electron's runtime (which cannot be had without its host) and looks at
 * what lies in the package.
 */
const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'podshivka-package-'));
const release = join(folder, 'release', 'linux-unpacked');
const again = join(folder, 'again', 'linux-unpacked');

/** The place in Electron's executable where its fuses are; see @electron/fuses. */
const sentinel = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('011001111'),
]);

function makeRuntime(): string {
  const runtime = join(folder, 'runtime');
  mkdirSync(join(runtime, 'resources'), { recursive: true });
  mkdirSync(join(runtime, 'locales'));
  writeFileSync(join(runtime, 'electron'), Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), sentinel]));
  chmodSync(join(runtime, 'electron'), 0o755);
  writeFileSync(join(runtime, 'version'), '45.4.1');
  writeFileSync(join(runtime, 'LICENSE'), 'a stand-in');
  for (const locale of ['ru', 'en-US', 'kk', 'de']) writeFileSync(join(runtime, 'locales', `${locale}.pak`), '');
  return runtime;
}

const built = existsSync(join(root, 'dist', 'built'));

describe.skipIf(!built || process.platform !== 'linux')('the package (needs `npm run build`, and Linux)', () => {
  beforeAll(async () => {
    const runtime = makeRuntime();
    const builder = join(root, 'node_modules', '.bin', 'electron-builder');
    const pack = (into: string) => {
      const options = [`-c.electronDist=${runtime}`, `-c.directories.output=${join(folder, into)}`];
      return promisify(execFile)(builder, ['--linux', 'dir', '--config', 'build/electron-builder.mjs', ...options], {
        cwd: root,
      });
    };
    await Promise.all(['release', 'again'].map(pack));
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const packed = () => listPackage(join(release, 'resources', 'app.asar'), { isPack: false });
  const beside = (name: string) => existsSync(join(release, 'resources', 'app.asar.unpacked', name));

  test('holds the bundles, the interface, and nothing of the sources', () => {
    const top = new Set(packed().map((path) => path.split('/')[1]));
    expect([...top].sort()).toEqual(['dist', 'node_modules', 'package.json']);
    expect(packed()).toEqual(
      expect.arrayContaining(['/dist/electron/main.mjs', '/dist/electron/preload.cjs', '/dist/renderer/index.html']),
    );
    expect(packed().filter((path) => path.endsWith('.map') || path.endsWith('.ts'))).toEqual([]);
  });

  test('of the packages it holds Typst alone', () => {
    const packages = packed().flatMap((path) => /^\/node_modules\/([^/]+(?:\/[^/]+)?)$/.exec(path)?.[1] ?? []);
    expect(packages.every((name) => name.startsWith('@myriaddreamin'))).toBe(true);
    expect(packages).toContain(`@myriaddreamin/typst-ts-node-compiler-linux-${process.arch}-gnu`);
  });

  test('what the archive process runs lies outside the packed file', () => {
    for (const name of ['dist/electron/host.mjs', 'dist/data/dictionary.bin', 'dist/data/model.bin', 'package.json']) {
      expect([name, beside(name)]).toEqual([name, true]);
    }
    const native = globSync('**/*.node', { cwd: join(release, 'resources', 'app.asar.unpacked') });
    expect(native).toHaveLength(1);
  });

  test('packed twice, it is the same to the last byte', () => {
    const prints = (of: string) =>
      globSync('**/*', { cwd: of })
        .filter((file) => statSync(join(of, file)).isFile())
        .toSorted()
        .map(
          (file) =>
            `${createHash('sha256')
              .update(readFileSync(join(of, file)))
              .digest('hex')} ${file}`,
        );
    expect(prints(release).length).toBeGreaterThan(30);
    expect(prints(again)).toEqual(prints(release));
  });

  test('the manifest inside names no script and nothing to install', () => {
    const { name, main, scripts, devDependencies } = JSON.parse(
      readFileSync(join(release, 'resources/app.asar.unpacked/package.json'), 'utf8'),
    ) as Record<string, unknown>;
    expect({ name, main, scripts, devDependencies }).toEqual({
      ...{ name: 'podshivka', main: 'dist/electron/main.mjs' },
      ...{ scripts: undefined, devDependencies: undefined },
    });
  });

  test('it carries the licences of what it holds', () => {
    expect(packed()).toContain('/dist/renderer/about.json');
    expect(existsSync(join(release, 'LICENSE.electron.txt'))).toBe(true);
  });

  test('own code and data stay under 90 MB', () => {
    const files = globSync('**/*', { cwd: join(release, 'resources') });
    const bytes = files.reduce((sum, file) => sum + fileSize(join(release, 'resources', file)), 0);
    expect(bytes).toBeLessThan(90 * 2 ** 20);
  });

  test('the fuses are set', () => {
    const fuses = execFileSync(
      join(root, 'node_modules', '.bin', 'electron-fuses'),
      ['read', '--app', join(release, 'podshivka')],
      { encoding: 'utf8' },
    );
    const state = (name: string) => new RegExp(`${name} is (\\w+)`).exec(fuses)?.[1];
    expect(state('RunAsNode')).toBe('Disabled');
    expect(state('EnableNodeOptionsEnvironmentVariable')).toBe('Disabled');
    expect(state('EnableNodeCliInspectArguments')).toBe('Disabled');
    expect(state('OnlyLoadAppFromAsar')).toBe('Enabled');
  });
});

function fileSize(path: string): number {
  const status = statSync(path);
  return status.isFile() ? status.size : 0;
}
