import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request as ask } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { joinHttp } from '../../../archive/host/http-client.ts';
import { type HttpParts, type HttpShell, serveHttp } from '../../../archive/host/http-server.ts';
import { type Archive, openArchive } from '../../../archive/service/archive.ts';
import { router } from '../../../archive/service/router.ts';

/** The browser shell against those who should not get in. Real server, real archive, raw requests. */
const folder = mkdtempSync(join(tmpdir(), 'podshivka-http-'));
let shell: HttpShell;
let parts: () => HttpParts;
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
  const { hostname, port } = new URL(shell.origin);
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

/** A new address that opens the program, without its origin. */
const entry = () => shell.enter().slice(shell.origin.length);

const json = { 'Content-Type': 'application/json' };
const origin = () => shell.origin;

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
  parts = () => ({ router: router(archive), exported: async () => undefined, log, pages, port: 0 });
  shell = await serveHttp(parts());
  const answer = await send(entry());
  cookie = String(answer.headers['set-cookie']).split(';')[0]!;
});

afterAll(async () => {
  await shell.close();
  await archive.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the key is swapped for a cookie that scripts and other sites cannot use, and leaves the address', async () => {
  const answer = await send(entry());
  expect(answer.status).toBe(302);
  expect(answer.headers.location).toBe('/');
  expect(String(answer.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
});

test('an address opens once; a window that came in by it may come again', async () => {
  const once = entry();
  await check(once, { Cookie: '' }, 302);
  await check(once, { Cookie: '' }, 401);
  await check(once, {}, 302);
});

test('a look ahead, a HEAD or a POST does not use an address up', async () => {
  const once = entry();
  await check(once, { Cookie: '', 'Sec-Purpose': 'prefetch;prerender' }, 403);
  await check(once, { Cookie: '' }, 401, 'HEAD');
  await check(once, { Cookie: '' }, 401, 'POST', '');
  await check(once, { Cookie: '' }, 302);
});

test('of many addresses asked for, the last few open', async () => {
  const all = Array.from({ length: 10 }, entry);
  await check(all[0]!, { Cookie: '' }, 401);
  await check(all[9]!, { Cookie: '' }, 302);
});

test('what lets another process in opens no page, and what lets a page in lets no process in', async () => {
  const token = new URL(shell.joinAddress).searchParams.get('join')!;
  await check(`/?join=${token}`, { Cookie: '' }, 401);
  await check(`/?key=${token}`, { Cookie: '' }, 401);
  await check('/', { Cookie: '', Authorization: `Bearer ${token}` }, 200);
  await check('/', { Cookie: '', Authorization: `Bearer ${token}x` }, 401);
  await check('/entry', {}, 403, 'POST', '');
  const { body } = await check('/entry', { Cookie: '', Authorization: `Bearer ${token}` }, 200, 'POST', '');
  await check(body.slice(shell.origin.length), { Cookie: '' }, 302);
});

test('another user of this computer cannot use an address that the list of processes shows', {
  skip: process.getuid?.() !== 0 || process.platform !== 'linux',
}, async () => {
  const once = shell.enter();
  const ask = `fetch(process.argv[1], { redirect: 'manual' }).then((a) => console.log(a.status))`;
  // Not in place: this very process answers.
  const other = { uid: 65534, gid: 65534, env: {}, cwd: '/', timeout: 15_000 };
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', ask, once], other);
  expect(stdout.trim()).toBe('403');
  await check(once.slice(shell.origin.length), { Cookie: '' }, 302);
});

test('a client that dawdles over its headers or its body is cut off; others are answered meanwhile', async () => {
  const quick = await serveHttp({ ...parts(), patience: { headersTimeout: 400, requestTimeout: 800 } });
  const { port } = new URL(quick.origin);
  const begun = Date.now();
  const lasted = (first: string) =>
    new Promise<number>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(first));
      const drip = setInterval(() => socket.write('x'), 50);
      socket.on('error', () => {});
      socket.on('data', () => {});
      socket.once('close', () => {
        clearInterval(drip);
        resolve(Date.now() - begun);
      });
    });
  const slow = [
    lasted('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: '),
    lasted(`POST /rpc/archive/info HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 9999\r\n\r\n`),
  ];
  const token = new URL(quick.joinAddress).searchParams.get('join')!;
  const answer = await fetch(quick.origin, { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200);
  for (const time of await Promise.all(slow)) expect(time).toBeLessThan(5_000);
  await quick.close();
});

test('what the archive leaves on the disk is for its person alone', {
  skip: process.platform === 'win32',
}, async () => {
  archive.announce(shell.joinAddress);
  const mode = (path: string) => (statSync(join(folder, 'archive', path)).mode & 0o777).toString(8);
  expect([mode('.'), mode('owner.json')]).toEqual(['700', '600']);
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

test('another process of the same person joins by the address the archive leaves it', async () => {
  const joined = await joinHttp(shell.joinAddress);
  expect((await joined!.client.archive.info()).articles).toBe(0);
  await check((await joined!.enter()).slice(shell.origin.length), { Cookie: '' }, 302);
  expect(await joinHttp(shell.joinAddress.replace(/join=.*/, 'join=wrong'))).toBeUndefined();
  expect(await joinHttp('http://127.0.0.1:9/?join=x')).toBeUndefined();
});
