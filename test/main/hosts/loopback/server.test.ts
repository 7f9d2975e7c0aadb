import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startServer, type LoopbackServer } from '../../../../main/hosts/loopback/server.ts';
import { createTickets, type Tickets } from '../../../../main/hosts/loopback/tickets.ts';
import type { Bundle } from '../../../../main/hosts/common/bundle.ts';
import type { Clock } from '../../../../main/ports.ts';
import { createHostApp, createRecordedLog, type HostApp } from '../../../support/host-app.ts';

const token = 'a-token-of-this-session';
const page = {
  bytes: new TextEncoder().encode('<!doctype html>page'),
  mediaType: 'text/html',
  immutable: false,
};
const script = { bytes: new TextEncoder().encode('run()'), mediaType: 'text/javascript', immutable: true };
const bundle: Bundle = new Map([
  ['/index.html', page],
  ['/assets/a1.js', script],
]);

/** A clock whose one pending task the test runs itself. */
function createManualClock(): Clock & { readonly runDue: () => void } {
  const tasks: (() => void)[] = [];
  return {
    now: () => 0,
    schedule(_delayMs, task) {
      tasks.push(task);
      return () => undefined;
    },
    runDue: () => tasks.splice(0).forEach((task) => task()),
  };
}

let app: HostApp;
let server: LoopbackServer;
let tickets: Tickets;
let folder: string;
let clock: ReturnType<typeof createManualClock>;
const log = createRecordedLog();

beforeEach(async () => {
  app = createHostApp((name, input) =>
    name === 'fail'
      ? Promise.reject(new Error('sk_test_inside'))
      : Promise.resolve({ ok: true, value: { name, input } }),
  );
  clock = createManualClock();
  folder = mkdtempSync(join(tmpdir(), 'quittance-downloads-'));
  tickets = createTickets(clock, folder);
  server = await startServer({ app, log, bundle, tickets, token, port: 0 });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends headers that `fetch` would refuse to set, such as Host. */
function ask(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): Promise<{ readonly status: number; readonly headers: IncomingMessage['headers']; readonly body: string }> {
  const { hostname, port, host } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { hostname, port, path, method, headers: { host, ...headers } },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

const authorised = { 'x-quittance-token': token, 'content-type': 'application/json' };
const call = (name: string, input: unknown, headers: Readonly<Record<string, string>> = authorised) =>
  ask('POST', '/call', headers, JSON.stringify({ name, input }));

describe('calls', () => {
  test('reach the application and bring its result back', async () => {
    const reply = await call('customers.list', { page: 1 });
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.body)).toEqual({
      ok: true,
      value: { name: 'customers.list', input: { page: 1 } },
    });
  });

  test.each([
    ['none', { 'content-type': 'application/json' }],
    ['another', { ...authorised, 'x-quittance-token': 'another-token' }],
    ['one of the same length', { ...authorised, 'x-quittance-token': 'b-token-of-this-session' }],
    ['one in a cookie', { 'content-type': 'application/json', cookie: `x-quittance-token=${token}` }],
  ])('are refused with no right token: %s', async (_which, headers) => {
    expect((await call('customers.list', {}, headers)).status).toBe(401);
  });

  test.each([
    ['not JSON', '{', 400],
    ['no name', '{"input":1}', 400],
    ['something extra', '{"name":"a","input":1,"path":"/etc"}', 400],
    ['a list', '[]', 400],
  ])('with a body that is %s are refused', async (_which, body, status) => {
    expect((await ask('POST', '/call', authorised, body)).status).toBe(status);
  });

  test('as a simple form, which needs no preflight, are refused', async () => {
    const headers = { ...authorised, 'content-type': 'text/plain' };
    expect((await call('customers.list', {}, headers)).status).toBe(415);
  });

  test('with an enormous body are refused', async () => {
    expect((await call('customers.list', 'x'.repeat(17 * 1024 * 1024))).status).toBe(413);
  });

  test('that fail unforeseen answer a bug without its message', async () => {
    const reply = await call('fail', {});
    expect(JSON.parse(reply.body)).toMatchObject({ ok: false, error: { kind: 'bug' } });
    expect(reply.body).not.toContain('sk_test');
  });
});

describe('where a request comes from', () => {
  const port = () => new URL(server.origin).port;
  test.each([
    ['a rebound name', () => ({ host: `evil.example:${port()}` }), 421],
    ['localhost by name', () => ({ host: `localhost:${port()}` }), 421],
    ['no port', () => ({ host: '127.0.0.1' }), 421],
    ['another site', () => ({ origin: 'https://evil.example' }), 403],
    ['another port of this machine', () => ({ origin: 'http://127.0.0.1:1' }), 403],
    ['a sandboxed frame', () => ({ origin: 'null' }), 403],
    ['a cross-site fetch', () => ({ 'sec-fetch-site': 'cross-site' }), 403],
    ['a same-site fetch', () => ({ 'sec-fetch-site': 'same-site' }), 403],
    ['a typed address that posts', () => ({ 'sec-fetch-site': 'none' }), 403],
  ])('refuses %s, right token or not', async (_which, headers, status) => {
    expect((await call('a', {}, { ...authorised, ...headers() })).status).toBe(status);
  });

  test('lets its own page and a typed address through', async () => {
    expect(
      (await call('a', {}, { ...authorised, origin: server.origin, 'sec-fetch-site': 'same-origin' })).status,
    ).toBe(200);
    expect((await ask('GET', '/', { 'sec-fetch-site': 'none' })).status).toBe(200);
  });

  test.each(['OPTIONS', 'PUT', 'DELETE', 'PATCH'])(
    'answers %s with 405 and no CORS header',
    async (method) => {
      const reply = await ask(method, '/call', authorised);
      expect(reply.status).toBe(405);
      expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    },
  );
});

describe('the page', () => {
  test('comes with every security header, and may connect to its own server only', async () => {
    const reply = await ask('GET', '/');
    expect(reply.body).toBe('<!doctype html>page');
    expect(reply.headers['content-security-policy']).toContain(
      "default-src 'none'; script-src 'self'; style-src 'self'",
    );
    expect(reply.headers['content-security-policy']).toContain("connect-src 'self';");
    expect(reply.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-cache',
    });
  });

  test.each([
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/package.json',
    '/..\\package.json',
    '/assets/a1.js%00',
    '/%252e%252e%252f',
    '/assets/../../package.json',
    '/assets/none.js',
    '/invoices',
    '//evil.example/',
  ])('is not a way to other files: %s', async (path) => {
    expect((await ask('GET', path)).status).toBe(404);
  });

  test('has assets that may be kept for ever', async () => {
    const reply = await ask('GET', '/assets/a1.js');
    expect(reply.headers).toMatchObject({
      'content-type': 'text/javascript',
      'cache-control': expect.stringContaining('immutable'),
    });
  });
});

