import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isOtherUser } from './peer-user.ts';

/** What becomes of a request before anything is served. */
export type Verdict =
  /** `by`: a page that came in with a key, or a process of the same person that read the note in the archive's folder. */
  | { readonly pass: true; readonly by: 'page' | 'process' }
  | { readonly pass: false; readonly status: 302; readonly location: string; readonly cookie: string }
  | { readonly pass: false; readonly status: 401 | 403 | 421 };

/** So many keys may wait to be used; of more, the oldest are forgotten. */
const waiting = 8;

const secret = () => randomBytes(24).toString('base64url');

/**
 * Who may talk to the server: whoever opens an address with a key, once. The key is swapped for a cookie that scripts cannot
 * read and other sites cannot send; an address that was written down, or seen over a shoulder, opens nothing more. The Host
 * must be the loopback address itself (a name that an attacker lets resolve to it is refused), and the Origin, where the
 * browser gives one, must be ours.
 */
export class HttpGuard {
  #keys: string[] = [];
  readonly #session = secret();
  readonly #join = secret();
  readonly #port: number;

  constructor(port: number) {
    this.#port = port;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** A new address that opens the program once. */
  enter(): string {
    const key = secret();
    this.#keys = [...this.#keys, key].slice(-waiting);
    return `${this.origin}/?key=${key}`;
  }

  /** For other processes of the same person, by the note that only they can read; a browser cannot use it. */
  get joinAddress(): string {
    return `${this.origin}/?join=${this.#join}`;
  }

  judge(request: IncomingMessage): Verdict {
    const { host, origin, authorization, cookie = '' } = request.headers;
    if (`http://${host}` !== this.origin) return { pass: false, status: 421 };
    if (origin !== undefined && origin !== this.origin) return { pass: false, status: 403 };
    if (authorization !== undefined) {
      return same(authorization, `Bearer ${this.#join}`) ? { pass: true, by: 'process' } : { pass: false, status: 401 };
    }
    const key = new URL(request.url ?? '/', this.origin).searchParams.get('key');
    if (key !== null && request.method === 'GET') return this.#entry(key, request);
    // Another port of this machine counts as the same site, and some of its requests carry no Origin.
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return { pass: false, status: 403 };
    return this.#hasSession(cookie) ? { pass: true, by: 'page' } : { pass: false, status: 401 };
  }

  #entry(key: string, request: IncomingMessage): Verdict {
    const welcome = { pass: false, status: 302, location: '/', cookie: this.#cookie() } as const;
    // A window that is loaded again, or its history, comes with the address it was opened by.
    if (this.#hasSession(request.headers.cookie ?? '')) return welcome;
    // A browser that looks ahead must not use up what the person is about to open.
    if (request.headers['sec-purpose'] !== undefined || request.headers.purpose !== undefined) {
      return { pass: false, status: 403 };
    }
    if (!this.#keys.some((one) => same(key, one))) return { pass: false, status: 401 };
    // The address stands in the list of processes while a window is opened with it: another user may read it there.
    if (isOtherUser(request.socket)) return { pass: false, status: 403 };
    this.#keys = this.#keys.filter((one) => one !== key);
    return welcome;
  }

  #hasSession(cookies: string): boolean {
    return cookies.split('; ').some((pair) => same(pair, `${this.#name()}=${this.#session}`));
  }

  /** Cookies do not tell ports apart, so that of two archives must differ by name. */
  #name(): string {
    return `podshivka-${this.#port}`;
  }

  #cookie(): string {
    return `${this.#name()}=${this.#session}; HttpOnly; SameSite=Strict; Path=/`;
  }
}

/** Equality in a time that does not tell how much was right. */
function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
