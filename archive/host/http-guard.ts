import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What becomes of a request before anything is served. */
export type Verdict =
  | { readonly pass: true }
  | { readonly pass: false; readonly status: 302; readonly location: string; readonly cookie: string }
  | { readonly pass: false; readonly status: 401 | 403 | 421 };

/**
 * Who may talk to the server: whoever opened the address with its key, which is swapped for a cookie that scripts cannot
 * read and other sites cannot send. The Host must be the loopback address itself (a name that an attacker lets resolve to
 * it is refused), and the Origin, where the browser gives one, must be ours.
 */
export class HttpGuard {
  readonly #key = randomBytes(24).toString('base64url');
  readonly #session = randomBytes(24).toString('base64url');
  readonly #port: number;

  constructor(port: number) {
    this.#port = port;
  }

  /** The address that opens the program. */
  get address(): string {
    return `http://127.0.0.1:${this.#port}/?key=${this.#key}`;
  }

  judge(request: IncomingMessage): Verdict {
    const { host, origin, cookie = '' } = request.headers;
    const own = `127.0.0.1:${this.#port}`;
    if (host !== own) return { pass: false, status: 421 };
    if (origin !== undefined && origin !== `http://${own}`) return { pass: false, status: 403 };
    const url = new URL(request.url ?? '/', `http://${own}`);
    const key = url.searchParams.get('key');
    if (key !== null && request.method === 'GET' && same(key, this.#key)) {
      return { pass: false, status: 302, location: '/', cookie: this.#cookie() };
    }
    // Another port of this machine counts as the same site, and some of its requests carry no Origin.
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return { pass: false, status: 403 };
    return cookie.split('; ').some((pair) => same(pair, `${this.#name()}=${this.#session}`))
      ? { pass: true }
      : { pass: false, status: 401 };
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