describe('events', () => {
  test('stream to the page until it goes away', async () => {
    const stop = new AbortController();
    const response = await fetch(`${server.origin}/events`, { headers: authorised, signal: stop.signal });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe(': open\n\n');
    app.announce({ kind: 'changed', topic: 'invoice', ids: ['in_1'] });
    expect((await reader?.read())?.value).toBe(
      'data: {"kind":"changed","topic":"invoice","ids":["in_1"]}\n\n',
    );
    stop.abort();
    await expect.poll(() => app.listeners()).toBe(0);
  });

  test('need the token', async () => {
    expect((await ask('GET', '/events')).status).toBe(401);
  });
});

describe('downloads', () => {
  const produce = () => Promise.resolve(new TextEncoder().encode('pdf bytes'));
  const parts = async function* (count: number, problem?: string): AsyncGenerator<Uint8Array> {
    for (let part = 1; part <= count; part += 1) yield new TextEncoder().encode(`part ${part}`);
    if (problem !== undefined) throw new Error(problem);
  };

  test('are given once for a ticket, under their own name', async () => {
    const saved = await tickets.saver.save('Größe (1).pdf', 'application/pdf', produce);
    if (saved.kind !== 'download') throw new Error('expected a ticket');
    const first = await ask('GET', `/download/${saved.ticket}`);
    expect(first.body).toBe('pdf bytes');
    expect(first.headers['content-disposition']).toBe(
      `attachment; filename="Gr__e__1_.pdf"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%281%29.pdf`,
    );
    expect((await ask('GET', `/download/${saved.ticket}`)).status).toBe(404);
  });

  test('expire', async () => {
    const saved = await tickets.saver.save('a.pdf', 'application/pdf', produce);
    clock.runDue();
    expect((await ask('GET', `/download/${saved.kind === 'download' ? saved.ticket : ''}`)).status).toBe(404);
  });

  test('that come in parts wait on the disk, and are gone when they were taken', async () => {
    const saved = await tickets.saver.save('a.csv', 'text/csv', () => Promise.resolve(parts(2)));
    if (saved.kind !== 'download') throw new Error('expected a ticket');
    expect(readdirSync(folder)).toHaveLength(1);
    const taken = await ask('GET', `/download/${saved.ticket}`);
    expect([taken.headers['content-length'], taken.body]).toEqual(['12', 'part 1part 2']);
    await expect.poll(() => readdirSync(folder)).toEqual([]);
    expect((await ask('GET', `/download/${saved.ticket}`)).status).toBe(404);
  });

  test('that come in parts expire, too', async () => {
    await tickets.saver.save('a.csv', 'text/csv', () => Promise.resolve(parts(2)));
    clock.runDue();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of which a part cannot be made are never given', async () => {
    const saving = tickets.saver.save('a.csv', 'text/csv', () => Promise.resolve(parts(2, 'no third part')));
    await expect(saving).rejects.toThrow('no third part');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('that a crash left are gone at the next start', () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'left'), 'half');
    createTickets(clock, folder);
    expect(existsSync(folder)).toBe(false);
  });

  test('are not given for a guess', async () => {
    expect((await ask('GET', '/download/guess')).status).toBe(404);
  });
});
