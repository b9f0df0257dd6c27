import { statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** A file of the interface, for HTTP and for the desktop's own protocol alike. */
export interface StaticFile {
  readonly path: string;
  readonly type: string;
}

/**
 * The file of a folder that a URL's path names; `/` is `index.html`. Undefined for anything outside the folder, of an
 * unknown type, or not there: nothing else of the disk can be asked for.
 */
export function staticFile(root: string, urlPath: string): StaticFile | undefined {
  let name: string;
  try {
    name = decodeURIComponent(urlPath);
  } catch {
    return undefined; // a broken escape
  }
  if (name.includes('\0') || name.includes('\\')) return undefined;
  const path = normalize(join(root, name === '/' ? 'index.html' : name));
  const type = types[extname(path)];
  if (!path.startsWith(root + sep) || type === undefined) return undefined;
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? { path, type } : undefined;
}

/**
 * The one style sheet that a library of the interface writes into the page by itself: react-aria sets `touch-action` on what
 * can be pressed. Allowed by its content alone.
 */
const pressableStyle = 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=';

/** What a page of the interface may do: use its own files and talk to its own origin. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' '${pressableStyle}'`,
    "font-src 'self'",
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};
