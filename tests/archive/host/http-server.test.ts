import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as ask } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { joinHttp } from '../../../archive/host/http-client.ts';
import { type HttpShell, serveHttp } from '../../../archive/host/http-server.ts';
import { type Archive, openArchive } from '../../../archive/service/archive.ts';
import { router } from '../../../archive/service/router.ts';

/** The browser shell against those who should not get in. Real server, real archive, raw requests. */
const folder = mkdtempSync(join(tmpdir(), 'podshivka-http-'));
let shell: HttpShell;
let archive: Archive;
let cookie: string;
const logged: unknown[] = [];

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** Sends a request as written, with nothing added or tidied up by a browser or by fetch. */
function send(path: string, headers: Record<string, string> = {}, method = 'GET', body?: string | Buffer) {
  const { hostname, port } = new URL(shell.address);
  return new Promise<Answer>((resolve, reject) => {
    const request = ask({ hostname, port, path, method, headers, setHost: headers.Host === undefined }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.once('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: text }));
    });
    request.once('error', reject);
    request.end(body);
  });
}

/** `METHOD path, header: value …` with the cookie, as a status. */
async function check(path: string, headers: Record<string, string>, status: number, method = 'GET', body?: string) {
  const answer = await send(path, { Cookie: cookie, ...headers }, method, body);
  expect([method, path, headers, answer.status]).toEqual([method, path, headers, status]);
  return answer;
}

const json = { 'Content-Type': 'application/json' };
const origin = () => new URL(shell.address).origin;

beforeAll(async () => {
  const pages = join(folder, 'pages');
  mkdirSync(join(pages, 'assets'), { recursive: true });
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Подшивка</title>');
  writeFileSync(join(pages, 'assets', 'a.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  const log = (line: unknown) => void logged.push(line);
  const noPool = () => {
    throw new Error('these tests import nothing');
  };
  archive = openArchive(join(folder, 'archive'), { resources: folder, pool: noPool, log, program: '0' });
  shell = await serveHttp({ router: router(archive), exported: async () => undefined, log, pages, port: 0 });
  const { pathname, search } = new URL(shell.address);
  const answer = await send(pathname + search);
  cookie = String(answer.headers['set-cookie']).split(';')[0]!;
});

afterAll(async () => {
  await shell.close();
  await archive.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the key is swapped for a cookie that scripts and other sites cannot use, and leaves the address', async () => {
  const { pathname, search } = new URL(shell.address);
  const answer = await send(pathname + search);
  expect(answer.status).toBe(302);
  expect(answer.headers.location).toBe('/');
  expect(String(answer.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
});

test('without the cookie, or with a wrong one, nothing is served', async () => {
  for (const path of ['/', '/assets/a.js', '/exports/1', '/?key=wrong']) await check(path, { Cookie: '' }, 401);
  await check('/', { Cookie: `${cookie}x` }, 401);
  await check('/rpc/archive/info', { ...json, Cookie: '' }, 401, 'POST', '{}');
});

test('a name that leads to this machine is not this machine (DNS rebinding)', async () => {
  for (const host of ['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1', '[::1]'])
    await check('/', { Host: host }, 421);
});

test('a page of another origin may neither read nor call', async () => {
  const call = ['POST', '{}'] as const;
  for (const other of ['https://evil.example', 'http://127.0.0.1:1', 'null']) {
    await check('/rpc/archive/info', { ...json, Origin: other }, 403, ...call);
  }
  await check('/exports/1', { 'Sec-Fetch-Site': 'same-site' }, 403);
  await check('/', { 'Sec-Fetch-Site': 'cross-site' }, 403);
  await check('/rpc/archive/info', { ...json, Origin: origin() }, 200, ...call);
});

test('a call cannot be made by a link', async () => {
  const answer = await send('/rpc/archive/info', { Cookie: cookie });
  expect(answer.status).toBe(405);
});

test('no address leads out of the folder of pages', async () => {
  const ways = [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/..\\secret.txt',
  ];
  for (const path of [...ways, '/%00', '/%', '//etc/passwd', '/secret.txt', '/assets']) await check(path, {}, 404);
  const { body } = await check('/assets/a.js', {}, 200);
  expect(body).toBe('export {};');
});

test('pages run nothing but their own files', async () => {
  const { headers } = await check('/', {}, 200);
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('a body over the limit is refused, whether its length is told or not', async () => {
  const huge = Buffer.alloc(65 * 2 ** 20, 32);
  const told = await send('/rpc/search/run', { ...json, Cookie: cookie, Origin: origin() }, 'POST', huge).catch(
    () => undefined,
  );
  expect(told?.status ?? 413).toBe(413);
  const chunked = { ...json, Cookie: cookie, Origin: origin(), 'Transfer-Encoding': 'chunked' };
  const untold = await send('/rpc/search/run', chunked, 'POST', huge).catch(() => undefined);
  expect(untold?.status ?? 413).toBe(413);
  await check('/rpc/archive/info', { ...json, Origin: origin() }, 200, 'POST', '{}');
});

test('bad input is told apart from a fault, and neither says where it was', async () => {
  const { body } = await check('/rpc/search/run', json, 400, 'POST', '{"json":{"query":5}}');
  expect(body).not.toContain('/archive/');
  await check('/rpc/no/such', json, 404, 'POST', '{}');
  await check('/', {}, 405, 'DELETE');
  expect(logged).toEqual([]);
});

test('another process of the same person joins by the address the archive announces', async () => {
  const client = await joinHttp(shell.address);
  expect((await client!.archive.info()).articles).toBe(0);
  expect(await joinHttp(shell.address.replace(/key=.*/, 'key=wrong'))).toBeUndefined();
  expect(await joinHttp('http://127.0.0.1:9/?key=x')).toBeUndefined();
});
