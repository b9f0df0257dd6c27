import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What one licence covers, as the page «About» shows it. */
export interface Notice {
  /** Packages with their versions, «react 19.3.1». */
  readonly packages: readonly string[];
  /** Its short name as the package states it, «MIT». */
  readonly licence: string;
  /** The text that must go with the program; empty where the package has none. */
  readonly text: string;
}

/**
 * The licences of everything that is shipped, each text once.
 *
 * @param root    where `node_modules` lies
 * @param modules files that went into the bundles or were copied, absolute or from the root; those of ours are passed over
 */
export function noticesOf(root: string, modules: Iterable<string>): Notice[] {
  const folders = new Set([...modules].flatMap((file) => packageOf(file) ?? []));
  const byText = new Map<string, { licence: string; text: string; packages: Set<string> }>();
  for (const folder of folders) {
    const { name, version, licence, text } = read(join(root, folder));
    const key = `${licence}\n${text}`;
    const notice = byText.get(key) ?? { licence, text, packages: new Set() };
    notice.packages.add(`${name} ${version}`);
    byText.set(key, notice);
  }
  return [...byText.values()]
    .map(({ packages, ...rest }) => ({ ...rest, packages: [...packages].toSorted() }))
    .toSorted((a, b) => (a.packages[0]! < b.packages[0]! ? -1 : 1));
}

/** The folder of the package that a file lies in, from the root. */
const packageOf = (file: string): string | undefined =>
  /^.*?(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(file.replaceAll('\\', '/'))?.[1];

function read(folder: string): { name: string; version: string; licence: string; text: string } {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  const [file] = existsSync(folder)
    ? globSync('{LICEN[CS]E,Licen[cs]e,licen[cs]e,COPYING}*', { cwd: folder }).toSorted()
    : [];
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return { name, version, licence: license ?? '', text };
}
