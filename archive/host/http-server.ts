import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node';
import type { Log } from '../service/log.ts';
import { HttpGuard, type Verdict } from './http-guard.ts';
import type { ArchiveHost } from './open-host.ts';
import { pageHeaders, staticFile } from './static-files.ts';

/** What the browser shell serves. */
export interface HttpParts extends Pick<ArchiveHost, 'router' | 'exported' | 'log'> {
  /** The built interface. */
  readonly pages: string;
  /** 0: any free port. */
  readonly port: number;
  /** Other times than the usual ones, milliseconds: for tests. */
  readonly patience?: Partial<typeof patience>;
}

export interface HttpShell {
  readonly origin: string;
  /** A new address with a key: whoever opens it first may use the archive. */
  enter(): string;
  /** For other processes of the same person; kept where only they can read it. */
  readonly joinAddress: string;
  /** How many requests are being answered now: a window that is open holds at least one, its stream of changes. */
  readonly busy: number;
  close(): Promise<void>;
}

/** The calls' bodies are small, except files that a browser uploads and archives of annotations; bytes. */
const callLimit = 64 * 2 ** 20;
const uploadLimit = 1024 * 2 ** 20;
/** A client that is slower than this to send its headers, or its whole request, is cut off; milliseconds. */
const patience = { headersTimeout: 10_000, requestTimeout: 300_000 };
/** Windows of one person hold a few dozen; whoever opens more wants to use them up. */
const mostConnections = 500;
/** A connection that Node closes while a window sends its next call is a lost call: a window keeps its connections. */
const idleFor = 3_600_000;

/** Serves the interface, the contract and finished exports on the loopback address alone. */
export async function serveHttp(parts: HttpParts): Promise<HttpShell> {
  const { headersTimeout, requestTimeout } = { ...patience, ...parts.patience };
  const server = createServer({ headersTimeout, requestTimeout, connectionsCheckingInterval: headersTimeout / 4 });
  server.keepAliveTimeout = idleFor;
  server.maxConnections = mostConnections;
  const guard = new HttpGuard(await listen(server, parts.port));
  const calls = limitedCalls(parts, callLimit);
  const uploads = limitedCalls(parts, uploadLimit);
  let busy = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const verdict = guard.judge(request);
    if (!verdict.pass) return sendAway(response, verdict);
    const path = (request.url ?? '/').split('?', 1)[0]!;
    if (path === '/entry') {
      if (verdict.by !== 'process') return end(response, 403);
      return request.method === 'POST' ? end(response, 200, guard.enter()) : end(response, 204);
    }
    if (path.startsWith('/rpc/')) {
      const handle = path === '/rpc/imports/upload' ? uploads : calls;
      return (await handle(request, response)) ? undefined : end(response, 404);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405);
    if (path.startsWith('/exports/')) return sendExport(parts, path.slice('/exports/'.length), response);
    const file = staticFile(parts.pages, path);
    return file === undefined ? end(response, 404) : send(request, response, file.path, { 'Content-Type': file.type });
  }

  server.on('request', (request, response) => {
    busy++;
    response.once('close', () => busy--);
    answer(request, response).catch((cause: unknown) => {
      parts.log({ level: 'error', event: 'fault', name: 'http', cause });
      if (!response.headersSent) end(response, 500);
      else response.destroy();
    });
  });
  return {
    origin: guard.origin,
    enter: () => guard.enter(),
    joinAddress: guard.joinAddress,
    get busy() {
      return busy;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server has no port'));
      else resolve(address.port);
    });
  });
}

/** The contract over HTTP, with a limit for what a request may carry. @returns whether there is such a call */
function limitedCalls({ router, log }: { router: HttpParts['router']; log: Log }, maxBodySize: number) {
  const handler = new RPCHandler(router, { plugins: [new BodyLimitPlugin({ maxBodySize })] });
  return async (request: IncomingMessage, response: ServerResponse) => {
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    const { matched } = await handler.handle(request, response, { prefix: '/rpc', context: { log } });
    return matched;
  };
}

/** Answers a request that may not pass: with the cookie, or with why not. */
function sendAway(response: ServerResponse, verdict: Exclude<Verdict, { pass: true }>): void {
  if (verdict.status !== 302) {
    end(response, verdict.status);
    return;
  }
  response.writeHead(302, {
    ...pageHeaders,
    Location: verdict.location,
    'Set-Cookie': verdict.cookie,
    'Cache-Control': 'no-store',
  });
  response.end();
}

/** What a person sees who comes with an old address or without its key. */
const words: Readonly<Record<number, string>> = {
  401: 'Этот адрес уже открывали, или он без ключа. Новый напечатает команда podshivka serve.',
  403: 'Чужой странице сюда нельзя.',
  421: 'Подшивка отвечает только по адресу 127.0.0.1.',
};

function end(response: ServerResponse, status: number, text = words[status] ?? ''): void {
  response.writeHead(status, { ...pageHeaders, 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
  response.end(text);
}

async function sendExport(parts: HttpParts, job: string, response: ServerResponse): Promise<void> {
  const file = await parts.exported(job);
  const size = file && (await stat(file.path).catch(() => undefined))?.size;
  if (file === undefined || size === undefined) return end(response, 404);
  response.writeHead(200, {
    ...pageHeaders,
    'Content-Type': 'application/octet-stream',
    'Content-Length': size,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'Cache-Control': 'no-store',
  });
  await pour(file.path, response);
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const { size } = await stat(path);
  // Names of built files carry a hash of their content; the pages themselves do not.
  const cache = path.includes('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache';
  response.writeHead(200, { ...pageHeaders, ...headers, 'Content-Length': size, 'Cache-Control': cache });
  if (request.method === 'HEAD') response.end();
  else await pour(path, response);
}

/** Sends a file; a reader that goes away in the middle is no fault. */
function pour(path: string, response: ServerResponse): Promise<void> {
  return new Promise((resolve, reject) => {
    const stream = createReadStream(path);
    stream.once('error', reject);
    response.once('close', () => {
      stream.destroy();
      resolve();
    });
    stream.pipe(response);
  });
}
