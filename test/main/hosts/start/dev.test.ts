import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ViteDevServer } from 'vite';
import { DevHost, readAddress } from '../../../../main/hosts/start/dev-host.ts';
import { serveDevPage } from '../../../../main/hosts/start/dev-page.ts';

/** A host that answers every request with what it saw of it, and has a new token at every start. */
const echo = `
  const { createServer } = require('node:http');
  const port = process.argv.indexOf('--port');
  const server = createServer((request, response) => {
    const { host, origin, 'x-quittance-token': token } = request.headers;
    response.end(JSON.stringify({ url: request.url, host, origin, token }));
  });
  server.listen(port === -1 ? 0 : Number(process.argv[port + 1]), '127.0.0.1', () => {
    console.log('A line before.');
    console.log('Quittance is open at http://127.0.0.1:' + server.address().port + '/#token-of-' + process.pid);
  });
`;

let root = '';
let host: DevHost | undefined;
let page: ViteDevServer | undefined;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quittance-dev-'));
  mkdirSync(join(root, 'renderer'));
  writeFileSync(join(root, 'renderer', 'index.html'), '<title>From its sources</title>');
  writeFileSync(join(root, 'renderer', 'vite.config.ts'), 'export default { root: import.meta.dirname };');
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  writeFileSync(join(root, 'host.cjs'), echo);
});

afterEach(async () => {
  await page?.close();
  await host?.stop();
  rmSync(root, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly body: string;
}

function ask(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const url = new URL(path, page?.resolvedUrls?.local[0]);
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on('error', reject)
      .end();
  });
}

async function start(): Promise<DevHost> {
  const started = new DevHost(join(root, 'host.cjs'), []);
  host = started;
  await started.start();
  page = await serveDevPage({ root, token: 'token-of-the-page', host: () => started.address, open: false });
  return started;
}

test('the page comes from its sources and its calls reach the host as the host’s own page would make them', async () => {
  const { address } = await start();
  expect((await ask('/')).body).toContain('From its sources');
  const own = new URL(page?.resolvedUrls?.local[0] ?? '').origin;
  const { body } = await ask('/call', { 'x-quittance-token': 'token-of-the-page', origin: own });
  expect(JSON.parse(body)).toEqual({
    url: '/call',
    host: address?.origin.slice('http://'.length),
    origin: address?.origin,
    token: address?.token,
  });
});

test('a request that does not show the page’s token goes no further; a download needs its ticket only', async () => {
  await start();
  for (const headers of [{}, { 'x-quittance-token': 'token-of-the-cage' }]) {
    expect(await ask('/call', headers)).toMatchObject({ status: 404 });
    expect(await ask('/events', headers)).toMatchObject({ status: 404 });
  }
  expect((await ask('/download/ticket')).body).toContain('/download/ticket');
});

test('a host that was started again is reached at the same place with its new token', async () => {
  const running = await start();
  const before = running.address;
  await running.start();
  expect(running.address?.origin).toBe(before?.origin);
  expect(running.address?.token).not.toBe(before?.token);
  const { body } = await ask('/call', { 'x-quittance-token': 'token-of-the-page' });
  expect(JSON.parse(body)).toMatchObject({ token: running.address?.token });
});

test('a host that ends before it is open is an error', async () => {
  writeFileSync(join(root, 'host.cjs'), 'process.exit(1)');
  await expect(new DevHost(join(root, 'host.cjs'), []).start()).rejects.toThrow('ended before it was open');
});

test('only the line that names a loopback address is one', () => {
  expect(readAddress('Quittance is open at http://127.0.0.1:4711/#a_B-9')).toEqual({
    origin: 'http://127.0.0.1:4711',
    token: 'a_B-9',
  });
  expect(readAddress('Quittance is open at http://example.com:4711/#a')).toBeNull();
  expect(readAddress('No browser was found here')).toBeNull();
});
