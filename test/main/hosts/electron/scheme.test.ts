import { describe, expect, test } from 'vitest';
import { createPageHandler, pageSchemes } from '../../../../main/hosts/electron/scheme.ts';
import type { Bundle } from '../../../../main/hosts/common/bundle.ts';

const bundle: Bundle = new Map([
  [
    '/index.html',
    { bytes: new TextEncoder().encode('page'), mediaType: 'text/html; charset=utf-8', immutable: false },
  ],
  [
    '/assets/a1.js',
    { bytes: new TextEncoder().encode('run()'), mediaType: 'text/javascript', immutable: true },
  ],
]);
const handle = createPageHandler(bundle);
const get = (address: string) => handle(new Request(address));

test('the scheme is a standard and secure one, and does not bypass the policy', () => {
  expect(pageSchemes).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
});

test('the page comes with exactly this policy', async () => {
  const response = get('app://bundle/index.html');
  expect(await response.text()).toBe('page');
  const policy = response.headers.get('content-security-policy')?.split('; ').toSorted();
  expect(policy).toEqual([
    "base-uri 'none'",
    "connect-src 'none'",
    "default-src 'none'",
    "font-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "frame-src 'none'",
    "img-src 'self' data:",
    "object-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
  ]);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test('the page and its assets are given by their exact names', async () => {
  for (const address of ['app://bundle/', 'app://bundle/index.html?x=1', 'app://bundle/#/invoices/in_1']) {
    expect(await get(address).text()).toBe('page');
  }
  expect(await get('app://bundle/assets/a1.js').text()).toBe('run()');
});

describe('nothing else is given', () => {
  test.each([
    'app://bundle/..%2f..%2fetc/passwd',
    'app://bundle/%2e%2e/package.json',
    'app://bundle/assets/..\\..\\package.json',
    'app://bundle/assets/a1.js%00',
    'app://bundle/%252e%252e%252fpackage.json',
    'app://bundle//etc/passwd',
    'app://bundle.evil/index.html',
    'app://evil/index.html',
    'app://bundle:1/index.html',
    'https://bundle/index.html',
    'file:///index.html',
  ])('%s', (address) => {
    const response = get(address);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test.each(['POST', 'PUT', 'DELETE', 'HEAD'])('%s', (method) => {
    expect(handle(new Request('app://bundle/index.html', { method })).status).toBe(405);
  });
});
